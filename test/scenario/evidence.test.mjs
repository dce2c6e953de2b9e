// Scrutiny: who is called, what is asked, what is struck, and what stays with the Committee.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { partNames } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

within('northampton', (at) => {
  let chair, committee, members, asker;

  before(async () => {
    chair = await at.council.as(at.cast.holder('scrutiny-chair'));
    const { bodies } = await chair.expect(200, 'GET', '/api/v1/bodies');
    committee = bodies.find((body) => body.head?.id === chair.id);
    const whole = await chair.expect(200, 'GET', `/api/v1/bodies/${committee.id}`);
    members = whole.members ?? whole.people;
    asker = await at.council.as(members.find((person) => person.id !== chair.id && person.group?.id !== at.member.person.group.id));
  });

  const call = (more) => ({
    committee: committee.id,
    called: at.head.id,
    hearing: '2026-07-20',
    explains: 'else',
    subject: 'The housing repairs contract',
    call: 'Why it was let for ten years.',
    'raises-no-conduct': true,
    ...more,
  });
  const question = (on, more) => ({
    call: on.ref,
    asks: 'fact',
    private: 'open',
    subject: 'The cost',
    question: 'What did it cost last year?',
    'raises-no-conduct': true,
    ...more,
  });
  const others = (but) => members.filter((person) => !but.some((who) => who.id === person.id));
  const reading = (people, parts) => people.map((person) => [person, { reads: parts }]);

  test('northampton 4.1: only the Chair of Scrutiny calls, and only the Chief Executive and senior Officers', async () => {
    await assertOpenTo(at.council, 'evidence', [chair]);
    for (const called of [at.head, at.chief]) {
      const told = await watchNotices(at.council);
      const record = await chair.open('evidence', call({ called: called.id }));
      assert.deepEqual(whoWasTold(await told()), names([called]));
      await assertStands(at.council, record, 'called', [
        [chair, { reads: ['call'], can: ['heard', 'withdraw'] }],
        [called, { reads: ['call'], can: ['heard'], owes: { attend: '2026-07-20' } }],
        ...reading(others([chair]), ['call']),
      ]);
    }
    assertErrors(await chair.tryOpen('evidence', call({ called: at.junior.id })), 'called');
    assertErrors(await chair.tryOpen('evidence', call({ called: at.member.id })), 'called');
    assertRefused(await chair.tryOpen('evidence', call({ hearing: '2026-07-10' })), '2020-3.1.4.1');
  });

  test('northampton 4.1: the Chair calls before the Committee that they chair, and before no other', async () => {
    const { bodies } = await chair.expect(200, 'GET', '/api/v1/bodies');
    for (const body of bodies.filter((one) => one.id !== committee.id))
      assertRefused(await chair.tryOpen('evidence', call({ committee: body.id })), '4.1');
  });

  test('northampton 3.12: a call and a question are listed only once it is declared that they raise nobody’s conduct', async () => {
    const undeclared = { 'raises-no-conduct': false };
    assertErrors(await chair.tryOpen('evidence', call(undeclared)), 'raises-no-conduct');
    const on = await chair.open('evidence', call());
    assertErrors(await asker.tryOpen('question', question(on, undeclared)), 'raises-no-conduct');
  });

  test('northampton 4.1, 3.12: it is recorded that evidence was given, and nobody’s conduct with it', async () => {
    const record = await chair.open('evidence', call());
    assertErrors(await chair.tryUse(record, 'heard', { outcome: 'It was dear.', 'no-conduct': false }), 'no-conduct');
    await at.head.use(record, 'heard', { outcome: 'It was dear.', 'no-conduct': true });
    assertErrors(await asker.tryOpen('question', question(record)), 'call');
    await assertStands(at.council, record, 'heard', reading([...members, at.head], ['call', 'outcome']));
    const other = await chair.open('evidence', call());
    assert.equal((await chair.use(other, 'withdraw')).state, 'withdrawn');
  });

  test('northampton 4.2, 4.4: questions are listed ahead; the Chair accepts or strikes each with a reason', async () => {
    await assertOpenTo(at.council, 'question', at.cast.members);
    const on = await chair.open('evidence', call());
    assert.ok((await asker.read(on)).offers.some((offer) => offer.procedure === 'question'));
    const record = await asker.open('question', question(on));
    assertErrors(await asker.tryOpen('question', question(record)), 'call');
    const rest = reading(others([chair, asker]), ['question']);
    await assertStands(at.council, record, 'asked', [
      [asker, { reads: ['question'], can: ['withdraw'] }],
      [chair, { reads: ['question'], can: ['accept', 'strike'], owes: { rule: '2026-07-08' } }],
      [at.head, { reads: ['question'] }],
      ...rest,
    ]);
    await chair.use(record, 'accept');
    await assertStands(at.council, record, 'accepted', [
      [asker, { reads: ['question'], can: ['withdraw'] }],
      [chair, { reads: ['question'] }],
      [at.head, { reads: ['question'], can: ['answer', 'object'], owes: { answer: '2026-07-13' } }],
      ...rest,
    ]);
    assertErrors(await at.head.tryUse(record, 'answer', { answer: 'A million.', 'no-conduct': false }), 'no-conduct');
    await at.head.use(record, 'answer', { answer: 'A million.', 'no-conduct': true });
    await assertStands(at.council, record, 'answered', reading([...members, at.head], ['answer', 'question']));
    const struck = await asker.open('question', question(on));
    assertErrors(await chair.tryUse(struck, 'strike', { ground: 'tone' }), 'reason');
    await chair.use(struck, 'strike', { ground: 'tone', reason: 'It sneers.' });
    await assertStands(at.council, struck, 'struck', reading([...members, at.head], ['question', 'ruling']));
  });

  test('northampton 4.2, 3.13: facts and professional opinions only', async () => {
    const on = await chair.open('evidence', call());
    await asker.open('question', question(on, { asks: 'opinion' }));
    assertRefused(await asker.tryOpen('question', question(on, { asks: 'view' })), '3.13');
  });

  test('northampton 4.4: Scrutiny disciplines nobody; an Officer may object to a question, and the Chair rules', async () => {
    const on = await chair.open('evidence', call());
    assertRefused(await asker.tryOpen('question', question(on, { asks: 'discipline' })), '4.4');
    const record = await asker.open('question', question(on));
    await chair.use(record, 'accept');
    await at.head.use(record, 'object', { objection: 'It names a colleague.' });
    await assertStands(at.council, record, 'objected', [
      [asker, { reads: ['question'] }],
      [chair, { reads: ['objection', 'question'], can: ['accept', 'strike'], owes: { rule: '2026-07-08' } }],
      [at.head, { reads: ['objection', 'question'] }],
      ...reading(others([chair, asker]), ['question']),
    ]);
    assert.equal((await chair.use(record, 'accept')).state, 'accepted');
  });

  test('northampton 4.3: what is private is answered in private, for the Committee alone', async () => {
    const on = await chair.open('evidence', call({ explains: 'advice' }));
    const outsider = await at.council.as(at.cast.members.find((person) => !members.some((one) => one.id === person.id)));
    assertErrors(await outsider.tryOpen('question', question(on)), 'call');
    const record = await asker.open('question', question(on, { asks: 'opinion', private: 'private' }));
    await chair.use(record, 'accept');
    await at.head.use(record, 'answer', { answer: 'We feared a claim.', 'no-conduct': true });
    const kept = { reads: ['answer', 'private-answer', 'question'], marked: ['private-answer'] };
    await assertStands(at.council, record, 'answered', [...members, at.head].map((person) => [person, kept]));
    assert.equal(await at.chief.read(record), null);
    assert.equal(await outsider.read(record), null);
  });

  test('northampton 4.3: whoever asks cannot say to which committee the answer goes', async () => {
    const on = await chair.open('evidence', call());
    const { bodies } = await chair.expect(200, 'GET', '/api/v1/bodies');
    const other = bodies.find((body) => body.id !== committee.id);
    assertErrors(await asker.tryOpen('question', question(on, { committee: other.id })), 'committee');
    const record = await asker.open('question', question(on));
    assert.ok(record.audience.some((line) => line.who.includes(committee.name)));
  });

  test('northampton 4.2: a question that waits, and evidence that was not given, are told', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const [by, from, head] = [await own.as(chair.person), await own.as(asker.person), await own.as(at.head.person)];
    const on = await by.open('evidence', call());
    const gone = await from.open('question', question(on));
    assert.equal((await from.use(gone, 'withdraw')).state, 'withdrawn');
    await from.open('question', question(on));
    const accepted = await from.open('question', question(on));
    await by.use(accepted, 'accept');
    for (const [when, who] of [
      ['2026-07-08T23:00:00Z', [from]],
      ['2026-07-13T23:00:00Z', [from, by]],
      ['2026-07-20T23:00:00Z', [by, head]],
    ]) {
      const told = await watchNotices(own);
      await own.clock(when);
      assert.deepEqual(whoWasTold(await told()), names(who), when);
    }
  });
});
