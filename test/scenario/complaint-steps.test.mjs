// A complaint about a Member, step by step under each protocol: who reads, can do, owes and is told what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { names, watchNotices, whoWasTold } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { clauses } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const COMPLAIN = { northampton: '2.10', county: '1.12.1', town: 'LA2011-28(6)' };

const more = { wanted: 'An apology.' };
const decision = { finding: 'failed', action: 'apology', reasons: 'They shouted.' };

for (const [pack, clause] of Object.entries(COMPLAIN))
  within(pack, (at) => {
    const complaint = () => ({ about: at.supporter.id, subject: 'The meeting of 3 June', complaint: 'They shouted.' });

    /** Gives what does something and wants only these people to be told of it, and of nothing since the last time. */
    async function watching() {
      const told = await watchNotices(at.council);
      return async (whom, act) => {
        const done = await act();
        const notices = await told();
        assert.deepEqual(whoWasTold(notices), names([whom].flat()));
        for (const notice of notices) assert.deepEqual(clauses(notice), ['C.6']);
        return done;
      };
    }

    /** Only there somebody from outside may mediate. */
    const mediates = pack === 'town' ? ['mediate'] : [];
    const complained = ['complaint'];

    /** How it stands for whoever complained, who is told `said`, and for the Monitoring Officer, who has `inside` as well. */
    const stands = (record, state, can, owes, { said = [], inside = [], open = true } = {}) =>
      assertStands(at.council, record, state, [
        [at.member, { reads: [...complained, ...said], marked: complained, can: open ? ['add'] : [] }],
        [at.monitor, { reads: [...complained, ...said, ...inside], marked: [...complained, ...inside].sort(), can, owes }],
      ]);

    test(`${pack} C.6, ${clause}, LA2011-28(7): each step of a complaint is told to whoever complained, and read by nobody else`, async () => {
      await assertOpenTo(at.council, 'complaint', at.cast.people);
      const telling = await watching();
      const record = await telling(at.monitor, () => at.member.open('complaint', { ...complaint(), ...more }));
      const step = (power, fields) => telling(at.member, () => at.monitor.use(record, power, fields));
      const first = ['acknowledge', 'ask-back', 'dismiss', 'investigate', ...mediates, 'resolve'];
      await stands(record, 'received', first, { acknowledge: '2026-07-13', assess: '2026-08-03' });

      await step('acknowledge', { acknowledgement: 'It is here.' });
      await step('ask-back', { asked: 'Who else was there?' });
      await telling(at.monitor, () => at.member.use(record, 'add', { more: 'The clerk.' }));
      const said = ['told'];
      await stands(record, 'received', first, { assess: '2026-08-03' }, { said });

      await step('investigate', { scope: 'All of it.' });
      const looking = { said, inside: ['investigation'] };
      await stands(record, 'investigating', ['ask-back', ...mediates, 'resolve', 'seek-view'], { investigate: '2026-09-29' }, looking);

      await step('seek-view', { findings: 'It happened.', independent: 'Robin Ash' });
      await stands(record, 'awaiting-view', ['ask-back', 'record-view'], { view: '2026-08-03' }, looking);

      await telling([at.member, at.monitor], () => at.monitor.use(record, 'record-view', { view: 'I agree.' }));
      const inside = ['investigation', 'view'];
      await stands(record, 'viewed', ['ask-back', 'decide'], { decide: '2026-07-20' }, { said, inside });

      await step('decide', decision);
      await stands(record, 'decided', [], {}, { said, inside, open: false });
    });

    test(`${pack} ${clause}: it is dismissed or resolved with the reason, or looked into without more ado`, async () => {
      const open = () => at.member.open('complaint', { ...complaint(), ...more });
      const [dismissed, resolved, settled] = [await open(), await open(), await open()];
      const telling = await watching();
      const step = (record, power, fields) => telling(at.member, () => at.monitor.use(record, power, fields));
      const ended = { said: ['told'], open: false };
      await step(dismissed, 'dismiss', { reason: 'It is no matter of the Code.' });
      await stands(dismissed, 'dismissed', [], {}, ended);
      await step(resolved, 'resolve', { resolution: 'They shook hands.' });
      await stands(resolved, 'resolved', [], {}, ended);
      await step(settled, 'investigate', { scope: 'All of it.' });
      await stands(settled, 'investigating', ['ask-back', ...mediates, 'resolve', 'seek-view'], { investigate: '2026-09-29' }, { inside: ['investigation'] });
      await step(settled, 'resolve', { resolution: 'They shook hands.' });
      await stands(settled, 'resolved', [], {}, { ...ended, inside: ['investigation'] });
    });

    // The last: it moves the clock, and finds nothing owed on what was complained of before.
    test(`${pack} C.6, ${clause}: whatever takes too long is told to whoever complained and to the Monitoring Officer`, async () => {
      const { council, member, monitor } = at;
      const steps = [
        ['investigate', { scope: 'All of it.' }],
        ['seek-view', { findings: 'It happened.', independent: 'Robin Ash' }],
        ['record-view', { view: 'I agree.' }],
      ];
      for (let done = 0; done <= steps.length; done++) {
        const record = await member.open('complaint', complaint());
        for (const [power, fields] of steps.slice(0, done)) await monitor.use(record, power, fields);
      }
      const told = await watchNotices(council);
      for (const [day, duties] of [
        ['2026-07-13', 1], // to be acknowledged
        ['2026-07-20', 1], // to be decided
        ['2026-08-03', 2], // to be assessed, and the view to be got
        ['2026-09-29', 1], // to be looked into
      ]) {
        await council.clock(`${day}T22:59:59Z`);
        assert.deepEqual(await told(), [], day);
        await council.clock(`${day}T23:00:00Z`);
        const late = await told();
        assert.deepEqual(whoWasTold(late), names([member, monitor]), day);
        assert.equal(late.length, 2 * duties, day);
      }
    });
  });
