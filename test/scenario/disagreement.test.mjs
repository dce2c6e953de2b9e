// Disagreements, settled in private; a mediator from outside sees that one record and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { partNames, powers, text, Visitor } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

within('town', (at) => {
  const matter = (more) => ({ with: at.head.id, subject: 'The market stalls', matter: 'I was promised an answer.', ...more });
  const theirs = (more) => matter({ with: undefined, councillor: at.member.id, ...more });
  const reads = { reads: ['matter'], marked: ['matter'] };

  test('town 7.3: a disagreement is settled in private between the two and the Town Clerk', async () => {
    await assertOpenTo(at.council, 'disagreement', at.cast.people);
    const told = await watchNotices(at.council);
    const record = await at.member.open('disagreement', matter());
    assert.deepEqual(whoWasTold(await told()), names([at.head]));
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, { ...reads, can: ['answer'] }],
      [at.chief, { ...reads, can: ['fail', 'invite', 'propose', 'settle'], owes: { settle: '2026-08-03' } }],
    ]);
    await at.head.use(record, 'answer', { 'other-view': 'I said in the spring.' });
    await at.chief.use(record, 'propose', { proposal: 'Meet on Friday.' });
    await at.chief.use(record, 'settle', { settlement: 'They met.' });
    const all = { reads: ['matter', 'settlement'], marked: ['matter', 'settlement'] };
    await assertStands(at.council, record, 'settled', [at.member, at.head, at.chief].map((who) => [who, all]));
    const gone = await at.member.open('disagreement', matter());
    assert.equal((await at.member.use(gone, 'withdraw')).state, 'settled');
  });

  test('town 7.3: an Officer settles one with a Councillor in the same way', async () => {
    const between = theirs();
    assertErrors(await at.supporter.tryOpen('disagreement', between), 'with');
    assertErrors(await at.head.tryOpen('disagreement', matter({ with: at.junior.id })), 'councillor');
    const told = await watchNotices(at.council);
    const record = await at.head.open('disagreement', between);
    assert.deepEqual(whoWasTold(await told()), names([at.member]));
    await at.member.use(record, 'answer', { 'other-view': 'It was promised in spring.' });
    await assertStands(at.council, record, 'open', [
      [at.head, { ...reads, can: ['withdraw'] }],
      [at.member, { ...reads, can: ['answer'] }],
      [at.chief, { ...reads, can: ['fail', 'invite', 'propose', 'settle'], owes: { settle: '2026-08-03' } }],
    ]);
    await at.chief.use(record, 'settle', { settlement: 'They met.' });
    const all = { reads: ['matter', 'settlement'], marked: ['matter', 'settlement'] };
    await assertStands(at.council, record, 'settled', [at.member, at.head, at.chief].map((who) => [who, all]));
  });

  test('town 7.3: it is between a Councillor and an Officer, and not between two of either', async () => {
    assertErrors(await at.member.tryOpen('disagreement', matter({ with: at.supporter.id })), 'with');
    assertErrors(await at.head.tryOpen('disagreement', theirs({ councillor: at.junior.id })), 'councillor');
  });

  test('town 7.3: between the Town Clerk and the Chair it is the Monitoring Officer’s to settle', async () => {
    const chair = await at.council.as(at.cast.holder('council-chair'));
    const record = await at.chief.open('disagreement', theirs({ councillor: chair.id }));
    await assertStands(at.council, record, 'open', [
      [at.chief, { ...reads, can: ['withdraw'] }],
      [chair, { ...reads, can: ['answer'] }],
      [at.monitor, { ...reads, can: ['fail', 'invite', 'propose', 'settle'], owes: { settle: '2026-08-03' } }],
    ]);
  });

  test('town 7.3: with the Town Clerk it is the Chair’s to settle, and the Town Clerk is one of the two', async () => {
    const chair = await at.council.as(at.cast.holder('council-chair'));
    const record = await at.member.open('disagreement', matter({ with: at.chief.id }));
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.chief, { ...reads, can: ['answer'] }],
      [chair, { ...reads, can: ['fail', 'invite', 'propose', 'settle'], owes: { settle: '2026-08-03' } }],
    ]);
  });

  test('town 7.3: a disagreement that is not settled in time is told to the two', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const [member, chief] = [await own.as(at.member.person), await own.as(at.chief.person)];
    await member.open('disagreement', matter());
    const other = await own.as(at.otherHead.person);
    await other.open('disagreement', theirs({ councillor: at.supporter.id }));
    const told = await watchNotices(own);
    await own.clock('2026-08-03T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-08-03T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([member, at.head, other, at.supporter]));
    const failed = await member.open('disagreement', matter());
    assert.equal((await chief.use(failed, 'fail', { reason: 'They will not meet.' })).state, 'unsettled');
  });

  test('town 9.2: a mediator from outside is invited to this one record, by a code that ends with it', async () => {
    const record = await at.member.open('disagreement', matter());
    const { invitations } = await at.chief.use(record, 'invite', { mediator: 'Robin Ash' });
    const mediator = new Visitor(at.council, { id: 'guest', name: 'the mediator' }, invitations[0].code);
    await assertStands(at.council, record, 'mediated', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, { ...reads, can: ['answer'] }],
      [at.chief, { ...reads, can: ['fail', 'propose', 'settle'], owes: { mediate: '2026-09-01' } }],
    ]);
    const seen = await mediator.read(record);
    assert.deepEqual([partNames(seen), powers(seen)], [['matter'], ['propose']]);
    await mediator.use(record, 'propose', { proposal: 'A note in the diary.' });
    assert.equal(text(await mediator.read(record), 'settlement', 'proposal'), 'A note in the diary.');
    assert.equal(text(await at.head.read(record), 'settlement', 'proposal'), 'A note in the diary.');
    const other = await at.member.open('disagreement', matter());
    assert.equal((await mediator.get(`/api/v1/records/${other.ref}`)).status, 404);
    await at.chief.use(record, 'settle', { settlement: 'They agreed.' });
    assert.notEqual((await mediator.get(`/api/v1/records/${record.ref}`)).status, 200);
  });

  test('town 9.2: a mediation that does not end in time is told to the two', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const [member, chief] = [await own.as(at.member.person), await own.as(at.chief.person)];
    const record = await member.open('disagreement', matter());
    const by = await own.as(at.otherHead.person);
    const other = await by.open('disagreement', theirs({ councillor: at.supporter.id }));
    for (const one of [record, other]) await chief.use(one, 'invite', { mediator: 'Robin Ash' });
    await own.clock('2026-09-01T22:59:59Z');
    const told = await watchNotices(own);
    await own.clock('2026-09-01T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([member, at.head, by, at.supporter]));
  });
});
