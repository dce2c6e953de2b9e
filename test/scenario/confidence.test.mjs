// What is told in confidence: pressure, wrongdoing, advice on procedure, disagreements, leaks and disclosures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { duty, events, partNames, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

within('northampton', (at) => {
  test('northampton 3.10: an Officer reports pressure on any record in two clicks, to their line manager alone', async () => {
    await assertOpenTo(at.council, 'pressure', at.cast.officers);
    const about = await at.member.open('enquiry', enquiry('northampton', at.service));
    await at.head.use(about, 'reassign', { to: at.junior.id });
    assert.ok((await at.junior.read(about)).offers.some((offer) => offer.procedure === 'pressure'));
    assert.ok(!(await at.member.read(about)).offers.some((offer) => offer.procedure === 'pressure'));
    const before = JSON.stringify(await at.member.read(about));
    const record = await at.junior.open('pressure', { about: about.ref });
    await assertStands(at.council, record, 'open', [
      [at.junior, { can: ['add'] }],
      [at.head, { can: ['deal'], owes: { deal: '2026-07-13' } }],
    ]);
    assert.equal(JSON.stringify(await at.member.read(about)), before, 'the Member learns nothing of it');
    await at.junior.use(record, 'add', { more: 'He rang me at home.' });
    await at.head.use(record, 'deal', { step: 'I spoke with the group’s whip.' });
    const all = { reads: ['report', 'steps'], marked: ['report', 'steps'] };
    await assertStands(at.council, record, 'dealt', [at.junior, at.head].map((who) => [who, all]));
  });

  test('northampton 2.9: “asked to change advice” reaches the Monitoring Officer, and not the line manager', async () => {
    const record = await at.junior.open('pressure', { what: 'change advice', report: 'To say that it is lawful.' });
    await assertStands(at.council, record, 'open', [
      [at.junior, { reads: ['report'], marked: ['report'], can: ['add'] }],
      [at.monitor, { reads: ['report'], marked: ['report'], can: ['deal'], owes: { deal: '2026-07-13' } }],
    ]);
  });

  test('northampton 3.10: a report that nobody deals with is told to the Chief Executive', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    await (await own.as(at.junior.person)).open('pressure', {});
    const told = await watchNotices(own);
    await own.clock('2026-07-13T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-13T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([at.junior, at.chief]));
  });

  /** The id of a post of this person, as the Chief Executive is offered it. */
  async function postOf(record, person) {
    const { powers } = await at.chief.read(record);
    const field = powers.find((power) => power.name === 'seek-instructions').form.find((one) => one.name === 'consulted');
    return field.choices.find((choice) => person.posts.some((post) => choice.label.startsWith(post))).value;
  }

  const asked = { seeks: 'procedure', subject: 'A motion', question: 'Can it be moved without notice?' };

  test('northampton 3.4, 3.5-a: every Member, of any group or none, may ask the Chief Executive about procedure', () =>
    assertOpenTo(at.council, 'procedural-advice', at.cast.members));

  test('northampton 3.4-confidential: the advice is between the two alone', async () => {
    for (const by of [at.member, at.loner, at.supporter]) {
      const record = await by.open('procedural-advice', asked);
      const question = { reads: ['question'], marked: ['question'] };
      await assertStands(at.council, record, 'open', [
        [by, { ...question, can: ['withdraw'] }],
        [at.chief, { ...question, can: ['answer', 'refuse', 'seek-instructions'], owes: { respond: '2026-07-13' } }],
      ]);
      assert.equal((await at.chief.read(record)).opener.name, by.name, 'who answers knows who asked');
      await at.chief.use(record, 'answer', { answer: 'With the Chair’s leave.' });
      const consents = by === at.supporter ? ['consent'] : [];
      const both = { reads: ['answer', 'question'], marked: ['answer', 'question'] };
      await assertStands(at.council, record, 'answered', [
        [by, { ...both, can: consents }],
        [at.chief, both],
      ]);
    }
  });

  test('northampton 3.4-confidential: who is consulted does not learn who asked, unless the Member agrees', async () => {
    const record = await at.member.open('procedural-advice', asked);
    const leader = at.cast.holder('council-leader');
    const post = await postOf(record, leader);
    await at.chief.use(record, 'seek-instructions', { ask: 'post', consulted: post, doubt: 'May a motion be moved without notice?' });
    const consulted = await at.council.as(leader);
    await assertStands(at.council, record, 'instructed', [
      [at.member, { reads: ['question'], can: ['be-named', 'withdraw'], knows: ['open'] }],
      [
        at.chief,
        {
          reads: ['instructions', 'question'],
          marked: ['instructions', 'question'],
          can: ['answer', 'refuse', 'seek-instructions'],
          owes: { complete: '2026-07-20' },
        },
      ],
      [consulted, { reads: ['instructions'], can: ['instruct'], owes: { instruct: '2026-07-13' } }],
    ]);
    assert.equal(duty(await at.member.read(record), 'instruct'), undefined, 'who is consulted is not for the Member to know');
    const unnamed = JSON.stringify(await consulted.read(record));
    assert.ok(!unnamed.includes(at.member.name) && !unnamed.includes(at.member.id));
    await at.member.use(record, 'be-named');
    assert.ok(JSON.stringify(await consulted.read(record)).includes(at.member.name));
    await consulted.use(record, 'instruct', { instruction: 'Allow it.' });
    assert.deepEqual(await consulted.dutiesOf(record), []);
    assert.deepEqual(events(await at.member.read(record)), ['open', 'be-named']);
    await at.chief.use(record, 'answer', { answer: 'Yes.' });
    assert.ok(!partNames(await at.member.read(record)).includes('instructions'));
    for (const [power, fields] of [['answer', { answer: 'Yes.' }], ['refuse', { ground: 'law', reason: 'It is not allowed.' }]]) {
      const doubtful = await at.member.open('procedural-advice', asked);
      await at.chief.use(doubtful, 'seek-instructions', { ask: 'post', consulted: post, doubt: 'May it?' });
      await at.chief.use(doubtful, power, fields);
      for (const who of [at.chief, consulted]) assert.deepEqual(await who.dutiesOf(doubtful), []);
    }
  });

  test('northampton 3.4-confidential: leaders, chairs and Cabinet Members are consulted, and nobody else', async () => {
    const record = await at.member.open('procedural-advice', asked);
    const field = (await at.chief.read(record)).powers
      .find((power) => power.name === 'seek-instructions')
      .form.find((one) => one.name === 'consulted');
    const roles = ['council-leader', 'chair', 'cabinet-member'];
    const held = at.cast.people.flatMap(({ tenures }) => tenures.filter(({ now, role }) => now && roles.includes(role)));
    assert.deepEqual(new Set(field.choices.map(({ label }) => label)), new Set(held.map(({ title }) => title)));
  });

  test('northampton 3.4-confidential: the Leader is consulted, and no other group’s; or the Cabinet or a committee, through its Chair', async () => {
    const record = await at.member.open('procedural-advice', asked);
    const form = (await at.chief.read(record)).powers.find((power) => power.name === 'seek-instructions').form;
    const posts = form.find((field) => field.name === 'consulted').choices.map((choice) => choice.label);
    assert.ok(posts.some((label) => label.startsWith('Leader of the Council')));
    for (const group of at.cast.groups) assert.ok(!posts.some((label) => label.startsWith(`Leader of the ${group.name}`)), group.name);
    const { bodies } = await at.chief.expect(200, 'GET', '/api/v1/bodies');
    const deciding = bodies.filter((one) => !one.informal).map((one) => one.id);
    const offered = form.find((field) => field.name === 'consulted-body').choices.map((choice) => choice.value);
    assert.deepEqual(offered.sort(), deciding.sort(), 'a board that decides nothing gives no instructions');
    const body = bodies.find((one) => one.name === 'Cabinet');
    const members = (await at.chief.expect(200, 'GET', `/api/v1/bodies/${body.id}`)).people;
    await at.chief.use(record, 'seek-instructions', { ask: 'body', 'consulted-body': body.id, doubt: 'May it be moved?' });
    const rest = members.filter((person) => person.id !== body.head.id);
    await assertStands(at.council, record, 'instructed', [
      [at.member, { reads: ['question'], can: ['be-named', 'withdraw'] }],
      [at.chief, { reads: ['instructions', 'question'], can: ['answer', 'refuse', 'seek-instructions'], owes: { complete: '2026-07-20' } }],
      [body.head, { reads: ['instructions'], can: ['instruct'], owes: { instruct: '2026-07-13' } }],
      ...rest.map((person) => [person, { reads: ['instructions'] }]),
    ]);
    const chair = await at.council.as(body.head);
    assert.ok(!JSON.stringify(await chair.read(record)).includes(at.member.name));
    await chair.use(record, 'instruct', { instruction: 'Allow it.' });
    await at.member.use(record, 'be-named');
    assert.ok(JSON.stringify(await (await at.council.as(rest[0])).read(record)).includes(at.member.name));
  });

  test('northampton 3.7, 3.4-confidential: a Head of Service advises on procedure in the same confidence', async () => {
    const record = await at.member.open('procedural-advice', { ...asked, service: at.service.id });
    await assertStands(at.council, record, 'open', [
      [at.member, { reads: ['question'], can: ['withdraw'] }],
      [at.head, { reads: ['question'], can: ['answer', 'refuse', 'seek-instructions'], owes: { respond: '2026-07-13' } }],
    ]);
    const refused = await at.head.use(record, 'refuse', { ground: 'neutrality', reason: 'It would favour one side.' });
    assert.equal(refused.state, 'refused');
  });

  test('northampton 3.3: what the Administration discusses with the Chief Executive is kept from other groups until it consents', async () => {
    const record = await at.supporter.open('procedural-advice', asked);
    const consulted = await postOf(record, at.cabinet.person);
    await at.chief.use(record, 'seek-instructions', { ask: 'post', consulted, doubt: 'May it be said when?' });
    await at.supporter.use(record, 'be-named');
    await at.chief.use(record, 'answer', { answer: 'In July.' });
    const others = at.cast.groups.filter((group) => group.id !== at.supporter.person.group.id).map((group) => group.leader);
    for (const leader of others) assert.equal(await (await at.council.as(leader)).read(record), null);
    const consented = await at.supporter.use(record, 'consent', { consent: 'They should plan too.' });
    assert.ok(consented.timeline.some((event) => event.power === 'consent'), 'the consent is on record');
    for (const leader of others) {
      const seen = await (await at.council.as(leader)).read(record);
      assert.deepEqual(partNames(seen), ['question', 'answer']);
      assert.ok(events(seen).includes('consent'), 'they see the record whole');
      assert.equal(seen.opener.name, 'a Member', 'and not who asked, which who was consulted alone may know');
    }
    assert.equal(await at.member.read(record), null, 'their leaders, and nobody else');
    const again = await at.supporter.open('procedural-advice', asked);
    await at.chief.use(again, 'answer', { answer: 'In August.' });
    assert.ok(events(await at.supporter.use(again, 'consent')).includes('consent'), 'without a reason, too');
  });

  test('northampton 3.5-a: no advice on what policy a group should pursue', async () => {
    assertRefused(await at.member.tryOpen('procedural-advice', { ...asked, seeks: 'policy' }), '3.5-a');
  });

  test('northampton 3.3-neutral: nothing is asked that would put neutrality in doubt, and the refusal says so', async () => {
    assertRefused(await at.member.tryOpen('procedural-advice', { ...asked, seeks: 'partial' }), '3.3-neutral');
    const record = await at.member.open('procedural-advice', asked);
    const refused = await at.chief.use(record, 'refuse', { ground: 'neutrality', reason: 'It would favour one side.' });
    assert.equal(refused.state, 'refused');
    assert.deepEqual(await at.chief.dutiesOf(record), []);
    assert.match(text(await at.member.read(record), 'answer', 'ground'), /neutrality/);
  });

  test('northampton 3.4: whoever waits for the Chief Executive, or the Chief Executive for instructions, is told', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const [member, chief] = [await own.as(at.member.person), await own.as(at.chief.person)];
    const gone = await member.open('procedural-advice', asked);
    assert.equal((await member.use(gone, 'withdraw')).state, 'withdrawn');
    await member.open('procedural-advice', asked);
    const doubtful = await member.open('procedural-advice', asked);
    const leader = at.cast.holder('council-leader');
    const post = await postOf(await at.member.open('procedural-advice', asked), leader);
    await chief.use(doubtful, 'seek-instructions', { ask: 'post', consulted: post, doubt: 'May it?' });
    for (const [when, who] of [
      ['2026-07-13T23:00:00Z', [member, chief]],
      ['2026-07-20T23:00:00Z', [member]],
    ]) {
      const told = await watchNotices(own);
      await own.clock(when);
      assert.deepEqual(whoWasTold(await told()), names(who), when);
    }
  });
});

// ---- wrongdoing

for (const [pack, clause] of [
  ['county', '1.6.2(d)'],
  ['town', '6.1(j)'],
])
  within(pack, (at) => {
    const report = { what: 'wrongdoing', subject: 'Invoices', report: 'The same van was paid for three times.' };
    const reporters = () => at.council.as(at.cast.holder('monitoring-officer'));

    test(`${pack} ${clause}: wrongdoing is reported without a name, and the Monitoring Officer alone reads it`, async () => {
      const monitor = await reporters();
      const answer = await at.council.nobody().tryOpen('confidential-report', report);
      assert.equal(answer.status, 201, answer.text);
      const { ref } = answer.body;
      await assertStands(at.council, { ref }, 'received', [
        [monitor, { reads: ['report'], marked: ['report'], can: ['acknowledge', 'ask-back', 'close'], owes: { respond: '2026-07-13' } }],
      ]);
    });

    test(`${pack} ${clause}: what is said of it stays between the two, and what the reporter says of themselves as well`, async () => {
      const monitor = await reporters();
      const record = await at.junior.open('confidential-report', { ...report, name: 'J', contact: 'At home' });
      await monitor.use(record, 'acknowledge', { acknowledgement: 'I look at the ledger.' });
      await monitor.use(record, 'ask-back', { asked: 'Which van?' });
      await at.junior.use(record, 'add', { more: 'The white one.' });
      const said = ['exchange', 'report', 'reporter'];
      await assertStands(at.council, record, 'looked-into', [
        [at.junior, { reads: [...said], marked: said, can: ['add'] }],
        [monitor, { reads: said, marked: said, can: ['ask-back', 'close'], owes: { finish: '2026-09-29' } }],
      ]);
      await monitor.use(record, 'close', { outcome: 'The money came back.' });
      const all = ['exchange', 'outcome', 'report', 'reporter'];
      await assertStands(at.council, record, 'closed', [at.junior, monitor].map((who) => [who, { reads: all, marked: all }]));
    });

    test(`${pack} ${clause}: an Officer who is signed in is not named either`, async () => {
      const monitor = await reporters();
      const record = await at.junior.open('confidential-report', report);
      const seen = JSON.stringify(await monitor.read(record));
      assert.ok(!seen.includes(at.junior.name) && !seen.includes(at.junior.id));
      await at.junior.use(record, 'add', { more: 'And a fourth time.' });
      await monitor.use(record, 'ask-back', { asked: 'Which van?' });
      assert.ok(!JSON.stringify(await monitor.read(record)).includes(at.junior.name));
      await monitor.use(record, 'close', { outcome: 'The money came back.' });
      assert.equal(text(await at.junior.read(record), 'outcome', 'outcome'), 'The money came back.');
    });

    test(`${pack} ${clause}: a matter of one’s own job goes elsewhere`, async () => {
      assertRefused(await at.junior.tryOpen('confidential-report', { ...report, what: 'grievance' }), clause);
    });

    test(`${pack} ${clause}: the Monitoring Officer is told what waits`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const monitor = await own.as(at.cast.holder('monitoring-officer'));
      const junior = await own.as(at.junior.person);
      await junior.open('confidential-report', report);
      const second = await junior.open('confidential-report', report);
      await monitor.use(second, 'acknowledge', { acknowledgement: 'Yes.' });
      assert.deepEqual((await monitor.dutiesOf(second)).map((duty) => [duty.name, duty.due]), [['finish', '2026-09-29']]);
      for (const when of ['2026-07-13T23:00:00Z', '2026-09-29T23:00:00Z']) {
        const told = await watchNotices(own);
        await own.clock(when);
        assert.deepEqual(whoWasTold(await told()), names([monitor]), when);
      }
    });
  });

// ---- disclosure

within('county', (at) => {
  const disclosure = (ground = { ground: 'consent', consented: 'Mrs Unnamed, on Monday' }) => ({
    subject: 'Her letter',
    to: 'The Ombudsman',
    why: 'She wants them to have it.',
    ...ground,
  });
  const reads = { reads: ['disclosure'], marked: ['disclosure'] };

  test('county 1.8.1: something confidential is disclosed on one of four grounds, which is recorded, or not at all', async () => {
    await assertOpenTo(at.council, 'disclosure', at.cast.people);
    assertRefused(await at.member.tryOpen('disclosure', disclosure({ ground: 'none' })), '1.8.1');
    const letter = await at.member.open('enquiry', enquiry('county', at.service));
    assert.ok((await at.member.read(letter)).offers.some((offer) => offer.procedure === 'disclosure'));
    for (const ground of [undefined, { ground: 'law', law: 'A court order' }, { ground: 'advice', adviser: 'Our solicitor, who agreed' }]) {
      const record = await at.member.open('disclosure', disclosure(ground));
      await assertStands(at.council, record, 'entered', [
        [at.member, { ...reads, can: ['disclose', 'keep'], owes: { close: '2026-08-03' } }],
        [at.monitor, reads],
      ]);
      await at.member.use(record, 'disclose', { done: 'The letter, today.', regard: true });
      await assertStands(at.council, record, 'disclosed', [at.member, at.monitor].map((who) => [who, reads]));
    }
    assertErrors(await at.member.tryOpen('disclosure', disclosure({ ground: 'law' })), 'law');
    assertErrors(await at.member.tryOpen('disclosure', disclosure({ ground: 'advice' })), 'adviser');
  });

  test('county 1.8.6: in the public interest nothing is disclosed before the Monitoring Officer has answered', async () => {
    const record = await at.member.open('disclosure', disclosure({ ground: 'public', 'good-faith': true }));
    await assertStands(at.council, record, 'asked', [
      [at.member, { ...reads, can: ['keep'], owes: { close: '2026-08-03' } }],
      [at.monitor, { ...reads, can: ['answer'], owes: { answer: '2026-07-13' } }],
    ]);
    assert.equal((await at.member.tryUse(record, 'disclose', { done: 'All.', regard: true })).status, 422);
    await at.monitor.use(record, 'answer', { view: 'partly', answer: 'Without the name.' });
    const answered = { reads: ['answer', 'disclosure'], marked: ['answer', 'disclosure'] };
    await assertStands(at.council, record, 'answered', [
      [at.member, { ...answered, can: ['disclose', 'keep'], owes: { close: '2026-08-03' } }],
      [at.monitor, answered],
    ]);
    assertErrors(await at.member.tryUse(record, 'disclose', { done: 'All.', regard: false }), 'regard');
    await at.member.use(record, 'keep');
    await assertStands(at.council, record, 'kept', [at.member, at.monitor].map((who) => [who, answered]));
    const unasked = await at.member.open('disclosure', disclosure());
    assert.equal((await at.member.use(unasked, 'keep')).state, 'kept');
    assertErrors(await at.member.tryOpen('disclosure', disclosure({ ground: 'public', 'good-faith': false })), 'good-faith');
  });

  test('county 1.8.4: that it has not been said is told to who asked and to who should say it', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const member = await own.as(at.member.person);
    const record = await member.open('enquiry', enquiry('county', at.service));
    await member.open('confidentiality', { record: record.ref, which: 'question', subject: 'It', question: 'To tell my group.' });
    await own.clock('2026-07-13T22:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-07-13T23:00:00Z');
    const late = (await told()).filter((notice) => /treated as confidential/.test(notice.say));
    assert.deepEqual(whoWasTold(late), names([member, at.head]));
  });

  test('county 1.8.6, 1.8.1: a late answer, and a disclosure that is not recorded, are told', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const member = await own.as(at.member.person);
    await member.open('disclosure', disclosure({ ground: 'public', 'good-faith': true }));
    const answered = await member.open('disclosure', disclosure({ ground: 'public', 'good-faith': true }));
    await own.clock('2026-07-07T09:00:00Z');
    await (await own.as(at.monitor.person)).use(answered, 'answer', { view: 'for', answer: 'It is reasonable.' });
    for (const [when, who] of [
      ['2026-07-13T23:00:00Z', [member]],
      ['2026-08-03T23:00:00Z', [member, at.monitor]],
      ['2026-08-04T23:00:00Z', [member, at.monitor]], // twenty days from the answer
    ]) {
      const told = await watchNotices(own);
      await own.clock(when);
      assert.deepEqual(whoWasTold(await told()), names(who), when);
    }
  });
});

// ---- disagreements, leaks and pressure in a town

within('town', (at) => {
  test('town 7.9: a suspected leak goes to the Town Clerk, who gets the list of who opened the record', async () => {
    const source = await at.member.open('enquiry', enquiry('town', at.service));
    await at.head.read(source);
    assert.ok((await at.member.read(source)).offers.some((offer) => offer.procedure === 'leak'));
    const leaked = { record: source.ref, subject: 'The rents', report: 'They are in the Echo.' };
    const record = await at.member.open('leak', leaked);
    await assertStands(at.council, record, 'open', [
      [at.member, { reads: ['report'], marked: ['report'] }],
      [
        at.chief,
        { reads: ['readers', 'report'], marked: ['readers', 'report'], can: ['close', 'name-record', 'note'], owes: { investigate: '2026-08-03' } },
      ],
    ]);
    const seen = JSON.stringify((await at.chief.read(record)).parts.find((part) => part.name === 'readers'));
    assert.ok(seen.includes(at.member.name) && seen.includes(at.head.name));
    assert.ok(!seen.includes(at.otherHead.name));
    await at.chief.use(record, 'note', { finding: 'Two people had it.' });
    await at.chief.use(record, 'close', { outcome: 'It came from outside.' });
    await assertStands(at.council, record, 'closed', [
      [at.member, { reads: ['outcome', 'report'], knows: ['open', 'close'] }],
      [
        at.chief,
        {
          reads: ['findings', 'outcome', 'readers', 'report'],
          marked: ['findings', 'readers', 'report'],
          knows: ['open', 'note', 'close'],
        },
      ],
    ]);
  });

  test('town 7.9: who cannot see the record reports the leak too, and the Town Clerk finds the record', async () => {
    const source = await at.member.open('enquiry', enquiry('town', at.service, { instruction: 'running' }));
    await at.chief.read(source);
    const record = await at.supporter.open('leak', { subject: 'The rents', report: 'They are in the Echo.' });
    assert.deepEqual(partNames(await at.chief.read(record)), ['report'], 'no record, no readers');
    await at.chief.use(record, 'name-record', { 'named-record': source.ref });
    const seen = JSON.stringify((await at.chief.read(record)).parts.find((part) => part.name === 'named-readers'));
    assert.ok(seen.includes(at.member.name) && seen.includes(at.chief.name));
    const told = await at.supporter.read(record);
    assert.deepEqual([partNames(told), told.linked], [['report'], []], 'who reported it does not learn which record it is');
    assert.deepEqual(events(told), ['open'], 'nor that one was named');
    assert.deepEqual((await at.chief.read(record)).parts.filter((part) => !part.confidential), []);
  });

  test('town 7.9: the Town Clerk looks into what they found themselves', async () => {
    const source = await at.chief.open('pressure', { what: 'law', report: 'To sign it.' });
    const record = await at.chief.open('leak', { record: source.ref, subject: 'The letter', report: 'It is in the Echo.' });
    await at.chief.use(record, 'note', { finding: 'Two people had it.' });
    assert.equal((await at.chief.use(record, 'close', { outcome: 'It came from outside.' })).state, 'closed');
  });

  test('town 7.9: a leak that is not looked into in time is told', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const member = await own.as(at.member.person);
    const source = await member.open('enquiry', enquiry('town', at.service));
    await member.open('leak', { record: source.ref, subject: 'The rents', report: 'They are in the Echo.' });
    await own.clock('2026-08-03T22:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-08-03T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([member, at.chief]));
  });

  test('town 7.13, 7.14, 5.1: an Officer reports pressure to the Town Clerk', async () => {
    await assertOpenTo(at.council, 'pressure', at.cast.officers);
    for (const what of ['law', 'delegated', 'advice', 'manager']) {
      const record = await at.junior.open('pressure', { what });
      await assertStands(at.council, record, 'open', [
        [at.junior, { can: ['add'] }],
        [at.chief, { can: ['deal'], owes: { deal: '2026-07-13' } }],
      ]);
    }
    const about = await at.member.open('enquiry', enquiry('town', at.service));
    assert.ok((await at.head.read(about)).offers.some((offer) => offer.procedure === 'pressure'));
    const record = await at.head.open('pressure', { report: 'To sign it.' });
    await at.head.use(record, 'add', { more: 'Twice.' });
    await at.chief.use(record, 'deal', { step: 'I wrote to them.' });
    const all = ['report', 'steps'];
    await assertStands(at.council, record, 'dealt', [at.head, at.chief].map((who) => [who, { reads: all, marked: all }]));
  });

  test('town 7.14: what the Town Clerk reports is the Chair’s to deal with', async () => {
    const record = await at.chief.open('pressure', { what: 'law', report: 'To sign it.' });
    const chair = await at.council.as(at.cast.holder('council-chair'));
    assert.equal((await chair.use(record, 'deal', { step: 'I wrote to them.' })).state, 'dealt');
  });

  test('town 7.14: a report that nobody deals with is told to who made it', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const junior = await own.as(at.junior.person);
    await junior.open('pressure', {});
    await own.clock('2026-07-13T22:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-07-13T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([junior]));
  });
});
