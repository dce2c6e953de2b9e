// What Members are given to do their work with, what goes to the press, and what goes out in whose name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { powers, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const support = (at, more = {}) => ({
  service: at.service.id,
  what: 'printing',
  purpose: 'council',
  subject: '200 copies of the survey',
  need: 'For the ward meeting on Friday.',
  ...more,
});

for (const [pack, clause] of [
  ['northampton', '4.5'],
  ['county', '1.9.1'],
])
  within(pack, (at) => {
    test(`${pack} ${clause}: a Member asks for support, and all that is given is on a register`, async () => {
      await assertOpenTo(at.council, 'support', at.cast.members);
      const record = await at.member.open('support', support(at));
      const looks = { reads: ['need'] };
      await assertStands(at.council, record, 'open', [
        [at.member, { ...looks, can: ['withdraw'] }],
        [at.head, { ...looks, can: ['answer', 'reassign', 'refuse'], owes: { respond: '2026-07-13' } }],
        [at.monitor, looks],
      ]);
      for (const who of [at.otherHead, at.member]) assertErrors(await at.head.tryUse(record, 'reassign', { to: who.id }), 'to');
      await at.head.use(record, 'reassign', { to: at.junior.id });
      await assertStands(at.council, record, 'open', [
        [at.member, { ...looks, can: ['withdraw'] }],
        [at.head, { ...looks, can: ['reassign'] }],
        [at.junior, { ...looks, can: ['answer', 'reassign', 'refuse'], owes: { respond: '2026-07-13' } }],
        [at.monitor, looks],
      ]);
      const { form } = (await at.junior.read(record)).powers.find((power) => power.name === 'reassign');
      assert.ok(form[0].choices.some((choice) => choice.value === at.head.id), 'it can go back to the head');
      await at.junior.use(record, 'answer', { use: 'Two hundred copies, on Thursday.' });
      const all = [at.member, at.head, at.junior, at.monitor];
      const whole = { reads: ['need', 'use'], knows: ['open', 'reassign', 'answer'] };
      await assertStands(at.council, record, 'given', all.map((who) => [who, whole]));
    });

    test(`${pack} ${clause}: nothing for a party, a campaign or a private purpose`, async () => {
      for (const purpose of ['party', 'campaign', 'private'])
        assertRefused(await at.member.tryOpen('support', support(at, { purpose })), clause);
    });

    test(`${pack} ${clause}: it can be refused with the reason, and withdrawn`, async () => {
      const record = await at.member.open('support', support(at));
      const no = { reason: 'There is no paper.', ...(pack === 'county' ? { 'other-way': 'none' } : {}) };
      await at.head.use(record, 'refuse', no);
      await assertStands(at.council, record, 'refused', [at.member, at.head, at.monitor].map((who) => [who, { reads: ['need', 'use'] }]));
      const other = await at.member.open('support', support(at));
      assert.equal((await at.member.use(other, 'withdraw')).state, 'withdrawn');
    });

    test(`${pack} ${clause}: a missed request is told to the Member and the head of the service`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const member = await own.as(at.member.person);
      const record = await member.open('support', support(at));
      await (await own.as(at.head.person)).use(record, 'reassign', { to: at.junior.id });
      const told = await watchNotices(own);
      await own.clock('2026-07-13T22:59:59Z');
      assert.deepEqual(await told(), []);
      await own.clock('2026-07-13T23:00:00Z');
      assert.deepEqual(whoWasTold(await told()), names([at.member, at.head]));
    });
  });

const press = (at, more = {}) => ({
  service: at.service.id,
  purpose: 'council',
  subject: 'The Echo, about the pool',
  question: 'Why is it shut on Sundays?',
  'by-when': 'Tomorrow noon',
  ...more,
});

within('northampton', (at) => {
  test('northampton 2.11, 3.12: what the press asks goes to the Communications Team, who alone release a statement', async () => {
    await assertOpenTo(at.council, 'media', at.cast.people);
    const record = await at.junior.open('media', press(at));
    await assertStands(at.council, record, 'open', [
      [at.junior, { reads: ['question'], can: ['withdraw'] }],
      [at.press, { reads: ['question'], can: ['ask-direction', 'refuse', 'release'], owes: { respond: '2026-07-08' } }],
    ]);
    const statement = { statement: 'The boiler is being replaced.' };
    assertErrors(await at.press.tryUse(record, 'release', { ...statement, 'raises-no-conduct': false }), 'raises-no-conduct');
    await at.press.use(record, 'release', { ...statement, 'raises-no-conduct': true });
    const others = { reads: ['statement'], can: [], owes: {} };
    await assertStands(
      at.council,
      record,
      'released',
      [at.junior, at.press].map((who) => [who, { reads: ['question', 'statement'] }]),
      others,
    );
  });

  test('northampton 2.11: Cabinet directs, and legal advice is taken, before anything is released', async () => {
    const record = await at.member.open('media', press(at));
    await at.press.use(record, 'ask-direction', { draft: 'The boiler broke.' });
    const asked = { reads: ['direction', 'question'], can: ['direct'] };
    const standing = [
      [at.member, { reads: ['question'], can: ['withdraw'] }],
      [at.press, { reads: ['direction', 'question'], can: ['refuse', 'release'], owes: { respond: '2026-07-08' } }],
      [at.cabinet, asked],
      [at.monitor, asked],
    ];
    await assertStands(at.council, record, 'asked', standing);
    await at.cabinet.use(record, 'direct', { direction: 'Say when it opens.' });
    await at.monitor.use(record, 'direct', { direction: 'Leave the supplier out.' });
    await assertStands(at.council, record, 'asked', standing);
    await at.press.use(record, 'refuse', { reason: 'They no longer want it.' });
    await assertStands(at.council, record, 'refused', [
      [at.member, { reads: ['question', 'refusal'], knows: ['open', 'refuse'] }],
      [at.press, { reads: ['direction', 'question', 'refusal'] }],
      [at.cabinet, { reads: ['direction', 'question'] }],
      [at.monitor, { reads: ['direction', 'question'] }],
    ]);
  });

  test('northampton 2.11: party and private matters are refused', async () => {
    for (const purpose of ['party', 'private'])
      assertRefused(await at.member.tryOpen('media', press(at, { purpose })), '2.11');
    const record = await at.member.open('media', press(at));
    assert.equal((await at.member.use(record, 'withdraw')).state, 'withdrawn');
  });

  test('northampton 2.11: the Chief Executive is told when the press waits', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    await (await own.as(at.member.person)).open('media', press(at));
    const told = await watchNotices(own);
    await own.clock('2026-07-08T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-08T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([at.chief]));
  });
});

within('county', (at) => {
  const question = { reads: ['question'] };

  test('county 1.7.9: support, too, is refused with another way, or with the word that there is none', async () => {
    const record = await at.member.open('support', support(at));
    const no = { reason: 'There is no paper.', 'other-way': 'some' };
    await at.head.use(record, 'refuse', { ...no, alternative: 'The library prints.' });
    assert.equal(text(await at.member.read(record), 'use', 'alternative'), 'The library prints.');
  });

  test('county 1.9.3: facts come from Employees and comment from Members, each to its side', async () => {
    await assertOpenTo(at.council, 'media', at.cast.people);
    const record = await at.junior.open('media', press(at, { wanted: 'both' }));
    await assertStands(at.council, record, 'open', [
      [at.junior, { ...question, can: ['withdraw'] }],
      [at.press, { ...question, can: ['refuse', 'release'], owes: { respond: '2026-07-08' } }],
      [at.head, { ...question, can: ['give-facts'], owes: { facts: '2026-07-07' } }],
      [at.cabinet, { ...question, can: ['give-comment'], owes: { comment: '2026-07-07' } }],
    ]);
    await at.head.use(record, 'give-facts', { facts: 'It opened 300 days.' });
    await at.cabinet.use(record, 'give-comment', { comment: 'Everybody should swim.' });
    await assertStands(at.council, record, 'open', [
      [at.junior, { ...question, can: ['withdraw'] }],
      [at.press, { reads: ['comment', 'facts', 'question'], can: ['refuse', 'release'], owes: { respond: '2026-07-08' } }],
      [at.head, { reads: ['facts', 'question'], can: ['give-facts'] }],
      [at.cabinet, { reads: ['comment', 'question'], can: ['give-comment'] }],
    ]);
    await at.press.use(record, 'release', { statement: 'It opened 300 days; everybody should swim.' });
    assert.deepEqual(await at.chief.read(record).then((seen) => seen.parts.map((part) => part.name)), ['statement']);
    assert.equal((await at.junior.read(record)).state, 'released');
  });

  test('county 1.9.3: only the side that is asked is brought in', async () => {
    const facts = await at.junior.open('media', press(at, { wanted: 'facts' }));
    await assertStands(at.council, facts, 'open', [
      [at.junior, { ...question, can: ['withdraw'] }],
      [at.press, { ...question, can: ['refuse', 'release'], owes: { respond: '2026-07-08' } }],
      [at.head, { ...question, can: ['give-facts'], owes: { facts: '2026-07-07' } }],
    ]);
    const comment = await at.junior.open('media', press(at, { wanted: 'comment' }));
    await assertStands(at.council, comment, 'open', [
      [at.junior, { ...question, can: ['withdraw'] }],
      [at.press, { ...question, can: ['refuse', 'release'], owes: { respond: '2026-07-08' } }],
      [at.cabinet, { ...question, can: ['give-comment'], owes: { comment: '2026-07-07' } }],
    ]);
    await at.press.use(comment, 'refuse', { reason: 'It is no Council matter.' });
    await assertStands(at.council, comment, 'refused', [
      [at.junior, { reads: ['question', 'refusal'] }],
      [at.press, { reads: ['question', 'refusal'] }],
      [at.cabinet, question],
    ]);
    for (const [asker, wanted] of [
      [at.cabinet, 'facts'],
      [at.head, 'comment'],
    ]) {
      const asked = await asker.open('media', press(at, { wanted }));
      assert.deepEqual(powers(await asker.read(asked)), ['withdraw'], 'nobody is asked for what is not wanted');
    }
  });

  test('county 1.9.3: a Member who is unsure asks the Head of Service, or has the Media Team ask', async () => {
    const record = await at.member.open('media', press(at, { wanted: 'advice', ask: 'head' }));
    await assertStands(at.council, record, 'open', [
      [at.member, { ...question, can: ['withdraw'] }],
      [at.head, { ...question, can: ['advise'], owes: { respond: '2026-07-08' } }],
    ]);
    await at.head.use(record, 'advise', { advice: 'Say what you think; we send the facts.' });
    const through = await at.member.open('media', press(at, { wanted: 'advice', ask: 'media' }));
    await assertStands(at.council, through, 'open', [
      [at.member, { ...question, can: ['withdraw'] }],
      [at.press, { ...question, can: ['advise'], owes: { respond: '2026-07-08' } }],
    ]);
    await assertStands(at.council, record, 'advised', [at.member, at.head].map((who) => [who, { reads: ['advice', 'question'] }]));
    assert.equal((await at.junior.tryOpen('media', press(at, { wanted: 'advice', ask: 'head' }))).status, 422);
  });

  test('county 1.11.3: party and private matters are refused', async () => {
    for (const purpose of ['party', 'private'])
      assertRefused(await at.member.tryOpen('media', press(at, { wanted: 'facts', purpose })), '1.11.3');
  });

  test('county 1.9.3: when facts, comment or statement are late, it is told', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    await (await own.as(at.member.person)).open('media', press(at, { wanted: 'both' }));
    const first = await watchNotices(own);
    await own.clock('2026-07-07T23:00:00Z');
    assert.deepEqual((await first()).map((notice) => notice.person.name), [at.press.name, at.press.name]);
    const then = await watchNotices(own);
    await own.clock('2026-07-08T23:00:00Z');
    assert.deepEqual(whoWasTold(await then()), names([at.chief]));
  });

  const letter = (signed, does) => ({
    service: at.service.id,
    signed,
    does,
    subject: 'Mrs Unnamed, about the hedge',
    letter: 'Dear Mrs Unnamed, the hedge will be cut.',
  });

  test('county 1.9.2: an official letter goes in the Employee’s name, and is on the register', async () => {
    await assertOpenTo(at.council, 'letter', at.cast.people);
    for (const does of ['replies', 'informs', 'obliges', 'instructs']) {
      const record = await at.junior.open('letter', letter('employee', does));
      await assertStands(at.council, record, 'draft', [
        [at.junior, { reads: ['letter'], can: ['withdraw'] }],
        [at.head, { reads: ['letter'], can: ['issue', 'refuse'], owes: { respond: '2026-07-13' } }],
        [at.monitor, { reads: ['letter'], knows: ['open'] }],
      ]);
    }
  });

  test('county 1.9.2: one that obliges, instructs or speaks for the Council never goes in a Member’s name', async () => {
    for (const does of ['obliges', 'instructs', 'informs'])
      assertRefused(await at.member.tryOpen('letter', letter('member', does)), '1.9.2');
    const record = await at.member.open('letter', letter('member', 'replies'));
    assertErrors(await at.head.tryUse(record, 'issue', { member: at.junior.id }), 'member');
    await at.head.use(record, 'issue', { member: at.member.id });
    await assertStands(at.council, record, 'issued', [at.member, at.head, at.monitor].map((who) => [who, { reads: ['issue', 'letter'] }]));
  });

  test('county 1.9.2: a letter is withdrawn, or not issued with the reason, and lateness is told', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const [member, head] = [await own.as(at.member.person), await own.as(at.head.person)];
    const binding = await head.open('letter', letter('employee', 'obliges'));
    assert.equal((await head.tryUse(binding, 'issue', { employee: at.member.id })).status, 422);
    await head.use(binding, 'issue', { employee: at.junior.id });
    const gone = await member.open('letter', letter('employee', 'informs'));
    assert.equal((await member.use(gone, 'withdraw')).state, 'withdrawn');
    const refused = await member.open('letter', letter('employee', 'informs'));
    await head.use(refused, 'refuse', { reason: 'It was sent last week.' });
    assert.equal((await member.read(refused)).state, 'refused');
    await member.open('letter', letter('employee', 'informs'));
    const told = await watchNotices(own);
    await own.clock('2026-07-13T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-13T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([member]));
  });
});
