// Freedom of Information requests: out of an enquiry, or begun as such.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice, enquiry } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { clauses, duty, powers, text } from '../lib/visitor.mjs';

const pack = 'county';
let council, service, member, head;
before(async () => {
  council = await young({ pack });
  service = council.cast.services[0];
  member = await council.as(council.cast.members[0]);
  head = await council.as(service.head);
});
after(() => council?.stop());

const asked = (more = {}) => ({ service: service.id, subject: 'Gritting', question: 'Which roads are gritted first?', ...more });

test('county 1.7.10: an enquiry becomes a Freedom of Information request in one act, with its own twenty working days', async () => {
  const record = await member.open('enquiry', enquiry(pack, service));
  const closed = await head.use(record, 'treat-as-foi');
  assert.equal(closed.state, 'closed');
  assert.deepEqual(closed.duties, []);
  const link = (await member.read(record)).linked.find((one) => one.procedure === 'foi');
  const request = await member.read(link.ref);
  assert.equal(request.opener.id, member.id);
  assert.equal(text(request, 'question', 'question'), enquiry(pack, service).question);
  assert.ok(powers(request).includes('withdraw'));
  assert.deepEqual(request.linked.map((one) => one.ref), [record.ref]);
  const respond = duty(request, 'respond');
  assert.equal(respond.due, '2026-08-05'); // 13 July is a bank holiday in Northern Ireland, 3 August in Scotland
  assert.deepEqual(clauses(respond), ['1.7.10']);
  assert.equal((await head.use(link.ref, 'answer', { answer: 'The A-roads.' })).state, 'answered');
});

test('county 1.7.10: so does a request for advice, before and after it was acknowledged', async () => {
  for (const acknowledged of [false, true]) {
    const record = await member.open('advice', advice(pack, service));
    if (acknowledged) await head.use(record, 'acknowledge', { explanation: 'We look for it.', expected: '2026-07-17' });
    assert.equal((await head.use(record, 'treat-as-foi')).state, 'closed');
    const link = (await member.read(record)).linked.find((one) => one.procedure === 'foi');
    const request = await member.read(link.ref);
    assert.equal(text(request, 'question', 'question'), advice(pack, service).question);
    assert.equal(text(request, 'question', 'subject'), advice(pack, service).subject);
  }
});

test('county 1.7.10: who answers a request is not told who asked', async () => {
  const request = await member.open('foi', asked());
  const seen = await head.read(request);
  assert.deepEqual(seen.opener, { id: null, name: 'somebody', title: null });
  assert.ok(!JSON.stringify(seen).includes(member.name), 'the name stands nowhere');
  assert.ok(!JSON.stringify(seen).includes(member.id));
  assert.equal((await member.read(request)).opener.name, member.name);
  const withdrawn = await member.use(request, 'withdraw');
  assert.equal(withdrawn.status, `Withdrawn by ${member.name}.`);
  assert.equal((await head.read(request)).status, 'Withdrawn by somebody.');
});

test('county 1.7.10: two who make it a request at once make one', async () => {
  const record = await member.open('enquiry', enquiry(pack, service));
  const tries = await Promise.all([1, 2, 3, 4].map(() => head.tryUse(record, 'treat-as-foi')));
  assert.deepEqual(tries.map((answer) => answer.status).sort(), [200, 422, 422, 422]);
  assert.equal((await member.read(record)).linked.length, 1);
});

test('county 1.7.9, 1.7.10: a request is refused under an exemption, and with another way or the word that there is none', async () => {
  const request = await member.open('foi', asked());
  const no = { exemption: 'Section 43.', 'other-way': 'some', alternative: 'The average is published.' };
  await head.use(request, 'refuse', no);
  assert.equal(text(await member.read(request), 'answer', 'alternative'), 'The average is published.');
});

test('county 1.7.10: a request is read by the two alone, answered or refused with the exemption, and lateness is told', async (t) => {
  await assertOpenTo(council, 'foi', council.cast.members);
  const whole = { reads: ['answer', 'question'] };
  for (const [power, fields, state] of [
    ['answer', { answer: 'The A-roads.' }, 'answered'],
    ['refuse', { exemption: 'Section 21: it is on our website.', 'other-way': 'none' }, 'refused'],
  ]) {
    const request = await member.open('foi', asked());
    await assertStands(council, request, 'open', [
      [member, { reads: ['question'], can: ['withdraw'] }],
      [head, { reads: ['question'], can: ['answer', 'refuse'], owes: { respond: '2026-08-05' } }],
    ]);
    await head.use(request, power, fields);
    await assertStands(council, request, state, [member, head].map((who) => [who, whole]));
  }
  const own = await young({ pack });
  t.after(() => own.stop());
  await (await own.as(member.person)).open('foi', asked());
  const told = await watchNotices(own);
  await own.clock('2026-08-05T22:59:59Z');
  assert.deepEqual(await told(), []);
  await own.clock('2026-08-05T23:00:00Z');
  assert.deepEqual(whoWasTold(await told()), names([member, head]));
});
