// Who takes an office, moves, leaves or is let in again, by the command line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';

const pack = 'county';
let council, cast, service, other, third;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  [service, other, third] = cast.services;
});
after(() => council?.stop());

const set = (person, ...args) => council.comity('person', 'set', person.id, ...args);
const listed = async (person) =>
  JSON.parse(await council.comity('person', 'list', '--json')).find((one) => one.id === person.id);
const exported = async () => JSON.parse(await council.comity('directory', 'export'));
const findings = async () => JSON.parse((await council.run('doctor', '--json')).stdout);
const postOf = async (person, role) => {
  const { memberships, posts } = await exported();
  const held = memberships.filter((one) => one.person_id === person.id).map((one) => one.post_id);
  return posts.find((post) => post.role === role && held.includes(post.id));
};

test('who is appointed follows whoever held the post, who leaves it the day before', async () => {
  const [successor] = service.juniors;
  const post = await postOf(service.head, 'head');
  await set(successor, '--post', post.id);
  assert.ok((await listed(successor)).posts.includes(post.label));
  assert.ok(!(await listed(service.head)).posts.includes(post.label));
  const past = (await exported()).memberships.find((one) => one.person_id === service.head.id && one.post_id === post.id);
  assert.equal(past.end_date, '2026-07-05');
  const member = await council.as(cast.groups[0].leader);
  assert.ok((await member.open('enquiry', enquiry(pack, service))).handler.includes(successor.name));
  assert.ok(!(await findings()).some((say) => say.includes('Both')));
});

test('an appointment to come changes nothing today, and one in between ends when it begins', async () => {
  const post = await postOf(other.head, 'head');
  const [later, between] = other.juniors;
  await set(later, '--post', post.id, '--from', '2026-09-01');
  assert.ok((await listed(other.head)).posts.includes(post.label));
  await set(between, '--post', post.id, '--from', '2026-08-01');
  const tenures = (await exported()).memberships.filter((one) => one.post_id === post.id);
  const of = (person) => tenures.find((one) => one.person_id === person.id);
  assert.equal(of(other.head).end_date, '2026-07-31');
  assert.deepEqual([of(between).start_date, of(between).end_date], ['2026-08-01', '2026-08-31']);
  assert.deepEqual([of(later).start_date, of(later).end_date], ['2026-09-01', undefined]);
});

test('who moves to another service is no staff of the one before', async () => {
  const mover = service.juniors.at(-1);
  await set(mover, '--service', other.id);
  const open = (await exported()).memberships.filter((one) => one.person_id === mover.id && one.end_date === undefined);
  assert.deepEqual(
    open.map((one) => one.organization_id),
    [other.id],
  );
  await set(mover, '--service', '');
  assert.equal((await listed(mover)).service, null);
});

test('a Member leaves the group, with the posts in it, and an --until is kept', async () => {
  const group = cast.groups.find((one) => one.leader !== undefined && one.backbenchers.length > 0);
  await set(group.leader, '--group', '');
  const left = await listed(group.leader);
  assert.equal(left.group, null);
  assert.ok(!left.roles.includes('leader'), left.roles.join());
  const [member] = group.backbenchers;
  await set(member, '--group', group.id, '--until', '2026-07-10');
  assert.equal((await listed(member)).group, group.id);
  await council.clock('2026-07-11T09:00:00Z');
  assert.equal((await listed(member)).group, null);
  const { ward } = await listed(member);
  assert.notEqual(ward, null, 'the ward stays');
  assert.equal((await council.run('person', 'set', member.id, '--group', group.id, '--until', '2026-07-01')).code, 2);
});

test('an office is left by an empty value', async () => {
  const chief = cast.holder('chief-executive');
  await set(chief, '--post', '');
  assert.deepEqual((await listed(chief)).posts, []);
});

test('who is deactivated leaves records behind: that is said, and the doctor names them', async () => {
  const [leaver] = third.juniors;
  const member = await council.as(cast.groups[0].backbenchers.at(-1));
  const record = await member.open('enquiry', enquiry(pack, third));
  await (await council.as(third.head)).use(record, 'reassign', { to: leaver.id });
  assert.ok(!(await findings()).some((say) => say.includes(leaver.id)));
  const printed = await council.comity('person', 'deactivate', leaver.id);
  const count = Number(/handles (\d+) open record/.exec(printed)?.[1]);
  assert.ok(count >= 1, printed);
  const found = (await findings()).find((say) => say.includes(leaver.id));
  assert.ok(found.startsWith(leaver.name), found);
  assert.ok(found.includes(`handles ${count} open record`), found);
  if (count <= 5) assert.ok(found.includes(record.ref), found);
  assert.match(found, /hand them on/);
});

test('a term that ended by itself leaves somebody who may sign in: the doctor names them until they are deactivated', async () => {
  const [group] = cast.groups;
  const add = (id, until) =>
    council.comity('person', 'add', '--id', id, '--name', `Old ${id}`, '--kind', 'member', '--group', group.id, '--from', '2026-01-01', '--until', until);
  await add('hand', '2026-07-05'); // yesterday
  await add('salt', '2026-12-31');
  await council.comity('person', 'add', '--id', 'fresh', '--name', 'Fresh Face', '--kind', 'member');
  const left = async () => (await findings()).filter((say) => say.startsWith('Old '));
  const said = await left();
  assert.equal(said.length, 1, said.join('\n'));
  assert.match(said[0], /^Old hand \(hand\) .* ended by Sunday 5 July 2026/);
  assert.equal((await (await council.as({ id: 'hand', name: 'Old hand' })).get('/api/v1/me')).status, 200);
  await council.comity('person', 'deactivate', 'hand');
  assert.deepEqual(await left(), []);
});

test('the doctor warns before the holidays that are known run out', async () => {
  assert.ok(!(await findings()).some((say) => /holidays/.test(say)));
  const late = await demo({ pack, now: '2028-11-15T10:00:00Z' });
  const said = JSON.parse((await late.run('doctor', '--json')).stdout);
  await late.stop();
  assert.ok(
    said.some((say) => /knows no holidays after 2028/.test(say)),
    said.join('\n'),
  );
});
