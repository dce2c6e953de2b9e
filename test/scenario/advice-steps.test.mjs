// Advice step by step under each protocol: who can do what in which state, and what the passing of time does to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice, attested, given, protocols, released } from '../lib/protocol.mjs';
import { duty, events, partNames, powers, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const confidential = { northampton: '3.15', county: '1.11.3', town: '6.1(h)' };
const release = { northampton: '3.15', county: '1.11.3', town: '6.1(f)' };
const own = { northampton: '2.9', county: '1.7.9', town: '5.1' };
const refusal = { reason: 'A sale is under way.', 'other-way': 'none' };
const sorted = (list) => [...list].sort();

/** But for what one protocol alone has. */
const ordinary = (record) => sorted(powers(record)).filter((power) => !['allow-names', 'consent', 'consult', 'treat-as-foi'].includes(power));

for (const [pack, protocol] of Object.entries(protocols))
  within(pack, (at) => {
    /** Asked by a Member of the Administration, of whom nobody's leadership is told; with the junior. */
    async function handedOn(more, people = at) {
      const record = await people.supporter.open('advice', advice(pack, at.service, more));
      await people.head.use(record, 'reassign', { to: at.junior.id });
      return record;
    }

    test(`${pack} ${confidential[pack]}: advice to one Member is sent by who deals with it, and read by their head as well`, async () => {
      const record = await at.supporter.open('advice', advice(pack, at.service));
      const choices = (await at.head.read(record)).powers.find((one) => one.name === 'reassign').form[0].choices;
      const line = [at.service.head, ...at.service.juniors].map((person) => person.id);
      assert.deepEqual(sorted(choices.map((choice) => choice.value)), sorted(line));
      await at.head.use(record, 'reassign', { to: at.junior.id });
      assert.deepEqual(events(await at.supporter.read(record)), ['open'], 'who deals with it is between the two');
      assert.deepEqual(ordinary(await at.head.read(record)), ['reassign']);
      assert.deepEqual(ordinary(await at.junior.read(record)), ['acknowledge', 'answer', 'ask-back', 'narrow', 'reassign', 'refuse']);
      const refuse = (await at.junior.read(record)).powers.find((one) => one.name === 'refuse');
      assert.ok(!refuse.form.some((field) => field.name === 'group-reason'));
      await at.junior.use(record, 'answer', given(pack));
      for (const who of [at.supporter, at.head, at.junior])
        assert.deepEqual(sorted(partNames(await who.read(record)).filter((name) => !['handling', 'telling'].includes(name))), [
          'advice',
          'attestation',
          'facts',
          'question',
        ]);
      assert.deepEqual(powers(await at.junior.read(record)).sort(), ['revise', 'revise-facts']);
      await at.supporter.use(record, 'close');
      const again = { advice: 'Sell it.', why: 'The club has gone.', ...attested };
      assert.equal(text(await at.junior.use(record, 'revise', again), 'advice', 'advice'), 'Sell it.');
    });

    test(`${pack} ${own[pack]}: facts that are revised are another version of what was given`, async () => {
      const record = await handedOn({ seeks: 'facts' });
      await at.junior.use(record, 'give-facts', released(pack, { facts: 'It has four gates.' }));
      assert.deepEqual(powers(await at.junior.read(record)), ['revise-facts']);
      await at.junior.use(record, 'revise-facts', { facts: 'It has five gates.', 'why-facts': 'One was found.' });
      const { entries } = (await at.supporter.read(record)).parts.find((part) => part.name === 'facts');
      assert.deepEqual(sorted(entries.map((entry) => entry.version)), [1, 2]);
    });

    test(`${pack} ${release[pack]}: facts are given whether it was just sent, acknowledged or answered with a proposal`, async () => {
      const source = await handedOn({});
      assert.equal((await at.junior.read(source)).powers.find((power) => power.name === 'answer').precedents, advice(pack, at.service).subject);
      await at.junior.use(source, 'answer', given(pack));
      const ways = [
        ['release', released(pack, { source: source.ref })],
        ['give-facts', released(pack, { facts: 'It has four gates.' })],
      ];
      for (const [power, fields] of ways) {
        const [sent, acknowledged, proposed] = [await handedOn({ seeks: 'facts' }), await handedOn({ seeks: 'facts' }), await handedOn({ seeks: 'facts' })];
        await at.junior.use(acknowledged, 'acknowledge', { explanation: 'They are counted.', expected: '2026-07-17' });
        await at.junior.use(proposed, 'narrow', { proposal: 'Those of the yard.' });
        const declined = await handedOn({ seeks: 'facts' });
        await at.junior.use(declined, 'narrow', { proposal: 'Those of the yard.' });
        await at.supporter.use(declined, 'decline');
        assert.deepEqual(await at.supporter.dutiesOf(declined), []);
        for (const record of [sent, acknowledged, proposed]) {
          assert.equal((await at.junior.use(record, power, fields)).state, 'answered');
          assert.deepEqual(await at.junior.dutiesOf(record), []);
          assert.deepEqual(await at.supporter.dutiesOf(record), []);
        }
      }
    });

    test(`${pack} ${protocol.respond.clause}, C.3, C.4, C.5: the clocks of advice are an enquiry's, and who is told is told by name`, async (t) => {
      const council = await young({ pack });
      t.after(() => council.stop());
      const { missed } = protocol;
      const supporter = await council.as(at.supporter.person);
      const junior = await council.as(at.junior.person);
      const people = { supporter, head: await council.as(at.head.person) };
      const begin = async (power, fields, more = {}) => {
        const record = await handedOn(more, people);
        if (power !== undefined) await junior.use(record, power, fields);
        return record;
      };
      await begin(); // of which nothing comes
      const promised = await begin('acknowledge', { explanation: 'The valuer is asked.', expected: '2026-07-09' });
      const asked = await begin('ask-back', { asked: 'For how long?' });
      const proposed = await begin('narrow', { proposal: 'The yard only.' });
      const refused = await begin('refuse', refusal);
      const answered = await begin('answer', given(pack));
      const facts = { seeks: 'facts' };
      const ended = [
        refused,
        answered,
        await begin('give-facts', released(pack, { facts: 'It has four gates.' }), facts),
        await begin('release', released(pack, { source: answered.ref }), facts),
      ];
      assert.equal(duty(await supporter.read(proposed), 'respond').paused, true);

      /** Exactly these are told when that moment comes, a name as often as it is told. */
      const passing = async (when, people) => {
        await council.clock(new Date(Date.parse(when) - 1000).toISOString().replace('.000', ''));
        const told = await watchNotices(council);
        await council.clock(when);
        assert.deepEqual(sorted((await told()).map((notice) => notice.person.name)), sorted(people.map((person) => person.name)), when);
      };
      const also = missed.also.map((role) => at.cast.holder(role));
      const overdue = [supporter, at.head, ...also];
      const resumed = [supporter, junior];
      await passing('2026-07-09T23:00:00Z', [supporter, at.head]);
      await junior.use(promised, 'answer', given(pack));
      if (pack !== 'town') {
        await passing(missed.at, overdue);
        await passing(missed.nextAt, [at.cast.holder(missed.next)]);
      }
      for (const record of ended) assert.ok(powers(await supporter.read(record)).includes('follow-up'), record.state);
      await passing('2026-07-20T23:00:00Z', pack === 'town' ? [...resumed, ...overdue] : resumed);
      for (const record of ended) {
        const seen = await supporter.read(record);
        assert.deepEqual([seen.state, ordinary(seen)], ['closed', []]);
        assertRefused(await supporter.tryUse(record, 'follow-up', { more: 'And?' }), 'C.4');
      }
      assert.equal((await supporter.read(proposed)).state, 'open');
      assert.deepEqual(await supporter.dutiesOf(proposed), []);
      await junior.use(proposed, 'refuse', refusal);
      if (pack === 'town') await passing(missed.nextAt, [at.cast.holder(missed.next)]);
      await passing('2026-08-03T23:00:00Z', [supporter, junior]);
      assert.equal((await supporter.read(asked)).state, 'closed');
    });
  });

within('northampton', (at) => {
  test('northampton 3.5-b, 3.7: of facts, too, the leadership is told or it is said why not, and nobody is owed counsel any more', async () => {
    const source = await at.supporter.open('advice', advice('northampton', at.service));
    await at.head.use(source, 'answer', given('northampton'));
    for (const [power, fields] of [
      ['release', { source: source.ref }],
      ['give-facts', { facts: 'It has four gates.' }],
    ])
      for (const [tell, told] of [
        ['tell-leadership', { told: 'It has four gates.' }],
        ['keep-from-leadership', { exception: 'routine' }],
      ]) {
        const record = await at.member.open('advice', advice('northampton', at.service, { seeks: 'facts' }));
        await at.head.use(record, 'consult', { doubt: 'May they have them?' });
        await at.head.use(record, power, fields);
        assert.deepEqual(await at.chief.dutiesOf(record), []);
        assert.deepEqual((await at.head.dutiesOf(record)).map((one) => [one.name, one.due]), [['tell', '2026-07-13']]);
        await at.head.use(record, tell, told);
        assert.deepEqual(await at.head.dutiesOf(record), []);
      }
  });

  test('northampton 3.5-b, 3.7: of advice, too, it is told when the Chief Executive has not advised, and the leadership was not told', async (t) => {
    const council = await young({ pack: 'northampton' });
    t.after(() => council.stop());
    const [member, head, junior] = await Promise.all([at.member, at.head, at.junior].map((who) => council.as(who.person)));
    const begin = async (power, fields) => {
      const record = await member.open('advice', advice('northampton', at.service));
      await head.use(record, 'reassign', { to: junior.id });
      await junior.use(record, power, fields);
      return record;
    };
    const doubtful = await begin('consult', { doubt: 'May it leave the service?' });
    const sent = await begin('answer', given('northampton'));
    await member.use(sent, 'close');
    const passing = async (when) => {
      const told = await watchNotices(council);
      await council.clock(when);
      return whoWasTold(await told());
    };
    assert.deepEqual(await passing('2026-07-08T22:59:59Z'), []);
    assert.deepEqual(await passing('2026-07-08T23:00:00Z'), names([junior]));
    await junior.use(doubtful, 'refuse', refusal);
    assert.deepEqual(await passing('2026-07-13T22:59:59Z'), []);
    assert.deepEqual(await passing('2026-07-13T23:00:00Z'), names([at.head, at.chief]));
    for (const record of [doubtful, sent])
      for (const who of [head, junior]) assert.ok(!powers(await who.read(record)).includes('answer'));
  });
});
