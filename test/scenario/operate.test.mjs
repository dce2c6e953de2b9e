// A real council from nothing: init, people, invitations, passwords, tokens, serving, copies, and the doctor.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Browser, formFields } from '../lib/browser.mjs';
import { comity, folder, refused, run } from '../lib/comity.mjs';
import { Council, newPlace, postgres } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';

const officers = `name,email,service,post,role,tier,from
Dana Okafor,dana@example.gov.uk,Housing,Head of Housing,head,senior,2025-01-06
Sam Reed,sam@example.gov.uk,Housing,,,,2025-01-06
Chris Vale,chris@example.gov.uk,Chief Executive’s Office,Chief Executive,chief-executive,senior,2024-05-01
`;

let place, council, server;

/** A council with three Officers and a Member, serving on the real clock. */
before(async () => {
  place = newPlace();
  const printed = await comity('init', ...place, '--pack', 'county', '--name', 'Exampleton County Council');
  assert.match(printed, /ready/);
  const file = join(folder(), 'officers.csv');
  writeFileSync(file, officers);
  await comity('directory', 'import', file, '--format', 'csv', ...place);
});

test('a new council is not made where there is one', async () => {
  const line = await refused(1, 'init', ...place, '--pack', 'county');
  assert.ok(line.length > 20);
});

test('a council needs a pack that is there', async () => {
  await refused(1, 'init', ...newPlace(), '--pack', 'atlantis');
  await refused(2, 'init', ...newPlace());
});

test('people are added, once, and listed', async () => {
  const add = ['person', 'add', ...place, '--name', 'Alex Moss', '--kind', 'member', '--email', 'alex@example.gov.uk'];
  assert.equal((await comity(...add)).trim(), 'p-alex-moss');
  assert.match(await refused(1, ...add), /already/);
  await refused(2, 'person', 'add', ...place, '--name', 'Robby', '--kind', 'robot');
  await refused(1, 'person', 'set', 'nobody', ...place, '--name', 'Nobody');
  await refused(1, 'person', 'set', 'p-alex-moss', ...place, '--group', 'No such group');
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  assert.equal(people.length, 4);
  const head = people.find((person) => person.name === 'Dana Okafor');
  assert.equal(head.kind, 'officer');
  assert.deepEqual(head.posts, ['Head of Housing']);
  assert.match(await comity('person', 'list', ...place), /Alex Moss/);
});

test('it serves, says where, and knows nobody yet', async () => {
  server = new Server(['serve', ...place, '--quiet']);
  await server.start();
  council = new Council(server, place);
  const answer = await new Browser(server.address).get('/');
  assert.equal(answer.status, 303);
  assert.match(answer.headers.get('location'), /^\/sign-in/);
  const page = await new Browser(server.address).get('/sign-in');
  assert.ok(!page.text.includes('Alex Moss'), 'nobody is offered to sign in as');
});

test('an invitation sets a password once, and the password signs in', async () => {
  const link = (await comity('person', 'invite', 'p-alex-moss', ...place, '--public-url', server.address)).trim();
  const path = link.slice(server.address.length);
  assert.match(path, /^\/invitation\//);
  const browser = new Browser(server.address);
  const page = await browser.get(path);
  assert.equal(page.status, 200);
  assert.match(page.text, /Alex Moss/);
  const send = (visitor, password, again = password) =>
    visitor.post(path, { ...formFields(page.text, path), password, again });
  assert.equal((await send(browser, 'too short')).status, 422);
  assert.equal((await send(browser, 'correct horse battery', 'incorrect horse')).status, 422);
  assert.equal((await send(browser, 'correct horse battery')).status, 303);
  assert.match((await browser.get('/')).text, /Alex Moss/);
  assert.equal((await send(new Browser(server.address), 'another horse battery')).status, 404, 'it is used up');

  const later = new Browser(server.address);
  const signIn = (password) => later.post('/sign-in', { email: 'alex@example.gov.uk', password, next: '/' });
  assert.equal((await signIn('incorrect horse battery')).status, 422);
  assert.equal((await later.get('/')).status, 303);
  assert.equal((await signIn('correct horse battery')).status, 303);
  assert.equal((await later.get('/')).status, 200);
  const home = await later.get('/');
  assert.equal((await later.post('/sign-out', formFields(home.text, '/sign-out'))).status, 303);
  assert.equal((await later.get('/')).status, 303, 'signed out');
});

test('an unknown address and a wrong password give the same page', async () => {
  const attempt = async (email) => {
    const answer = await new Browser(server.address).post('/sign-in', {
      email,
      password: 'wrong horse battery',
      next: '/',
    });
    return [answer.status, answer.text.replaceAll(email, 'ADDRESS')];
  };
  assert.deepEqual(await attempt('nobody@example.gov.uk'), await attempt('dana@example.gov.uk'));
});

test('one does not sign in by a name in a real council', async () => {
  const answer = await new Browser(server.address).post('/sign-in', { person: 'p-alex-moss', next: '/' });
  assert.equal(answer.status, 422);
});

test('a normal serve has no test clock', async () => {
  assert.equal((await council.nobody().post('/api/v1/test/clock', { to: '2030-01-01T00:00:00Z' })).status, 404);
  const { code } = await run(['serve', ...newPlace(), '--now', '2026-07-06T09:00:00Z']);
  assert.equal(code, 2);
});

test('who was added while it serves can act at once: a Member asks, the head answers', async () => {
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  const member = await council.as(people.find((person) => person.name === 'Alex Moss'));
  const head = await council.as(people.find((person) => person.name === 'Dana Okafor'));
  const { services } = (await member.get('/api/v1/services')).body;
  const service = services.find((one) => one.name === 'Housing').id;
  const fields = { service, for: 'myself', subject: 'Voids', question: 'How many?', purpose: 'council' };
  const record = await member.open('enquiry', fields);
  assert.ok(record.handler.includes('Dana Okafor'));
  assert.equal((await head.dutiesOf(record)).length, 1);
});

test('an enquiry to a service that nobody heads is told beside its field', async () => {
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  const member = await council.as(people.find((person) => person.name === 'Alex Moss'));
  const file = join(folder(), 'parks.csv');
  writeFileSync(file, 'name,service,post,role,tier\n,Parks,Head of Parks,head,senior\n');
  await comity('directory', 'import', file, '--format', 'csv', ...place);
  const { services } = (await member.get('/api/v1/services')).body;
  const service = services.find((one) => one.name === 'Parks').id;
  const fields = { service, for: 'myself', subject: 'Trees', question: 'How many?', purpose: 'council' };
  const answer = await member.tryOpen('enquiry', fields);
  assert.equal(answer.status, 422);
  assert.equal(answer.body.errors[0].field, 'service');
});

test(
  'a copy is made while it serves, and holds all that was acknowledged',
  { skip: postgres && 'SQLite only' },
  async () => {
    const copy = join(folder(), 'copy.db');
    await comity('backup', copy, ...place);
    await refused(1, 'backup', copy, ...place);
    const restored = join(folder(), 'restored');
    mkdirSync(restored);
    renameSync(copy, join(restored, 'comity.db'));
    const second = new Server(['serve', '--data', restored, '--quiet']);
    await second.start();
    const people = JSON.parse(await comity('person', 'list', '--data', restored, '--json'));
    const elsewhere = new Council(second, ['--data', restored]);
    const member = await elsewhere.as(people.find((person) => person.name === 'Alex Moss'));
    assert.equal((await member.list())[0].title, 'Voids');
    await second.stop();
  },
);

test('the doctor says what is wrong, and only that', async () => {
  const outcome = await run(['doctor', ...place, '--json']);
  const findings = JSON.parse(outcome.stdout);
  assert.equal(outcome.code, 1);
  assert.ok(
    findings.some((say) => /Head of Parks/.test(say)),
    findings.join('\n'),
  );
  assert.ok(!findings.some((say) => /database/.test(say)), findings.join('\n'));
});

test('it ends when told to, and answers what it was asked', async () => {
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  const member = await council.as(people.find((person) => person.name === 'Alex Moss'));
  const asked = Promise.allSettled(Array.from({ length: 20 }, () => member.get('/api/v1/records')));
  const { code } = await server.stop();
  assert.equal(code, 0);
  for (const answer of await asked) if (answer.status === 'fulfilled') assert.equal(answer.value.status, 200);
});

test('every command has a help, and a wrong one is told', async () => {
  const overview = await comity('--help');
  const commands = [...overview.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}/gm)].map((found) => found[1]);
  assert.ok(commands.length >= 15, commands.join());
  for (const command of commands) {
    const help = await comity(...command.split(' '), '--help');
    assert.ok(help.startsWith(`comity ${command}`), help.slice(0, 80));
    const wrong = await run([...command.split(' '), '--no-such-option']);
    assert.equal(wrong.code, 2, command);
    assert.match(wrong.stderr, /^comity[^\n]*\n$/);
  }
  assert.equal((await run(['dance'])).code, 2);
  assert.equal((await run([])).code, 2);
});
