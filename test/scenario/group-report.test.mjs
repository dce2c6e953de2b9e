// A town's group-report step by step: who gives what in which state, what its clocks do, and who is told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { forGroup, protocols, sentToGroup } from '../lib/protocol.mjs';
import { clauses, duty, events, powers } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const { missed } = protocols.town;
const [sends, report] = sentToGroup('town', 'It has four gates.', 'Keep it, or let it.');
const facts = { facts: 'It has four gates.' };

within('town', (at) => {
  /** Asked for by a Member who does not lead the group, and handed on to the junior, who can do with it what `acts` say. */
  async function begun(seeks, ...acts) {
    const record = await at.member.open(...forGroup('town', at.service, { seeks }));
    await at.head.use(record, 'reassign', { to: at.junior.id });
    for (const [power, fields] of acts) await at.junior.use(record, power, fields);
    return record;
  }
  const others = () => at.cast.groups.filter((group) => group.id !== at.member.person.group.id).map((group) => group.leader);
  const acknowledged = ['acknowledge', { explanation: 'They are counted.', expected: '2026-07-09' }];
  const proposed = ['narrow', { proposal: 'The yard only.' }];

  test('town 8.2: a report where one is asked for, and facts where these are, by who deals with it', async () => {
    const [whole, part] = [await begun('report'), await begun('facts')];
    assert.deepEqual(events(await at.member.read(whole)), ['open'], 'who deals with it is not the group’s concern');
    const line = [at.service.head, ...at.service.juniors].map((person) => person.id).sort();
    const handedTo = (seen) => seen.powers.find((power) => power.name === 'reassign').form[0].choices.map((choice) => choice.value).sort();
    const open = ['acknowledge', 'ask-back', 'narrow', 'reassign', 'refuse'];
    assert.deepEqual(powers(await at.junior.read(whole)).sort(), [...open, 'report'].sort());
    assert.deepEqual(powers(await at.junior.read(part)).sort(), [...open, 'give-facts', 'release'].sort());
    for (const record of [whole, part]) {
      assert.deepEqual(powers(await at.head.read(record)), ['reassign']);
      assert.deepEqual(handedTo(await at.head.read(record)), line);
      await at.junior.use(record, 'refuse', {});
    }
  });

  test('town 8.3: whichever way a group gets facts, and in whichever state, the other leaders are told', async () => {
    const source = await begun('report', [sends, report]);
    for (const [power, fields] of [
      ['release', { source: source.ref }],
      ['give-facts', facts],
    ])
      for (const before of [[], [acknowledged], [proposed]]) {
        const record = await begun('facts', ...before);
        const told = await watchNotices(at.council);
        await at.junior.use(record, power, fields);
        const notices = await told();
        assert.deepEqual(whoWasTold(notices), names(others()), `${power} after ${before}`);
        for (const notice of notices) assert.deepEqual(clauses(notice), ['8.3']);
        assert.deepEqual(await at.junior.dutiesOf(record), []);
        assert.deepEqual(await at.member.dutiesOf(record), []);
      }
  });

  test('town 8.3: of a group that has no leader, all its Councillors are told', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const [led, leaderless] = at.cast.groups.filter((group) => group.id !== at.member.person.group.id);
    await own.comity('person', 'set', leaderless.leader.id, '--post', '');
    const record = await (await own.as(at.member.person)).open(...forGroup('town', at.service, { seeks: 'report' }));
    const told = await watchNotices(own);
    await (await own.as(at.head.person)).use(record, sends, report);
    assert.deepEqual(whoWasTold(await told()), names([led.leader, ...leaderless.members]));
  });

  test('town 8.2: facts that are revised are a new version with a reason, for the group and the author’s line', async () => {
    const record = await begun('report', [sends, report]);
    await at.junior.use(record, 'revise-facts', { facts: 'It has five gates.', 'why-facts': 'One was found.' });
    for (const who of [at.member, at.colleague, at.leader, at.junior, at.head]) {
      const { parts } = await who.read(record);
      const versions = parts.find((part) => part.name === 'facts').entries.map((entry) => entry.version);
      assert.deepEqual(versions.sort(), [1, 2], who.name);
      assert.equal(parts.find((part) => part.name === 'revision').entries[0].text, 'One was found.');
    }
    for (const who of [at.supporter, at.loner, at.otherHead]) assert.equal(await who.read(record), null, who.name);
  });

  test('town C.5: of a proposal nothing is left to decide once it is declined, or the report is refused all the same', async () => {
    const [declined, refused] = [await begun('report', proposed), await begun('report', proposed)];
    await at.member.use(declined, 'decline');
    await at.junior.use(refused, 'refuse', {});
    for (const record of [declined, refused]) assert.deepEqual(await at.member.dutiesOf(record), []);
    await at.junior.use(declined, 'refuse', {});
  });

  // The last: it moves the clock.
  test('town 6.1(d), C.3, C.4, C.5: its clocks are an enquiry’s, and who is told is told by name', async () => {
    const { member, junior, council } = at;
    const source = await begun('report', [sends, report]);
    const waiting = await begun('report');
    const promised = await begun('report', acknowledged);
    const asked = await begun('report', ['ask-back', { asked: 'Which years?' }]);
    const undecided = await begun('report', proposed);
    const ended = [
      await begun('report', [sends, report]),
      await begun('report', ['refuse', {}]),
      await begun('facts', ['give-facts', facts]),
      await begun('facts', ['release', { source: source.ref }]),
    ];
    assert.equal(duty(await member.read(undecided), 'respond').paused, true);
    await at.head.use(waiting, 'reassign', { to: junior.id });

    /** Exactly these are told when that moment comes, once each. */
    const passing = async (when, people) => {
      await council.clock(new Date(Date.parse(when) - 1000).toISOString().replace('.000', ''));
      const told = await watchNotices(council);
      await council.clock(when);
      assert.deepEqual((await told()).map((notice) => notice.person.name).sort(), people.map((person) => person.name).sort(), when);
    };
    await passing('2026-07-09T23:00:00Z', [member, at.head]);
    await junior.use(promised, sends, report);
    for (const record of ended) assert.ok(powers(await member.read(record)).includes('follow-up'), record.ref);
    await passing(missed.at, [member, at.head, at.chief, member, junior]); // nobody responded to one, nor decided on another
    for (const record of ended) {
      assert.equal((await member.read(record)).state, 'closed');
      assertRefused(await member.tryUse(record, 'follow-up', { more: 'And?' }), 'C.4');
    }
    assert.equal((await member.read(undecided)).state, 'open');
    assert.deepEqual(await member.dutiesOf(undecided), []);
    await junior.use(undecided, 'refuse', {});
    await passing(missed.nextAt, [at.chief]);
    await passing('2026-08-03T23:00:00Z', [member, junior]);
    assert.equal((await member.read(asked)).state, 'closed');
  });
});
