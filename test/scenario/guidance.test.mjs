// Asking what the protocol means, and what fits nowhere else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { clauses, text } from '../lib/visitor.mjs';

const pack = 'northampton';
let council, cast, group, member, whip, loner, officer, head, chief, monitor;

before(async () => {
  council = await young({ pack });
  cast = council.cast;
  group = cast.groups.find((one) => one.backbenchers.length > 0 && !one.administration);
  member = await council.as(group.backbenchers[0]);
  whip = await council.as(group.members.find((person) => person.tenures.some((one) => one.now && one.role === 'whip')));
  loner = await council.as(cast.ungrouped[0]);
  officer = await council.as(cast.services[0].juniors[0]);
  head = await council.as(cast.services[0].head);
  chief = await council.as(cast.holder('chief-executive'));
  monitor = await council.as(cast.holder('monitoring-officer'));
});
after(() => council?.stop());

const unsure = (whom, more = {}) => ({
  whom,
  topic: 'protocol',
  subject: 'A lunch',
  question: 'May I have lunch with the planning officer of a case?',
  ...more,
});
const other = (whom) => ({ whom, matter: 'other', subject: 'A parking space', question: 'Who may use the space at the gate?' });

test('northampton 1.3: everybody may ask what the protocol means', () =>
  assertOpenTo(council, 'guidance', cast.people));

test('northampton 1.3: a Member asks the Whip of their own group, the Chief Executive or the Monitoring Officer', async () => {
  for (const [whom, who] of [
    ['whip', whip],
    ['chief-executive', chief],
    ['monitoring-officer', monitor],
  ])
    await assertStands(council, await member.open('guidance', unsure(whom)), 'open', [
      [member, { reads: ['question'], can: ['withdraw'] }],
      [who, { reads: ['question'], can: ['answer', 'refuse'], owes: { respond: '2026-07-13' } }],
    ]);
});

test('northampton 1.3: an Officer asks their own Head of Service first', async () => {
  await assertStands(council, await officer.open('guidance', unsure('head')), 'open', [
    [officer, { reads: ['question'], can: ['withdraw'] }],
    [head, { reads: ['question'], can: ['answer', 'pass-up', 'refuse'], owes: { respond: '2026-07-13' } }],
  ]);
});

test('northampton 1.3: a Head of Service, who cannot ask themselves, asks the Chief Executive', async () => {
  await assertStands(council, await head.open('guidance', unsure('head')), 'open', [
    [head, { reads: ['question'], can: ['withdraw'] }],
    [chief, { reads: ['question'], can: ['answer', 'pass-up', 'refuse'], owes: { respond: '2026-07-13' } }],
  ]);
});

test('northampton 1.3: nobody is offered a post that is not for them', async () => {
  const choices = async (visitor, procedure) =>
    (await visitor.expect(200, 'GET', '/api/v1/procedures')).procedures
      .find((one) => one.name === procedure)
      .form.find((field) => field.name === 'whom')
      .choices.map((choice) => choice.value);
  for (const procedure of ['guidance', 'other']) {
    assert.deepEqual(await choices(member, procedure), ['whip', 'chief-executive', 'monitoring-officer']);
    assert.deepEqual(await choices(loner, procedure), ['chief-executive', 'monitoring-officer']);
    assert.deepEqual(await choices(officer, procedure), ['head']);
    const fields = procedure === 'guidance' ? unsure : other;
    for (const whom of ['whip', 'chief-executive', 'monitoring-officer'])
      assertErrors(await officer.tryOpen(procedure, fields(whom)), 'whom');
    assertErrors(await loner.tryOpen(procedure, fields('whip')), 'whom');
    assertErrors(await member.tryOpen(procedure, fields('head')), 'whom');
  }
});

for (const [what, procedure, fields, due, answer] of [
  ['a question on the protocol', 'guidance', unsure('head'), '2026-07-13', { guidance: 'Not while the case is open.' }],
  ['another matter', 'other', other('head'), '2026-07-20', { answer: 'Not while the case is open.' }],
])
  test(`northampton 1.3: a Head of Service may pass ${what} up, and it is then answered in their place`, async () => {
    const record = await officer.open(procedure, fields);
    for (const who of [whip, officer, head]) assertErrors(await head.tryUse(record, 'pass-up', { to: who.id }), 'to');
    const second = await officer.open(procedure, fields);
    await head.use(second, 'pass-up', { to: monitor.id });
    assert.deepEqual((await monitor.dutiesOf(second)).map((duty) => duty.name), ['respond']);
    await head.use(record, 'pass-up', { to: chief.id });
    await assertStands(council, record, 'open', [
      [officer, { reads: ['question'], can: ['withdraw'] }],
      [chief, { reads: ['question'], can: ['answer', 'pass-up', 'refuse'], owes: { respond: due } }],
    ]);
    await chief.use(record, 'answer', answer);
    await assertStands(council, record, 'given', [
      [officer, { reads: ['guidance', 'question'], marked: ['guidance', 'question'], can: ['close', 'follow-up'] }],
      [chief, { reads: ['guidance', 'question'] }],
    ]);
    await officer.use(record, 'follow-up', { more: 'And after it?' });
    await assertStands(council, record, 'open', [
      [officer, { reads: ['guidance', 'question'], can: ['withdraw'] }],
      [chief, { reads: ['guidance', 'question'], can: ['answer', 'pass-up', 'refuse'], owes: { respond: due } }],
    ]);
  });

test('northampton 1.3-NB: planning and the employees’ code have documents of their own', async () => {
  for (const topic of ['planning', 'employee-code'])
    assertRefused(await member.tryOpen('guidance', unsure('whip', { topic })), '1.3-NB');
});

test('northampton 1.2, 1.3: what fits nowhere else is sent to those who give guidance', async () => {
  await assertOpenTo(council, 'other', cast.people);
  for (const [by, whom, who] of [
    [member, 'whip', whip],
    [member, 'chief-executive', chief],
    [loner, 'monitoring-officer', monitor],
    [officer, 'head', head],
  ]) {
    const record = await by.open('other', other(whom));
    await assertStands(council, record, 'open', [
      [by, { reads: ['question'], can: ['withdraw'] }],
      [who, { reads: ['question'], can: ['answer', ...(who === head ? ['pass-up'] : []), 'refuse'], owes: { respond: '2026-07-20' } }],
    ]);
    assert.deepEqual(clauses((await who.read(record)).powers[0]), ['1.2', '1.3']);
  }
});

test('northampton 1.2, 2019-3.1.5, 3.12: what has a way of its own is not raised as another matter', async () => {
  for (const by of [member, officer, chief]) {
    const whom = by === member ? 'whip' : 'head';
    for (const [matter, clause, begin] of [
      ['member', '2019-3.1.5', 'complaint'],
      ['officer', '3.12', 'concern'],
      ['planning', '1.3-NB', null],
      ['employee-code', '1.3-NB', null],
    ]) {
      const answer = await by.tryOpen('other', { ...other(whom), matter });
      assertRefused(answer, clause);
      assert.equal(answer.body.refused.begin, begin);
    }
  }
});

test('northampton 1.2: it is taken up, or not taken up with the reason and where to take it', async () => {
  const record = await member.open('other', other('chief-executive'));
  await chief.use(record, 'refuse', { reason: 'The landlord decides that.', elsewhere: 'Ask the landlord.' });
  await assertStands(council, record, 'refused', [
    [member, { reads: ['guidance', 'question'], marked: ['guidance', 'question'], can: ['close'] }],
    [chief, { reads: ['guidance', 'question'] }],
  ]);
  const wish = 'To use it on Tuesdays.';
  const taken = await member.open('other', { ...other('chief-executive'), wish });
  await chief.use(taken, 'answer', { answer: 'Whoever comes first.' });
  assert.equal(text(await member.read(taken), 'guidance', 'answer'), 'Whoever comes first.');
  await member.use(taken, 'follow-up', { more: 'And on Fridays?' });
  assert.deepEqual((await chief.dutiesOf(taken)).map((duty) => [duty.name, duty.due]), [['respond', '2026-07-20']]);
  await chief.use(taken, 'answer', { answer: 'The same.' });
  await member.use(taken, 'close');
  assert.equal((await member.read(taken)).state, 'closed');
});

for (const [procedure, asked, due, answer] of [
  ['guidance', unsure('chief-executive'), '2026-07-13', { guidance: 'Better not.' }],
  ['other', other('chief-executive'), '2026-07-20', { answer: 'Better not.' }],
])
  test(`northampton 1.3: whoever waits too long for ${procedure} is told so; what was answered closes in time`, async (t) => {
    const own = await young({ pack });
    t.after(() => own.stop());
    const [by, boss] = [await own.as(member.person), await own.as(chief.person)];
    const late = await by.open(procedure, asked);
    const [answered, closed, again] = await Promise.all([1, 2, 3].map(() => by.open(procedure, asked)));
    for (const record of [answered, closed, again]) await boss.use(record, 'answer', answer);
    assert.equal((await by.use(closed, 'close')).state, 'closed');
    await by.use(again, 'follow-up', { more: 'And after it?' });
    await boss.use(again, 'answer', answer);
    const told = await watchNotices(own);
    await own.clock(`${due}T22:59:59Z`);
    assert.deepEqual(await told(), []);
    await own.clock(`${due}T23:00:00Z`);
    assert.deepEqual(whoWasTold(await told()), names([by]));
    assert.equal((await by.read(late)).state, 'open');
    await boss.use(late, 'answer', answer);
    await own.clock('2026-07-20T23:00:00Z');
    assert.equal((await by.read(answered)).state, 'closed');
    assert.equal((await by.read(late)).state, 'given');
  });

test('northampton 1.3: what was answered can be asked further for ten working days', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  const [by, boss] = [await own.as(member.person), await own.as(chief.person)];
  const answered = await by.open('guidance', unsure('chief-executive'));
  const unanswered = await by.open('guidance', unsure('chief-executive'));
  const refused = await by.open('other', other('chief-executive'));
  await boss.use(answered, 'answer', { guidance: 'Better not.' });
  await boss.use(unanswered, 'refuse', { reason: 'It is for the Monitoring Officer.' });
  await boss.use(refused, 'refuse', { reason: 'The landlord decides that.', elsewhere: 'Ask the landlord.' });
  const states = () => Promise.all([answered, unanswered, refused].map(async (record) => (await by.read(record)).state));
  await own.clock('2026-07-20T22:59:59Z');
  assert.deepEqual(await states(), ['given', 'refused', 'refused']);
  await own.clock('2026-07-20T23:00:00Z');
  assert.deepEqual(await states(), ['closed', 'closed', 'closed']);
});
