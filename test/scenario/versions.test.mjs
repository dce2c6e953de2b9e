// Versions of a protocol: a record that began under one ends under it, unless the next one says where it goes on; and
// the suite's end makes every decision again, under the version that it was made under.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { comity, folder, refused } from '../lib/comity.mjs';
import { assertRefused, Council, newPlace, NOW } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';
import { duty, events, powers } from '../lib/visitor.mjs';

const PACK = `
pack: small
title: A small council
clauses: [{id: "1", kind: power, summary: "Members may ask."}]
posts: {head: {title: Head of Service, tier: senior, per: service}}
calendars: {working: {zone: Europe/London, holidays: [none]}}
`;

/** The protocol's one procedure, in which versions differ. */
const request = ({ states, term = 5, duties = 'respond', more = '', ban = '' }) => `
procedure: request
title: Request
prefix: REQ
start: Ask a service
summary: A question to a service.
cites: ["1"]
${more}
open:
  by: [member]
  form:
    - {name: service, label: Service, kind: service}
    - {name: question, label: Question, kind: long, part: question}
  route: [head of service]
parts:
  record: {title: The record, audience: [opener, handler], cites: ["1"]}
  question: {title: The question, audience: [opener, handler], cites: ["1"]}
  answer: {title: The answer, audience: [opener, handler], cites: ["1"]}
states:
  ${states.open}: {title: With the service}
  ${states.asked}: {title: Waiting for a reply}
  answered: {title: Answered, final: yes}
powers:
  answer:
    label: Answer
    done: answered
    by: [handler]
    from: [${states.open}]
    to: answered
    form: [{name: answer, label: Answer, kind: long, part: answer}]
    ${ban}
  ask-back: {label: Ask back, done: asked back, by: [handler], from: [${states.open}], to: ${states.asked}}
  reply: {label: Reply, done: replied, by: [opener], from: [${states.asked}], to: ${states.open}}
  lapse: {label: Lapse, done: lapsed, clock only: yes, from: [${states.asked}], to: answered}
duties:
  ${duties}:
    label: Answer
    bearer: [handler]
    from: [opening]
    within: ${term} working days
    met by: [answer]
    paused in: [${states.asked}]
    missed: [{tell: [opener], say: It is late.}]
    cites: ["1"]
  reply:
    label: Reply
    bearer: [opener]
    from: [ask-back]
    within: 20 working days
    met by: [reply]
    missed: [{act: lapse}]
    cites: ["1"]
`;

const EARLIER = { open: 'open', asked: 'asked' };
const LATER = { open: 'begun', asked: 'waiting' };
const MOVES = 'earlier records: {open: begun, asked: waiting}';

const PEOPLE = {
  persons: [
    { id: 'mem', name: 'Mem Ber', kind: 'member' },
    { id: 'other', name: 'Oth Er', kind: 'member' },
    { id: 'head', name: 'He Ad', kind: 'officer' },
  ],
  organizations: [{ id: 'roads', name: 'Roads', classification: 'service' }],
  posts: [{ id: 'head-roads', label: 'Head of Roads', role: 'head', tier: 'senior', organization_id: 'roads' }],
  memberships: [{ id: 'm1', person_id: 'head', organization_id: 'roads', post_id: 'head-roads' }],
};

/** The folder of a version of the pack. */
function version(shape) {
  const path = join(folder(), 'small');
  mkdirSync(path);
  writeFileSync(join(path, 'pack.yaml'), PACK);
  writeFileSync(join(path, 'holidays.yaml'), 'holidays: {none: [{day: "2026-12-25", name: Christmas Day}]}\n');
  writeFileSync(join(path, 'request.yaml'), request(shape));
  return path;
}

async function councilUnder(pack) {
  const place = newPlace();
  const people = join(folder(), 'people.json');
  writeFileSync(people, JSON.stringify(PEOPLE));
  await comity('init', ...place, '--pack', pack, '--name', 'Small Council');
  await comity('directory', 'import', people, '--format', 'popolo', ...place);
  const council = new Council(new Server(['serve', ...place, '--test', '--now', NOW, '--quiet']), place);
  await council.server.start();
  return council;
}

const person = (council, id) => council.as({ id, name: id });

describe('a new version of the protocol', () => {
  let council;
  let member;
  let head;
  const ask = () => member.open('request', { service: 'roads', question: 'Which road?' });

  before(async () => {
    council = await councilUnder(version({ states: EARLIER }));
    member = await person(council, 'mem');
    head = await person(council, 'head');
  });
  after(() => council?.stop());

  test('leaves open records under the version that they began under', async () => {
    const old = await ask();
    const said = await council.comity('pack', 'adopt', '--pack', version({ states: LATER, term: 10 }));
    assert.match(said, /0 open records go on under it/);
    const now = await ask();
    assert.equal(duty(await head.read(old), 'respond').due, '2026-07-13');
    assert.equal(duty(await head.read(now), 'respond').due, '2026-07-20');
    assert.equal((await head.read(old)).state, 'open');
    assert.equal((await head.read(now)).state, 'begun');
    assert.equal((await head.use(old, 'answer', { answer: 'Mill Lane.' })).state, 'answered');
  });

  test('takes open records along where it says where they go on', async () => {
    await council.comity('pack', 'adopt', '--pack', version({ states: EARLIER }));
    const open = await ask();
    const asked = await ask();
    await head.use(asked, 'ask-back');
    const closed = await ask();
    await member.read(closed);
    await head.use(closed, 'answer', { answer: 'Mill Lane.' });
    const said = await council.comity('pack', 'adopt', '--pack', version({ states: LATER, term: 10, more: MOVES }));
    assert.match(said, /3 open records go on under it/, 'with the one that is open since the test before');
    for (const viewer of [member, head]) {
      const moved = await viewer.read(open);
      assert.equal(moved.state, 'begun');
      const told = moved.timeline.find((event) => event.power === 'version');
      assert.match(told.say, /Another version of the protocol was put in force/);
      assert.ok(told.cites.length > 0);
    }
    assert.equal(await (await person(council, 'other')).read(open), null);
    assert.ok(!events(await head.read(closed)).includes('version'), 'what has ended has ended');
    assert.equal(duty(await head.read(open), 'respond').due, '2026-07-13', 'what is owed stays owed by its day');
    assert.equal((await head.read(asked)).state, 'waiting');
    assert.deepEqual(powers(await member.read(asked)), ['reply']);
    await member.use(asked, 'reply');
    assert.deepEqual(await head.use(asked, 'answer', { answer: 'Mill Lane.' }).then((one) => one.duties), []);
    assert.equal((await head.use(open, 'answer', { answer: 'Mill Lane.' })).state, 'answered');
  });

  test('is refused when a record has no place in it', async () => {
    const open = await ask();
    const adopt = (shape) => refused(1, 'pack', 'adopt', ...council.place, '--pack', version(shape));
    const gone = 'earlier records: {elsewhere: open}';
    assert.match(await adopt({ states: EARLIER, more: gone }), /REQ-\S+ cannot go on .*state "begun"/);
    const unowed = { states: LATER, duties: 'reply-soon', more: MOVES };
    assert.match(await adopt(unowed), /REQ-\S+ cannot go on .*duty "respond"/);
    const same = await head.read(open);
    assert.deepEqual([same.state, events(same)], ['begun', ['open']]);
    assert.equal((await ask()).state, 'begun', 'the version in force is still in force');
  });
});

test('a rule counts from its date on, for records that began before it too', async (t) => {
  const ban = 'refuse: [{when: {on or after: "2026-07-08"}, cites: ["1"], say: Answers go out by post.}]';
  const council = await councilUnder(version({ states: EARLIER, ban }));
  t.after(() => council.stop());
  const member = await person(council, 'mem');
  const head = await person(council, 'head');
  const ask = () => member.open('request', { service: 'roads', question: 'Which road?' });
  const [answered, open] = [await ask(), await ask()];
  assert.equal((await head.use(answered, 'answer', { answer: 'Mill Lane.' })).state, 'answered');
  await council.clock('2026-07-08T09:00:00Z');
  assertRefused(await head.tryUse(open, 'answer', { answer: 'Mill Lane.' }), '1');
});

test('who a Member was when it was decided counts when it is decided again', async (t) => {
  const council = await councilUnder(version({ states: EARLIER }));
  t.after(() => council.stop());
  const member = await person(council, 'mem');
  const head = await person(council, 'head');
  const record = await member.open('request', { service: 'roads', question: 'Which road?' });
  await council.comity('person', 'add', '--name', 'New Head', '--id', 'new', '--kind', 'officer');
  await council.clock('2026-07-08T09:00:00Z');
  await council.comity('person', 'set', 'new', '--post', 'head-roads', '--from', '2026-07-08');
  assert.equal((await head.tryUse(record, 'answer', { answer: 'Mine.' })).status, 404);
  const next = await person(council, 'new');
  await council.comity('person', 'deactivate', 'mem');
  assert.equal((await next.use(record, 'answer', { answer: 'Mill Lane.' })).state, 'answered');
});
