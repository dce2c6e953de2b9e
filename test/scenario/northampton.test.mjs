// What the borough's protocol alone says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { assertErrors, assertRefused, demo, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice, answer, enquiry, given } from '../lib/protocol.mjs';
import { clauses, duty, events, partNames, powers, text } from '../lib/visitor.mjs';

const pack = 'northampton';
let council, cast, service, administration, minority, member, supporter, head, junior;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  administration = cast.groups.filter((group) => group.administration);
  minority = cast.groups.filter((group) => !group.administration);
  member = await council.as(minority.find((group) => group.backbenchers.length >= 1).backbenchers[0]);
  supporter = await council.as(administration.find((group) => group.backbenchers.length >= 1).backbenchers[0]);
  head = await council.as(service.head);
  junior = await council.as(service.juniors[0]);
});
after(() => council?.stop());

async function answered(by, more) {
  const record = await by.open('enquiry', enquiry(pack, service, more));
  await head.use(record, 'answer', answer(pack));
  return record;
}

/** What they can do about telling the Administration's leadership. */
const telling = (record) => powers(record).filter((power) => /leadership$/.test(power)).sort();

test('northampton 1.1: the protocol’s page names the Code that it adds to before anything else, and links it', async () => {
  const { code, code_address: address } = await member.expect(200, 'GET', '/api/v1/protocol');
  assert.equal(code, 'Code of Conduct for Councillors');
  const browser = await new Browser(council.address).signInAs(member.person);
  const [, main] = (await browser.get('/protocol')).text.split('<main');
  const [before, after] = main.split(`href="${address}">${code}</a>`);
  assert.match(after, /^ comes first/);
  assert.ok(!before.includes('/protocol/'), 'no clause and no procedure stands before it');
});

/** What is asked and what is answered, of each procedure of which the leadership is told. */
const REQUESTS = [
  ['enquiry', enquiry, answer],
  ['advice', advice, given],
];

test('northampton 3.5-b: facts given to another group make a duty to tell the Administration’s leadership', async () => {
  const record = await answered(member);
  const owed = (await head.dutiesOf(record)).find((one) => one.name === 'tell');
  assert.equal(owed.due, '2026-07-13');
  assert.equal(clauses(owed)[0], '3.5-b');
});

test('northampton 3.5-b: the leadership is told the facts and nothing more, and the duty is met', async () => {
  const record = await answered(member);
  const told = await watchNotices(council);
  await head.use(record, 'tell-leadership', { told: 'Three lamps are mended on Thursday.' });
  const notices = await told();
  assert.deepEqual(whoWasTold(notices), names(administration.map((group) => group.leader)));
  for (const notice of notices) {
    assert.equal(notice.say, 'Three lamps are mended on Thursday.');
    assert.equal(notice.record, null);
    assert.equal(clauses(notice)[0], '3.5-b');
    assert.ok(!JSON.stringify(notice).includes(record.ref) && !JSON.stringify(notice).includes(member.name));
  }
  for (const group of administration) assert.equal(await (await council.as(group.leader)).read(record), null);
  assert.deepEqual(await head.dutiesOf(record), []);
});

test('northampton 3.5-b: or the exception is recorded, and nobody is told', async () => {
  for (const [procedure, asked, sent] of REQUESTS)
    for (const exception of ['routine', 'confidence', 'rule']) {
      const record = await member.open(procedure, asked(pack, service));
      await head.use(record, 'reassign', { to: junior.id });
      await junior.use(record, 'answer', sent(pack));
      const told = await watchNotices(council);
      assertErrors(await junior.tryUse(record, 'keep-from-leadership', { exception: 'none' }), 'exception');
      await junior.use(record, 'keep-from-leadership', { exception });
      for (const who of [junior, head]) assert.ok(text(await who.read(record), 'telling', 'exception').length > 0, who.name);
      assert.deepEqual(await told(), []);
      assert.deepEqual(await junior.dutiesOf(record), []);
    }
});

test('northampton 3.5-b: whoever asked does not see whether the leadership was told', async () => {
  for (const [procedure, asked, sent] of REQUESTS)
    for (const [power, fields] of [
      ['tell-leadership', { told: 'Lamps.' }],
      ['keep-from-leadership', { exception: 'routine' }],
    ]) {
      const record = await member.open(procedure, asked(pack, service));
      await head.use(record, 'answer', sent(pack));
      const before = JSON.stringify(await member.read(record));
      await head.use(record, power, fields);
      const seen = await member.read(record);
      assert.equal(JSON.stringify(seen), before);
      assert.ok(!partNames(seen).includes('telling') && !events(seen).includes(power));
      assert.equal(duty(seen, 'tell'), undefined);
    }
});

test('northampton 3.5-b: the duty outlives the record, and when it is missed the Chief Executive is told', async (t) => {
  for (const [procedure, asked, sent] of REQUESTS) {
    const own = await young({ pack });
    t.after(() => own.stop());
    const [by, boss, handler] = await Promise.all([member, head, junior].map((who) => own.as(who.person)));
    const record = await by.open(procedure, asked(pack, service));
    await boss.use(record, 'reassign', { to: junior.id });
    await handler.use(record, 'answer', sent(pack));
    await by.use(record, 'close');
    assert.equal((await handler.dutiesOf(record))[0].name, 'tell');
    const told = await watchNotices(own);
    await own.clock('2026-07-13T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-13T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([head.person, cast.holder('chief-executive')]));
    await handler.use(record, 'keep-from-leadership', { exception: 'routine' });
    assert.deepEqual(await handler.dutiesOf(record), []);
  }
});

test('northampton 3.5-b: for a year it can be said whether the leadership was told, and not after', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  const [by, boss] = [await own.as(member.person), await own.as(head.person)];
  const records = [];
  for (const [procedure, fields, filled] of [
    ['enquiry', enquiry(pack, service), answer(pack)],
    ['advice', advice(pack, service), given(pack)],
  ]) {
    const record = await by.open(procedure, fields);
    assert.match((await boss.why(record, 'tell-leadership')).say, /^This comes after “(Answer|Send the advice)”/);
    await boss.use(record, 'answer', filled);
    records.push(record);
  }
  await own.clock('2027-06-30T09:00:00Z');
  for (const record of records)
    assert.deepEqual(telling(await boss.read(record)), ['keep-from-leadership', 'tell-leadership']);
  await own.clock('2027-09-01T09:00:00Z');
  for (const record of records) {
    assert.deepEqual(telling(await boss.read(record)), []);
    assert.equal((await boss.why(record, 'tell-leadership')).say, 'The time for this, 260 working days, has passed.');
  }
});

test('northampton 3.7: the handler is told when the Chief Executive has not advised in two days', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  const [by, boss] = [await own.as(member.person), await own.as(head.person)];
  const record = await by.open('enquiry', enquiry(pack, service));
  await boss.use(record, 'consult', { doubt: 'May the figures leave the service?' });
  const told = await watchNotices(own);
  await own.clock('2026-07-08T22:59:59Z');
  assert.deepEqual(await told(), []);
  await own.clock('2026-07-08T23:00:00Z');
  assert.deepEqual(whoWasTold(await told()), names([boss]));
});

test('northampton 3.5-b: what the Administration’s own Members are told makes no such duty', async () => {
  const record = await answered(supporter);
  assert.deepEqual(await head.dutiesOf(record), []);
  assert.deepEqual(telling(await head.read(record)), []);
  const outcome = await head.tryUse(record, 'tell-leadership', { told: 'Lamps.' });
  assertRefused(outcome, '3.5-b');
});

test('northampton 3.5-b: a Member without a group counts as one outside the Administration', async () => {
  const record = await answered(await council.as(cast.ungrouped[0]));
  assert.equal((await head.dutiesOf(record))[0].name, 'tell');
});

test('northampton 3.6: the other groups are told nothing of what one group asked and got', async () => {
  const told = await watchNotices(council);
  const before = new Map();
  const strangers = cast.members.filter((person) => person.group?.id !== member.person.group.id);
  for (const person of strangers) before.set(person.id, (await (await council.as(person)).get('/api/v1/records')).text);
  const record = await member.open('advice', advice(pack, service, { for: 'my group' }));
  await head.use(record, 'answer', given(pack));
  await head.use(record, 'keep-from-leadership', { exception: 'routine' });
  assert.deepEqual(await told(), []);
  for (const person of strangers) {
    const visitor = await council.as(person);
    assert.equal((await visitor.get('/api/v1/records')).text, before.get(person.id), person.name);
    assert.deepEqual(await visitor.list('&q=break+clause+depot'), []);
  }
});

test('northampton 3.5-b, 3.15: of advice, too, the leadership is told the facts only', async () => {
  const record = await member.open('advice', advice(pack, service, { for: 'my group' }));
  await head.use(record, 'answer', given(pack));
  assert.equal((await head.dutiesOf(record))[0].name, 'tell');
  const told = await watchNotices(council);
  await head.use(record, 'tell-leadership', { told: given(pack).facts });
  const notices = await told();
  assert.deepEqual(whoWasTold(notices), names(administration.map((group) => group.leader)));
  assert.ok(!JSON.stringify(notices.map(({ title, say }) => [title, say])).includes('break clause'));
});

test('northampton 3.10: a junior employee’s name is never shown to a Member', async () => {
  const record = await member.open('enquiry', enquiry(pack, service));
  await head.use(record, 'reassign', { to: junior.id, note: 'Yours' });
  await junior.use(record, 'acknowledge', { explanation: 'Being looked at.', expected: '2026-07-16' });
  const hidden = [junior.name, junior.id, junior.person.email].filter(Boolean);
  const pages = [
    `/api/v1/records/${record.ref}`,
    `/api/v1/records/${record.ref}/why?power=answer`,
    '/api/v1/records',
    '/api/v1/duties',
    '/api/v1/notices',
    '/api/v1/people',
    `/api/v1/services/${service.id}`,
    '/api/v1/procedures',
  ];
  for (const page of pages) {
    const { text: shown, status } = await member.get(page);
    assert.equal(status, 200, page);
    for (const word of hidden) assert.ok(!shown.includes(word), `${page} shows ${word}`);
  }
  const seen = await member.read(record);
  assert.match(seen.handler, /^an Officer of /);
  const event = seen.timeline.find((one) => one.power === 'acknowledge');
  assert.equal(event.by.id, null);
  assert.match(event.by.name, /^an Officer of /);
  const absent = await member.get('/api/v1/people/nobody-of-this-name');
  const there = await member.get(`/api/v1/people/${junior.id}`);
  assert.equal(there.status, 404);
  assert.equal(there.text, absent.text);
  assert.ok((await head.read(record)).handler.includes(junior.name), 'Officers see it');
});

test('northampton 3.10: the Head of Service may let the Member see on one record who deals with it', async () => {
  const [record, other] = [await member.open('enquiry', enquiry(pack, service)), await member.open('enquiry', enquiry(pack, service))];
  for (const one of [record, other]) await head.use(one, 'reassign', { to: junior.id });
  assertRefused(await junior.tryUse(record, 'allow-names'), '3.10');
  await head.use(record, 'allow-names');
  await junior.use(record, 'answer', answer(pack));
  const seen = await member.read(record);
  assert.ok(seen.handler.includes(junior.name));
  const { by } = seen.timeline.find((event) => event.power === 'answer');
  assert.deepEqual([by.name, by.id], [junior.name, null], 'there is no page of theirs');
  assert.ok(seen.audience.some((line) => line.part === 'names' && clauses(line).includes('3.10')));
  assert.ok(!(await member.get(`/api/v1/records/${other.ref}`)).text.includes(junior.name), 'on that record alone');
  assert.equal((await member.get(`/api/v1/people/${junior.id}`)).status, 404);
  assert.ok(!(await member.get('/api/v1/people')).text.includes(junior.name));
});

test('northampton 3.10, 3.3: that the Member may see who deals with it lets nobody else see it who reads the record later', async () => {
  const rival = await council.as(minority[0].leader);
  for (const [procedure, asked, sent] of REQUESTS) {
    const record = await supporter.open(procedure, asked(pack, service));
    await head.use(record, 'reassign', { to: junior.id });
    await head.use(record, 'allow-names');
    const readers = (await head.read(record)).audience.filter((line) => line.part === 'names').map((line) => line.relation);
    assert.ok(['handler', 'head of service'].every((one) => readers.includes(one)), `${procedure}: it says who sees them: ${readers}`);
    await junior.use(record, 'answer', sent(pack));
    await supporter.use(record, 'consent');
    const { text: whole } = await rival.get(`/api/v1/records/${record.ref}`);
    assert.ok(whole.includes(supporter.name) && !whole.includes(junior.name));
  }
});

test('northampton 3.10: a senior Officer is named to Members', async () => {
  const record = await answered(member);
  assert.ok((await member.read(record)).timeline.some((event) => event.by.name === head.name));
});

test('northampton 3.10: who is appointed to a senior post is named to Members from then on', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  const reader = await own.as(member.person);
  const appointments = [['head', '--of', service.id], ['chief-executive'], ['monitoring-officer']];
  for (const [i, [role, ...of]] of appointments.entries()) {
    const officer = cast.services[i].juniors[0];
    assert.equal((await reader.get(`/api/v1/people/${officer.id}`)).status, 404, `${officer.name} is a junior Officer`);
    const post = await own.comity('directory', 'add', 'post', `Interim ${role}`, '--role', role, ...of);
    await own.comity('person', 'set', officer.id, '--post', post.trim());
    assert.equal((await reader.get(`/api/v1/people/${officer.id}`)).status, 200, `${officer.name} is ${role}`);
  }
});

test('northampton 2020-3.1.4.4: a Member without a group gets what a Member of a group gets', async () => {
  const loner = await council.as(cast.ungrouped[0]);
  const [mine, theirs] = await Promise.all([loner.get('/api/v1/procedures'), member.get('/api/v1/procedures')]);
  const forGroups = ['group-meeting'];
  const allowed = (answerOf) =>
    answerOf.body.procedures.filter((one) => !forGroups.includes(one.name)).map((one) => [one.name, one.allowed]);
  assert.deepEqual(allowed(mine), allowed(theirs));
});

test('northampton 3.7: a handler asks the Chief Executive, who advises them; the Member is shown neither', async () => {
  const record = await member.open('enquiry', enquiry(pack, service));
  const chief = await council.as(cast.holder('chief-executive'));
  assert.equal(await chief.read(record), null);
  await head.use(record, 'consult', { doubt: 'May the figures leave the service?' });
  assert.ok((await chief.dutiesOf(record)).some((one) => one.name === 'counsel'));
  await chief.use(record, 'counsel', { counsel: 'They may: they are published.' });
  assert.deepEqual(await chief.dutiesOf(record), []);
  assert.ok(partNames(await head.read(record)).includes('counsel'));
  const seen = await member.read(record);
  assert.ok(!partNames(seen).includes('counsel'));
  assert.ok(!events(seen).includes('consult') && !events(seen).includes('counsel'));
});

test('northampton 3.14: who holds a politically restricted post is on their page, for everybody', async () => {
  for (const reader of [member, junior]) {
    const { body } = await reader.get(`/api/v1/people/${head.id}`);
    assert.ok(body.tenures.some((tenure) => tenure.now && tenure.restricted));
  }
  const other = (await head.get(`/api/v1/people/${junior.id}`)).body;
  assert.ok(other.tenures.every((tenure) => !tenure.restricted));
});

test('northampton 3.14: a register has who holds a politically restricted post, for everybody', async () => {
  const holders = [...cast.services.map((one) => one.head), ...['chief-executive', 'monitoring-officer'].map(cast.holder)];
  const press = cast.holder('communications');
  for (const [reader, named] of [
    [member, holders], // a junior Officer stays unnamed to Members
    [junior, [...holders, press]],
  ]) {
    const { people } = await reader.expect(200, 'GET', '/api/v1/people?kind=restricted');
    for (const person of named) assert.ok(people.some((one) => one.id === person.id), person.name);
    assert.equal(people.some((one) => one.id === press.id), reader === junior);
    assert.ok(people.every((one) => one.kind === 'officer' && one.posts.length > 0));
    const page = await (await new Browser(council.address).signInAs(reader.person)).get('/people?kind=restricted');
    for (const person of named) assert.ok(page.text.includes(person.name), person.name);
  }
});

test('northampton 2020-3.1.4.3, 2020-3.1.4.5: one place for every request, and each shows its day before it is sent', async () => {
  const { procedures } = await member.expect(200, 'GET', '/api/v1/procedures');
  for (const name of ['enquiry', 'advice', 'procedural-advice', 'appointment', 'concern', 'support', 'representation', 'other'])
    assert.ok(procedures.some((one) => one.name === name && one.allowed), name);
  for (const [procedure, fields] of [
    ['enquiry', enquiry(pack, service)],
    ['advice', advice(pack, service)],
  ])
    assert.equal((await member.preview(procedure, fields)).due.due, '2026-07-13');
});

test('northampton 2.0-2.2: an Officer’s page names who manages them, where the reader may know them', async () => {
  const page = (reader, person) => reader.get(`/api/v1/people/${person.id}`);
  assert.equal((await page(head, service.juniors[0])).body.manager.id, service.head.id);
  assert.equal((await page(member, service.head)).body.manager, null);
  assert.equal((await page(member, service.juniors[0])).status, 404);
  const browser = await new Browser(council.address).signInAs(service.juniors[0]);
  const { text } = await browser.get(`/people/${service.juniors[0].id}`);
  assert.match(text, new RegExp(`Line manager[\\s\\S]*${service.head.name}`));
});
