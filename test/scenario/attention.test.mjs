// What an Officer brings before somebody unasked, and what a Member says for somebody who is employed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';

const pack = 'northampton';
let council, cast, chief, leader, member, head, service;

before(async () => {
  council = await young({ pack });
  cast = council.cast;
  service = cast.services[0];
  chief = await council.as(cast.holder('chief-executive'));
  leader = await council.as(cast.holder('council-leader'));
  member = await council.as(cast.groups.find((group) => !group.administration && group.backbenchers.length > 0).backbenchers[0]);
  head = await council.as(service.head);
});
after(() => council?.stop());

const attention = {
  group: 'All groups outside the Administration',
  due: 'consultation',
  subject: 'The new waste contract',
  why: 'It binds the Council for ten years.',
};

test('northampton 3.5-c: the Chief Executive draws the Leader’s attention to minority groups, and the reply is kept', async () => {
  const record = await chief.open('attention', attention);
  await assertStands(council, record, 'open', [
    [chief, { reads: ['matter'], marked: ['matter'], can: ['withdraw'] }],
    [leader, { reads: ['matter'], marked: ['matter'], can: ['reply'], owes: { reply: '2026-07-20' } }],
  ]);
  await leader.use(record, 'reply', { will: 'given', reply: 'They will be asked in September.' });
  await assertStands(council, record, 'replied', [
    [chief, { reads: ['matter', 'reply'], marked: ['matter', 'reply'] }],
    [leader, { reads: ['matter', 'reply'], can: ['consent'] }],
  ]);
});

test('northampton 3.5-c, 3.7: it is raised from any record, by whoever advises Members, and the Leader is not shown that record', async () => {
  await assertOpenTo(council, 'attention', cast.officers);
  const source = await member.open('enquiry', enquiry(pack, service));
  assert.ok((await head.read(source)).offers.some((offer) => offer.procedure === 'attention'));
  assert.ok(!(await member.read(source)).offers.some((offer) => offer.procedure === 'attention'));
  const before = JSON.stringify(await member.read(source));
  const record = await head.open('attention', { ...attention, from: source.ref });
  assert.ok(record.linked.some((link) => link.ref === source.ref));
  assert.ok(!record.offers.some((offer) => offer.procedure === 'attention'), 'of itself it is not offered');
  assert.ok(!JSON.stringify(await leader.read(record)).includes(source.ref));
  assert.equal(JSON.stringify(await member.read(source)), before, 'the Member learns nothing of it');
});

const representation = () => ({
  service: service.id,
  stage: 'no procedure',
  employee: 'The night caretaker',
  consent: true,
  subject: 'Night shifts',
  representation: 'They asked for other shifts twice and had no reply.',
});

test('northampton 3.8: a Member speaks for a constituent who is an employee, to the head of the service', async () => {
  await assertOpenTo(council, 'representation', cast.members);
  const record = await member.open('representation', representation());
  await assertStands(council, record, 'open', [
    [member, { reads: ['representation'], can: ['withdraw'] }],
    [head, { reads: ['representation'], can: ['answer', 'stop'], owes: { respond: '2026-07-20' } }],
  ]);
  await head.use(record, 'answer', { answer: 'It was considered, and the shifts are changed.' });
  await assertStands(council, record, 'considered', [
    [member, { reads: ['answer', 'representation'], marked: ['answer', 'representation'] }],
    [head, { reads: ['answer', 'representation'] }],
  ]);
});

test('northampton 3.8: no Member takes part in a disciplinary procedure', async () => {
  assertRefused(await member.tryOpen('representation', { ...representation(), stage: 'disciplinary' }), '3.8');
  const record = await member.open('representation', representation());
  await head.use(record, 'stop');
  await assertStands(council, record, 'stopped', [
    [member, { reads: ['representation'] }],
    [head, { reads: ['representation'] }],
  ]);
});

test('northampton 3.5-c, 3.8: what is withdrawn is closed, and a missed reply is told', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  const [boss, by] = [await own.as(chief.person), await own.as(member.person)];
  const gone = await boss.open('attention', attention);
  await boss.use(gone, 'withdraw');
  assert.equal((await boss.read(gone)).state, 'withdrawn');
  const taken = await by.open('representation', representation());
  await by.use(taken, 'withdraw');
  assert.equal((await by.read(taken)).state, 'withdrawn');

  await boss.open('attention', attention);
  const told = await watchNotices(own);
  await own.clock('2026-07-20T23:00:00Z');
  assert.deepEqual(whoWasTold(await told()), names([boss]));
  await by.open('representation', representation());
  const toldLater = await watchNotices(own);
  await own.clock('2026-08-04T23:00:00Z');
  assert.deepEqual(whoWasTold(await toldLater()), names([boss, by]));
});
