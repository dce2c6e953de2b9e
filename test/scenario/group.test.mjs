// A Member who leaves a group, joins another, or leaves the council; an Officer who moves on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused, demo } from '../lib/council.mjs';
import { advice, answer, enquiry, given } from '../lib/protocol.mjs';
import { Visitor, text } from '../lib/visitor.mjs';

const pack = 'northampton';
let council, cast, service, head, left, joined, mover, asker, newAsker, old, oldTo, newBefore;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  head = await council.as(service.head);
  [left, joined] = cast.groups.filter((group) => group.backbenchers.length >= 2);
  [mover, asker] = await Promise.all(left.backbenchers.map((person) => council.as(person)));
  newAsker = await council.as(joined.backbenchers[0]);
  old = await groupAdvice(asker, 'What the old group was told');
  oldTo = await groupAdvice(mover, 'What the mover asked for the old group');
  newBefore = await groupAdvice(newAsker, 'What the new group was told before');
  await council.clock('2026-07-07T09:00:00Z');
});
after(() => council?.stop());

async function groupAdvice(by, said) {
  const record = await by.open('advice', advice(pack, service, { for: 'my group' }));
  await head.use(record, 'answer', given(pack, { advice: said }));
  return record;
}

test('before: the Member reads what the own group was told, and not what the other was', async () => {
  assert.equal(text(await mover.read(old), 'advice', 'advice'), 'What the old group was told');
  assert.equal(await mover.read(newBefore), null);
});

test('northampton 3.15: who changes group loses the old group’s advice from then on', async () => {
  await council.comity('person', 'set', mover.id, '--group', joined.id);
  assert.equal(await mover.read(old), null);
  assert.ok(!(await mover.list()).some((row) => row.ref === old.ref));
  assert.deepEqual(
    (await mover.list('&q=old+group')).filter((row) => row.ref === old.ref),
    [],
  );
  assert.equal((await mover.get('/api/v1/me')).body.group.id, joined.id);
});

test('northampton 3.15: and never sees what the new group got before', async () => {
  assert.equal(await mover.read(newBefore), null);
  assert.ok(!(await mover.list()).some((row) => row.ref === newBefore.ref));
  assert.deepEqual(await mover.list('&q=told+before'), []);
});

test('northampton 3.15: not even what it was told earlier on the day of joining', async () => {
  const until = joined.backbenchers[1] ?? joined.leader;
  const late = await council.as(cast.ungrouped.at(-1));
  const record = await groupAdvice(await council.as(until), 'Told in the morning');
  await council.clock('2026-07-07T14:00:00Z');
  await council.comity('person', 'set', late.id, '--group', joined.id);
  assert.equal(await late.read(record), null);
  const afternoon = await groupAdvice(await council.as(until), 'Told in the afternoon');
  assert.notEqual(await late.read(afternoon), null);
});

test('northampton 3.15: what the new group gets from now on is read by the new Member too', async () => {
  await council.clock('2026-07-08T09:00:00Z');
  const record = await groupAdvice(newAsker, 'What the new group is told after');
  assert.equal(text(await mover.read(record), 'advice', 'advice'), 'What the new group is told after');
});

test('northampton 3.15: what the old group gets from now on is not', async () => {
  const record = await groupAdvice(asker, 'What the old group is told after');
  assert.equal(await mover.read(record), null);
  assert.notEqual(await (await council.as(left.leader)).read(record), null);
});

test('northampton 3.15: advice to the group stays the group’s, also for the Member who had asked for it', async () => {
  assert.equal(await mover.read(oldTo), null);
  assert.notEqual(await asker.read(oldTo), null);
});

test('the group of a new record is the new one', async () => {
  const record = await groupAdvice(mover, 'After the move');
  assert.notEqual(await newAsker.read(record), null);
  assert.equal(await asker.read(record), null);
});

test('an Officer who leaves can no longer sign in, and the post’s duties stay with the post', async () => {
  const record = await asker.open('enquiry', enquiry(pack, service));
  const other = await council.as(service.juniors[0]);
  await council.comity('person', 'deactivate', head.id);
  assert.equal((await head.get('/api/v1/me')).status, 401);
  const post = head.person.posts[0];
  await council.comity('person', 'set', other.id, '--post', post);
  assert.ok((await other.dutiesOf(record)).length > 0, 'whoever holds the post owes what it owes');
  await council.comity('person', 'set', head.id, '--active');
  assert.equal((await head.get('/api/v1/me')).status, 401, 'a token of before stays revoked');
  const again = new Visitor(council, head.person, (await council.comity('token', head.id)).trim());
  assert.equal((await again.get('/api/v1/me')).status, 200);
});

test('a Member who is deactivated reads nothing, at once', async () => {
  const gone = await council.as(cast.ungrouped[0]);
  await gone.open('enquiry', enquiry(pack, service));
  await council.comity('person', 'deactivate', gone.id);
  for (const path of ['/api/v1/me', '/api/v1/records', '/api/v1/duties'])
    assert.equal((await gone.get(path)).status, 401, path);
  assert.equal((await gone.tryOpen('enquiry', enquiry(pack, service))).status, 401);
});

test('a token that is revoked opens nothing', async () => {
  const token = (await council.comity('token', newAsker.id, '--label', 'a script')).trim();
  const script = council.nobody();
  script.token = token;
  assert.equal((await script.get('/api/v1/me')).body.id, newAsker.id);
  const listed = JSON.parse(await council.comity('token', 'list', '--json'));
  const mine = listed.filter((one) => one.person === newAsker.id && one.label === 'a script');
  assert.equal(mine.length, 1);
  assert.ok(!token.includes(mine[0].token));
  await council.comity('token', 'revoke', mine[0].token);
  assert.equal((await script.get('/api/v1/me')).status, 401);
  assert.equal((await newAsker.get('/api/v1/me')).status, 200, 'the other one still does');
});

test('a power is not used on a record that the actor cannot see', async () => {
  const record = await asker.open('enquiry', enquiry(pack, service));
  const stranger = await council.as(cast.services[1].head);
  assert.equal((await stranger.tryUse(record, 'answer', answer(pack))).status, 404);
  const refused = await asker.tryUse(record, 'answer', answer(pack));
  assertRefused(refused, refused.body.refused?.clause);
});
