// What the two committee reports ask for: recommendations followed, a draft commented on and adopted, a working group,
// and training.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

within('northampton', (at) => {
  const everyone = (parts, but) =>
    at.cast.people.filter((person) => !but.some((who) => who.id === person.id)).map((person) => [person, { reads: parts }]);

  // ---- recommendations

  const recommendation = (more) => ({
    source: 'The internal audit of December 2018',
    owner: at.head.id,
    due: '2026-07-31',
    subject: 'Revise the protocol',
    recommendation: 'Bring the protocol up to date.',
    ...more,
  });

  test('northampton 2019-1: each recommendation has its source, owner, day and state, and all stand on one page', async () => {
    await assertOpenTo(at.council, 'recommendation', [at.monitor, at.chief]);
    const told = await watchNotices(at.council);
    const record = await at.monitor.open('recommendation', recommendation());
    assert.deepEqual(whoWasTold(await told()), names([at.head]));
    await assertStands(at.council, record, 'open', [
      [at.monitor, { reads: ['recommendation'], can: ['drop'] }],
      [at.head, { reads: ['recommendation'], can: ['finish', 'report-progress'], owes: { follow: '2026-07-31' } }],
      ...everyone(['recommendation'], [at.monitor, at.head]),
    ]);
    await at.head.use(record, 'report-progress', { progress: 'Half of it.' });
    await at.head.use(record, 'finish', { result: 'Done.' });
    const followed = ['progress', 'recommendation'];
    await assertStands(at.council, record, 'done', [[at.monitor, { reads: followed }], ...everyone(followed, [at.monitor])]);
    assertErrors(await at.monitor.tryOpen('recommendation', recommendation({ owner: at.member.id })), 'owner');
    const dropped = await at.chief.open('recommendation', recommendation());
    await at.chief.use(dropped, 'drop', { reason: 'Overtaken.' });
    const listed = await at.loner.list('&state=all&procedure=recommendation');
    assert.deepEqual(new Map(listed.map((row) => [row.ref, row.state])), new Map([[dropped.ref, 'dropped'], [record.ref, 'done']]));
  });

  test('northampton 2019-2.3: a report that is due at a meeting is a duty with a date', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const monitor = await own.as(at.monitor.person);
    await monitor.open('recommendation', recommendation({ due: '2026-12-14', subject: 'Report to the December meeting' }));
    await own.clock('2026-12-14T23:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-12-15T00:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([monitor, at.head]));
  });

  // ---- a draft

  const draft = () => ({
    readers: [at.member.id, at.head.id],
    until: '2026-07-31',
    subject: 'Third draft',
    draft: 'Clause 3.15 is new.',
  });
  const comment = (on, more) => ({
    draft: on.ref,
    as: 'myself',
    clause: '3.15',
    subject: 'Facts',
    comment: 'Say which facts.',
    ...more,
  });

  test('northampton 2019-2.1: a draft is open for comment, clause by clause, to those named, and comments are answered', async () => {
    await assertOpenTo(at.council, 'draft', [at.monitor]);
    const told = await watchNotices(at.council);
    const record = await at.monitor.open('draft', draft());
    assert.deepEqual(whoWasTold(await told()), names([at.member, at.head]));
    await assertStands(at.council, record, 'commenting', [
      [at.monitor, { reads: ['draft'], can: ['drop'] }],
      [at.member, { reads: ['draft'] }],
      [at.head, { reads: ['draft'] }],
    ]);
    assert.ok((await at.member.read(record)).offers.some((offer) => offer.procedure === 'comment'));
    assertErrors(await at.supporter.tryOpen('comment', comment(record)), 'draft');
    const said = await at.member.open('comment', comment(record));
    await assertStands(at.council, said, 'open', [
      [at.member, { reads: ['comment'], can: ['withdraw'] }],
      [at.monitor, { reads: ['comment'], can: ['answer'], owes: { answer: '2026-08-03' } }],
    ]);
    await at.monitor.use(said, 'answer', { taken: 'whole', answer: 'It will.' });
    await assertStands(at.council, said, 'answered', [at.member, at.monitor].map((who) => [who, { reads: ['answer', 'comment'] }]));
    const gone = await at.head.open('comment', comment(record));
    assert.equal((await at.head.use(gone, 'withdraw')).state, 'withdrawn');
  });

  test('northampton 2020-2.1, 2020-3.1.4.7: recommended by a committee, adopted by the Council, and only then in force', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const [monitor, member] = [await own.as(at.monitor.person), await own.as(at.member.person)];
    const record = await monitor.open('draft', draft());
    const waiting = await member.open('comment', comment(record));
    /** What the Monitoring Officer can do; who may comment can do nothing with it. */
    const can = async () => {
      assert.deepEqual((await member.read(record)).powers, []);
      return (await monitor.read(record)).powers.map((power) => power.name).sort();
    };
    assert.deepEqual(await can(), ['drop']);
    await own.clock('2026-07-31T22:59:59Z');
    assert.deepEqual(await can(), ['drop']);
    const told = await watchNotices(own);
    await own.clock('2026-07-31T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([monitor]), 'that the time for comments is over');
    assert.deepEqual(await can(), ['drop', 'recommend']);
    assertErrors(await member.tryOpen('comment', comment(record)), 'draft');
    const { bodies } = await monitor.expect(200, 'GET', '/api/v1/bodies');
    await monitor.use(record, 'recommend', {
      committee: bodies[0].id,
      'committee-day': '2026-06-29',
      'committee-resolution': 'To recommend it.',
    });
    assert.deepEqual(await can(), ['adopt', 'drop']);
    await monitor.use(record, 'adopt', { 'council-day': '2026-07-20', 'council-resolution': 'To adopt it.' });
    assert.deepEqual(await can(), ['bring-into-force', 'drop']);
    const after = await monitor.use(record, 'bring-into-force', { 'from-day': '2026-07-31' });
    assert.equal(after.state, 'in-force');
    const reads = { reads: ['draft', 'resolutions'] };
    await assertStands(own, record, 'in-force', [monitor, member, at.head].map((who) => [who, reads]));
    await told();
    await own.clock('2026-08-03T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([member]), 'a comment that is not answered in time');
    assert.equal((await member.read(waiting)).state, 'open');
    const other = await monitor.open('draft', { ...draft(), until: '2026-08-28' });
    assert.deepEqual(await monitor.dutiesOf(other), [], 'nobody owes it that the time passes');
    assert.equal((await monitor.use(other, 'drop', { reason: 'Too long.' })).state, 'dropped');
    await told();
    await own.clock('2026-08-28T23:00:00Z');
    assert.deepEqual(await told(), [], 'of what was dropped nothing is told');
  });

  // ---- a working group

  const group = () => ({
    cabinet: [at.cabinet.id],
    backbench: [at.member.id],
    coopted: 'Mx Unnamed',
    senior: [at.head.id],
    junior: [at.junior.id],
    subject: 'Protocol working group',
    terms: 'To go through the draft.',
  });

  test('northampton 2019-2.2: a working group has its members, terms, meetings, and comments under its name', async () => {
    await assertOpenTo(at.council, 'working-group', [at.monitor]);
    const told = await watchNotices(at.council);
    const record = await at.monitor.open('working-group', group());
    const members = [at.cabinet, at.member, at.head, at.junior];
    assert.deepEqual(whoWasTold(await told()), names(members));
    await assertStands(at.council, record, 'working', [
      [at.monitor, { reads: ['terms'], can: ['end', 'meet'], owes: { report: '2026-12-22' } }],
      ...members.map((who) => [who, { reads: ['terms'], can: ['speak'] }]),
    ]);
    await at.junior.use(record, 'speak', { point: 'Short notice.' });
    await at.monitor.use(record, 'meet', { day: '27 January', minutes: 'All was read.' });
    const on = await at.monitor.open('draft', draft());
    const said = await at.member.open('comment', comment(on, { as: 'working-group', group: record.ref }));
    assert.ok(said.linked.some((link) => link.ref === record.ref));
    assertErrors(await at.head.tryOpen('comment', comment(on, { as: 'working-group' })), 'group');
    const open = { reads: ['comment'] };
    await assertStands(at.council, said, 'open', [
      [at.member, { ...open, can: ['withdraw'] }],
      [at.monitor, { ...open, can: ['answer'], owes: { answer: '2026-08-03' } }],
      ...members.filter((who) => who !== at.member).map((who) => [who, open]),
    ]);
    await at.monitor.use(said, 'answer', { taken: 'partly', answer: 'The first half.' });
    const seen = { reads: ['answer', 'comment'] };
    await assertStands(at.council, said, 'answered', [at.monitor, ...members].map((who) => [who, seen]));
    for (const other of [on, said])
      assertErrors(await at.member.tryOpen('comment', comment(on, { as: 'working-group', group: other.ref })), 'group');
    assertErrors(await at.member.tryOpen('comment', comment(record)), 'draft');
    await at.monitor.use(record, 'end', { report: 'Three points.' });
    await assertStands(at.council, record, 'ended', [at.monitor, ...members].map((who) => [who, { reads: ['meetings', 'terms'] }]));
    assertErrors(await at.member.tryOpen('comment', comment(on, { as: 'working-group', group: record.ref })), 'group');
  });

  test('northampton 2019-3.1.7: what is missing in its composition is said', async () => {
    for (const kind of ['cabinet', 'backbench', 'coopted', 'senior', 'junior'])
      assertErrors(await at.monitor.tryOpen('working-group', { ...group(), [kind]: undefined }), kind);
    const { form } = await at.monitor.offered('working-group');
    const offeredAs = (kind) => form.find((field) => field.name === kind).choices.map((choice) => choice.value);
    assert.ok(offeredAs('cabinet').includes(at.cast.holder('council-leader').id));
    for (const [kind, others] of [
      ['cabinet', [at.member, at.head]],
      ['backbench', [at.cabinet, at.cast.holder('council-leader'), at.head]],
      ['senior', [at.junior]],
      ['junior', [at.head, at.chief, at.member]],
    ])
      for (const other of others) {
        assert.ok(!offeredAs(kind).includes(other.id), `${other.name} is not offered as ${kind}`);
        assertErrors(await at.monitor.tryOpen('working-group', { ...group(), [kind]: [other.id] }), kind);
      }
  });

  test('northampton 2019-2.2: a working group that has not reported in time is told to who set it up', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const monitor = await own.as(at.monitor.person);
    await monitor.open('working-group', group());
    await own.clock('2026-12-22T23:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-12-23T00:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([monitor]));
  });

  // ---- a call to the training

  test('northampton 2019-3.1.2: who is called is told and reminded; who has completed it, and under which version, is reported', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    await assertOpenTo(own, 'training-call', [at.monitor]);
    const [monitor, member, junior] = await Promise.all([at.monitor, at.member, at.junior].map((who) => own.as(who.person)));
    const called = [member, junior];
    const told = await watchNotices(own);
    const call = await monitor.open('training-call', {
      people: called.map((who) => who.id),
      until: '2026-07-31',
      subject: 'As adopted on 20 July 2020',
    });
    assert.deepEqual(whoWasTold(await told()), names(called));
    await assertStands(own, call, 'open', [
      [monitor, { reads: ['call'], can: ['report'], owes: { report: '2026-07-31' } }],
      ...called.map((who) => [who, { reads: ['call'] }]),
    ]);
    assert.ok((await member.read(call)).offers.some((offer) => offer.procedure === 'training'));
    const done = await member.open('training', { ...trainings.northampton.right, call: call.ref });
    const linked = async (who) => (await who.read(call)).linked.map((link) => link.ref);
    assert.deepEqual([await linked(monitor), await linked(member), await linked(junior)], [[done.ref], [done.ref], []]);
    assert.equal((await monitor.read(done)).opener.id, member.id);
    assertErrors(await (await own.as(at.supporter.person)).tryOpen('training', { ...trainings.northampton.right, call: call.ref }), 'call');
    for (const [when, who] of [
      ['2026-07-24T22:59:59Z', []],
      ['2026-07-24T23:00:00Z', called],
      ['2026-07-31T23:00:00Z', [monitor]],
      ['2026-08-07T23:00:00Z', [monitor]],
    ]) {
      const reminded = await watchNotices(own);
      await own.clock(when);
      assert.deepEqual(whoWasTold(await reminded()), names(who), when);
    }
    await monitor.use(call, 'report', { completed: `${member.name}, on the version of July 2020. One has not.` });
    await assertStands(own, call, 'reported', [
      [monitor, { reads: ['call', 'report'] }],
      ...called.map((who) => [who, { reads: ['call'] }]),
    ]);
    assertErrors(await junior.tryOpen('training', { ...trainings.northampton.right, call: call.ref }), 'call');
  });
});

// ---- training

const trainings = {
  northampton: {
    clause: '2019-3.1.2',
    keeper: 'monitoring-officer',
    right: { advice: 'ask', facts: 'facts', whom: 'head', party: 'never', group: 'decided', conduct: 'private', breach: 'code' },
    wrong: {
      advice: ['press', '2.9'],
      facts: ['advice', '3.15'],
      whom: ['nearest', '3.9'],
      party: ['sometimes', '2.4'],
      group: ['at once', '2.3'],
      conduct: ['meeting', '3.12'],
      breach: ['grievance', '2019-3.1.5'],
    },
  },
  county: {
    clause: '1.2, 1.3, 1.6.1, 1.10',
    keeper: 'monitoring-officer',
    right: { friends: 'declare', whole: 'council', public: 'private', employer: 'may', party: 'decline', unsure: 'treat' },
    wrong: {
      friends: ['nothing', '1.2'],
      whole: ['majority', '1.3'],
      public: ['meeting', '1.6.1'],
      employer: ['never', '1.10'],
      party: ['help', '1.11.3'],
      unsure: ['use', '1.8.4'],
    },
  },
  town: {
    clause: '6.1(i), 7.1, 7.12',
    keeper: 'town-clerk',
    right: { tone: 'courteously', roles: 'clerk', friends: 'declare', report: 'options', neutral: 'clerk' },
    wrong: {
      tone: ['sharply', '7.1'],
      roles: ['councillors', '7.12'],
      friends: ['nothing', '7.2'],
      report: ['recommendation', '8.2'],
      neutral: ['press', '7.11'],
    },
  },
};

for (const [pack, { clause, keeper, right, wrong }] of Object.entries(trainings))
  within(pack, (at) => {
    test(`${pack} ${clause}: everybody takes the training, and who keeps it alone sees who has completed it`, async () => {
      const keeps = await at.council.as(at.cast.holder(keeper));
      await assertOpenTo(at.council, 'training', at.cast.people);
      for (const who of [at.member, at.junior]) {
        const record = await who.open('training', right);
        await assertStands(at.council, record, 'completed', [
          [who, {}],
          [keeps, {}],
        ]);
      }
      assert.equal((await keeps.list('&state=all&procedure=training')).length, 2);
      assert.equal((await at.member.list('&state=all&procedure=training')).length, 1);
    });

    test(`${pack} ${clause}: a wrong answer shows its clause`, async () => {
      for (const [question, [answer, shown]] of Object.entries(wrong))
        assertRefused(await at.member.tryOpen('training', { ...right, [question]: answer }), shown);
    });
  });
