// A fourth council, written from a page of prose (test/fourth/protocol.md) without a line of C: what it does otherwise.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { comity, folder, root, run } from '../lib/comity.mjs';
import { assertErrors, assertRefused, Council, newPlace, watchNotices, whoWasTold } from '../lib/council.mjs';
import { Browser, formFields } from '../lib/browser.mjs';
import { readCast } from '../lib/cast.mjs';
import { Server } from '../lib/server.mjs';
import { clauses, duty, events, partNames, powers, text } from '../lib/visitor.mjs';

const pack = join(root, 'test/fourth/cwmderwen');
const people = join(root, 'test/fourth/people.json');

/** Wednesday 13 January 2027, ten o'clock. */
const NOW = '2027-01-13T10:00:00Z';

const councils = [];
afterEach(() => Promise.all(councils.splice(0).map((council) => council.stop())));

/** Who is who in people.json. */
const roles = {
  asker: 'anwen',
  presiding: 'bryn',
  greenLeader: 'cerys',
  backbencher: 'dewi',
  parliamentarian: 'menna',
  chief: 'elin',
  monitoring: 'ffion',
  head: 'gareth',
  junior: 'huw',
};

/** The council at a time, with everybody in it. */
async function begin(now = NOW) {
  const place = newPlace();
  await comity('init', ...place, '--pack', pack, '--name', 'Cwmderwen County Borough Council');
  await comity('directory', 'import', people, '--format', 'popolo', ...place);
  const council = new Council(new Server(['serve', ...place, '--test', '--now', now, '--quiet']), place);
  await council.server.start();
  councils.push(council);
  council.cast = await readCast(council);
  const who = {};
  for (const [role, id] of Object.entries(roles))
    who[role] = await council.as(council.cast.people.find((person) => person.id === id));
  return { council, ...who };
}

const request = (more = {}) => ({
  service: 'highways',
  for: 'myself',
  subject: 'The bridge at Pont Isaf',
  question: 'When will the bridge be open again?',
  purpose: 'public',
  ...more,
});
const soon = { explanation: 'An engineer looks at it this week.' };
const due = (record, name) => duty(record, name)?.due.slice(0, 10);

test('the fourth council has no finding, and every clause has its rules', async () => {
  assert.match(await comity('pack', 'check', pack), /all is well: 2 procedures, 24 clauses/);
  const coverage = await run(['pack', 'coverage', pack]);
  assert.equal(coverage.code, 0, coverage.stdout);
});

test('cwmderwen 2.1, 2.2: a request is acknowledged in three days, and answered in twenty from then', async () => {
  const { asker, head } = await begin();
  const record = await asker.open('enquiry', request());
  assert.equal(due(record, 'respond'), '2027-01-18');
  assert.equal(duty(record, 'complete'), undefined);
  await head.council.clock('2027-01-15T10:00:00Z');
  const acknowledged = await head.use(record, 'acknowledge', soon);
  assert.equal(duty(acknowledged, 'respond'), undefined);
  assert.equal(due(acknowledged, 'complete'), '2027-02-12');
  assert.deepEqual(clauses(duty(acknowledged, 'complete')), ['2.2']);
  assert.ok(!powers(acknowledged).includes('acknowledge'), 'once');
});

test('cwmderwen 2.2A: from 1 April 2027 it is fifteen days, and until the day before it was twenty', async () => {
  const { asker, head } = await begin('2027-03-31T10:00:00Z');
  const [before, since] = [await asker.open('enquiry', request()), await asker.open('enquiry', request())];
  const old = await head.use(before, 'acknowledge', soon);
  assert.equal(due(old, 'complete'), '2027-04-28');
  assert.equal(duty(old, 'complete-sooner'), undefined);
  await head.council.clock('2027-04-01T10:00:00Z');
  const young = await head.use(since, 'acknowledge', soon);
  assert.equal(due(young, 'complete-sooner'), '2027-04-22');
  assert.equal(duty(young, 'complete'), undefined);
  assert.equal(due(await head.read(before), 'complete'), '2027-04-28', 'what runs, runs on');
});

test('cwmderwen 1.3: a Member of Parliament asks as a Councillor does, and is no Councillor', async () => {
  const { parliamentarian, head, junior } = await begin();
  const record = await parliamentarian.open('enquiry', request({ for: 'constituent', 'constituent-name': 'Mair Tudor' }));
  await head.use(record, 'acknowledge', soon);
  const answered = await head.use(record, 'answer', { answer: 'In May.' });
  assert.equal(text(await parliamentarian.read(answered), 'answer', 'answer'), 'In May.');
  assert.equal((await parliamentarian.tryOpen('complaint', {})).status, 422, 'only Councillors and Officers complain');
  assert.equal((await junior.tryOpen('enquiry', request())).body.refused.clause, '1.2', 'nor does an Officer ask');
});

test('cwmderwen 1.3: a Member of Parliament signs in, begins a request on its page and follows it', async () => {
  const { council, parliamentarian } = await begin();
  const link = await council.comity('person', 'invite', parliamentarian.id, '--public-url', council.address);
  const invitation = new URL(link.trim()).pathname;
  const browser = new Browser(council.address);
  const chosen = formFields((await browser.get(invitation)).text, invitation);
  const password = 'a bridge over the Cwm';
  const set = await browser.post(invitation, { ...chosen, password, again: password });
  assert.equal(set.status, 303, set.text);
  assert.match((await browser.get('/')).text, /Hello, Menna Griffiths.*Ask a service for information/s);
  const form = formFields((await browser.get('/start/enquiry')).text, '/start/enquiry/check');
  const check = await browser.post('/start/enquiry/check', { ...form, ...request() });
  const sent = await browser.post('/start/enquiry', formFields(check.text, '/start/enquiry'));
  assert.equal(sent.status, 303, sent.text);
  const record = await browser.get(sent.headers.get('location'));
  assert.match(record.text, /The bridge at Pont Isaf.*Acknowledge the request/s);
});

test('cwmderwen 2.5: for them, a holiday in any part of the Kingdom does not count', async () => {
  const { parliamentarian, asker } = await begin('2027-03-16T10:00:00Z');
  const theirs = await parliamentarian.open('enquiry', request());
  assert.equal(due(theirs, 'respond-to-parliament'), '2027-03-22', 'St Patrick’s Day is a holiday in Northern Ireland');
  assert.deepEqual(clauses(duty(theirs, 'respond-to-parliament')), ['2.1', '2.5']);
  assert.equal(duty(theirs, 'respond'), undefined);
  assert.equal(due(await asker.open('enquiry', request()), 'respond'), '2027-03-19');
});

test('cwmderwen 2.4: what comes after half past four counts as of the next day, and St David’s Day not at all', async () => {
  const deadline = async (received) =>
    JSON.parse(await comity('deadline', '--pack', pack, '--duty', 'enquiry.respond', '--received', received, '--json')).due;
  assert.equal(await deadline('2027-01-13T16:29'), '2027-01-18');
  assert.equal(await deadline('2027-01-13T16:30'), '2027-01-19');
  assert.equal(await deadline('2027-02-26T10:00'), '2027-03-04');
});

test('cwmderwen 2.3: there is more time only by consent, and until the day that was consented to', async () => {
  const { asker, head } = await begin();
  const record = await asker.open('enquiry', request());
  await head.use(record, 'acknowledge', soon);
  const asked = await head.use(record, 'narrow', { 'why-longer': 'The steel is late; two weeks.' });
  assert.equal(due(asked, 'complete'), '2027-02-10', 'the clock runs on');
  assertRefused(await head.tryUse(record, 'accept', { 'new-day': '2027-02-24' }), '2.3');
  assertErrors(await asker.tryUse(record, 'accept'), 'new-day');
  const consented = await asker.use(record, 'accept', { 'new-day': '2027-02-24' });
  assert.equal(consented.state, 'acknowledged');
  assert.equal(duty(consented, 'complete'), undefined);
  assert.equal(due(consented, 'complete-later'), '2027-02-24');
});

test('cwmderwen 2.3: a no, or silence, leaves the day as it was', async () => {
  const { council, asker, head } = await begin();
  const record = await asker.open('enquiry', request());
  await head.use(record, 'acknowledge', soon);
  await head.use(record, 'narrow', { 'why-longer': 'The steel is late.' });
  assert.equal(due(await asker.use(record, 'decline'), 'complete'), '2027-02-10');
  await head.use(record, 'narrow', { 'why-longer': 'It really is.' });
  await council.clock('2027-01-21T10:00:00Z');
  const silent = await head.read(record);
  assert.equal(silent.state, 'acknowledged');
  assert.equal(events(silent).at(-1), 'resume');
  assert.equal(due(silent, 'complete'), '2027-02-10');
  await council.clock('2027-02-11T10:00:00Z');
  assert.equal((await head.read(record)).state, 'late');
});

test('cwmderwen 2.6, SO12: what stays unanswered lies before the full Council in the end, which says by when', async () => {
  const { council, asker, head, chief, presiding, backbencher, parliamentarian, junior } = await begin();
  const record = await asker.open('enquiry', request());
  await head.use(record, 'reassign', { to: junior.id });
  await junior.use(record, 'acknowledge', soon);

  let told = await watchNotices(council);
  await council.clock('2027-02-11T10:00:00Z');
  assert.deepEqual(whoWasTold(await told()), ['Anwen Rees', 'Huw Maddocks']);
  const late = await head.read(record);
  assert.deepEqual([late.state, due(late, 'overdue')], ['late', '2027-02-18']);
  assert.deepEqual((await head.dutiesOf(record)).map((one) => one.name), ['overdue'], 'the head of the service owes it now');

  told = await watchNotices(council);
  await council.clock('2027-02-19T10:00:00Z');
  assert.deepEqual(whoWasTold(await told()), [chief.name]);
  assert.equal(await backbencher.read(record), null);

  told = await watchNotices(council);
  await council.clock('2027-03-09T10:00:00Z');
  const councillors = council.cast.members.map((person) => person.name).sort();
  assert.deepEqual(whoWasTold(await told()), councillors, 'every Councillor, and nobody else');
  const laid = await backbencher.read(record);
  assert.deepEqual([laid.state, partNames(laid)], ['council', ['question']]);
  assert.deepEqual(clauses(laid.timeline.at(-1)), ['2.6', 'SO12']);
  for (const other of [parliamentarian, chief]) assert.equal(await other.read(record), null, other.name);

  assert.ok(!powers(laid).includes('direct'), 'one of them is not the Council');
  const direction = { direction: 'The Council wants it answered.', 'new-day': '2027-03-16' };
  const directed = await presiding.use(record, 'direct', direction);
  assert.deepEqual([directed.state, due(directed, 'complete-later')], ['acknowledged', '2027-03-16']);
  assert.equal(text(await backbencher.read(record), 'direction', 'direction'), direction.direction);
  await junior.use(record, 'answer', { answer: 'In May.' });
  assert.equal(text(await backbencher.read(record), 'answer', 'answer'), undefined, 'the answer is the asker’s');
});

test('cwmderwen 2.6: what is not even acknowledged goes the same way', async () => {
  const { council, asker, head } = await begin();
  const record = await asker.open('enquiry', request());
  await council.clock('2027-01-22T10:00:00Z');
  assert.equal((await head.read(record)).state, 'late');
  assert.equal((await head.use(record, 'answer', { answer: 'In May.' })).state, 'answered');
});

test('cwmderwen 1.4, SO41: party business is refused under both documents', async () => {
  const { asker, parliamentarian } = await begin();
  for (const visitor of [asker, parliamentarian]) {
    const answer = await visitor.tryOpen('enquiry', request({ purpose: 'party' }));
    assertRefused(answer, '1.4');
    assert.deepEqual(clauses(answer.body.refused), ['1.4', 'SO41']);
  }
});

test('cwmderwen 1.5: no help with publicity from the notice of the election until polling day', async () => {
  const { council, asker } = await begin('2027-03-19T10:00:00Z');
  const publicity = request({ purpose: 'publicity' });
  await asker.open('enquiry', publicity);
  for (const day of ['2027-03-22', '2027-05-06']) {
    await council.clock(`${day}T10:00:00Z`);
    assertRefused(await asker.tryOpen('enquiry', publicity), '1.5');
    await asker.open('enquiry', request());
  }
  await council.clock('2027-05-07T10:00:00Z');
  await asker.open('enquiry', publicity);
});

const complaint = (more = {}) => ({
  about: roles.backbencher,
  grade: 'respect',
  subject: 'The site meeting of 11 January',
  complaint: 'I was shouted at before everybody.',
  ...more,
});

test('cwmderwen 3.1: a lack of respect is resolved locally, with the leader of the group', async () => {
  const { council, junior, monitoring, backbencher, greenLeader, asker } = await begin();
  const record = await junior.open('complaint', complaint());
  for (const other of [backbencher, greenLeader, asker]) assert.equal(await other.read(record), null, other.name);
  const told = await watchNotices(council);
  const met = await monitoring.use(record, 'meet', { at: '2027-01-20T14:00', where: 'Room 2' });
  assert.deepEqual(whoWasTold(await told()), ['Cerys Vaughan', 'Dewi Pugh', 'Huw Maddocks']);
  assert.equal(due(met, 'resolve'), '2027-02-10');
  for (const other of [backbencher, greenLeader])
    assert.equal(text(await other.read(record), 'complaint', 'complaint'), complaint().complaint, other.name);
  assert.equal(await asker.read(record), null);
  const resolved = await monitoring.use(record, 'resolve', { resolution: 'They have shaken hands.' });
  assert.deepEqual([resolved.state, resolved.open], ['resolved', false]);
});

test('cwmderwen 3.2, LGA2000-69: a breach of the Code is not taken, and the Ombudsman is pointed to', async () => {
  const { council, junior } = await begin();
  const answer = await junior.tryOpen('complaint', complaint({ grade: 'code' }));
  assertRefused(answer, '3.2');
  assert.equal(answer.body.refused.see, 'https://www.ombudsman.wales/');
  assert.ok(clauses(answer.body.refused).includes('LGA2000-69'));
  assert.equal((await council.nobody().tryOpen('complaint', complaint())).status, 401, 'nor one from outside');
});

test('cwmderwen 3.3: what turns out to be more is referred to the Ombudsman', async () => {
  const { junior, monitoring } = await begin();
  const record = await junior.open('complaint', complaint());
  await monitoring.use(record, 'meet', { at: '2027-01-20T14:00', where: 'Room 2' });
  const referred = await monitoring.use(record, 'refer', { 'why-referred': 'It was a threat.' });
  assert.deepEqual([referred.state, referred.open], ['referred', false]);
  assert.equal(text(await junior.read(record), 'told', 'why-referred'), 'It was a threat.');
});

test('the same complaint under another nation is a finding: there, no matter about a Member ends in a local resolution', async () => {
  const copy = join(folder(), 'cwmderwen');
  cpSync(pack, copy, { recursive: true });
  const file = join(copy, 'pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('nation: wales', 'nation: england'));
  const { code, stdout } = await run(['pack', 'check', copy]);
  assert.equal(code, 1);
  assert.match(stdout, /"local-resolution" is no end that england has for a matter about a member/);
});
