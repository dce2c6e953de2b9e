// What the county's protocol alone says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, formFields } from '../lib/browser.mjs';
import { assertErrors, demo, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice, answer, enquiry, given } from '../lib/protocol.mjs';
import { assertStands } from '../lib/stands.mjs';
import { clauses, partNames, text } from '../lib/visitor.mjs';

const pack = 'county';
let council, cast, service, member, head;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services.find((one) => one.cabinetMember !== undefined);
  member = await council.as(cast.groups.find((group) => group.backbenchers.length > 0).backbenchers[0]);
  head = await council.as(service.head);
});
after(() => council?.stop());

const document = () => ({ right: 'need', service: service.id, extent: 'named', duty: 'division', subject: 'The crossing', need: 'I speak on it.' });
const ask = () => member.open('enquiry', enquiry(pack, service));

test('county 1.7.10: what anybody could have under FOI is released to every Member at once', async () => {
  const record = await ask();
  const junior = await council.as(service.juniors[0]);
  await head.use(record, 'reassign', { to: junior.id });
  await junior.use(record, 'answer', answer(pack, { foi: 'releasable' }));
  for (const who of [junior, head]) assert.equal(text(await who.read(record), 'released', 'answer'), answer(pack).answer, who.name);
  for (const person of cast.members) {
    const visitor = await council.as(person);
    const seen = await visitor.read(record);
    assert.equal(text(seen, 'released', 'answer'), answer(pack).answer, person.name);
    if (person.id === member.id) continue;
    assert.equal(seen.whole, false);
    assert.deepEqual(partNames(seen), ['released']);
    for (const hidden of ['state', 'timeline', 'powers', 'duties', 'audience', 'opener', 'handler'])
      assert.ok(!(hidden in seen), `${person.name} is not shown ${hidden}`);
    assert.ok(!JSON.stringify(seen).includes('three lamps that are out'), 'nor the question');
  }
  for (const person of cast.officers.filter(({ id }) => id !== head.id && id !== junior.id))
    assert.equal(await (await council.as(person)).read(record), null, `${person.name} is no Member`);
  const line = (await member.read(record)).audience.find((one) => one.part === 'released' && /all Members/.test(one.who));
  assert.deepEqual(clauses(line), ['1.7.10']);
});

test('county 1.7.10: a later answer without that mark is not released with the earlier one', async () => {
  const record = await ask();
  await head.use(record, 'answer', answer(pack, { foi: 'releasable' }));
  await member.use(record, 'follow-up', { more: 'And who complained?' });
  await head.use(record, 'answer', answer(pack, { foi: 'not', answer: 'Mrs Unnamed of number four.' }));
  const other = await council.as(cast.members.find((one) => one.id !== member.id));
  assert.ok(!JSON.stringify(await other.read(record)).includes('Unnamed'));
  assert.deepEqual(await other.list('&state=all&q=unnamed'), []);
});

test('county 1.7.10: an answer without that mark stays between the Member and the service', async () => {
  const record = await ask();
  await head.use(record, 'answer', answer(pack, { foi: 'not' }));
  for (const person of cast.members.filter((one) => one.id !== member.id))
    assert.equal(await (await council.as(person)).read(record), null, person.name);
});

test('county 1.7.10: the Officer says whether it is releasable; without that, no answer is sent', async () => {
  const record = await ask();
  assertErrors(await head.tryUse(record, 'answer', { answer: 'Soon.' }), 'foi', 'meeting');
});

test('county 1.7.8: where it may come up at a meeting, the Cabinet Member is told what was given', async () => {
  const record = await ask();
  const told = await watchNotices(council);
  const missing = await head.tryUse(record, 'answer', answer(pack, { meeting: 'likely' }));
  assertErrors(missing, 'told');
  await head.use(record, 'answer', answer(pack, { meeting: 'likely', told: 'Lamps in Mill Lane are mended.' }));
  const notices = await told();
  assert.deepEqual(whoWasTold(notices), names([service.cabinetMember]));
  assert.equal(notices[0].say, 'Lamps in Mill Lane are mended.');
  assert.deepEqual(clauses(notices[0]), ['1.7.8']);
  assert.equal(await (await council.as(service.cabinetMember)).read(record), null, 'the notice, not the record');
});

test('county 1.7.8: where it is a meeting of a committee, its Chair is told and not the Cabinet Member', async () => {
  const { bodies } = (await member.get('/api/v1/bodies')).body;
  const committee = bodies.find((body) => body.head?.id && body.head.id !== service.cabinetMember.id);
  for (const [procedure, fields, power, given_] of [
    ['enquiry', enquiry(pack, service), 'answer', answer],
    ['advice', advice(pack, service), 'answer', given],
    ['document', document(), 'answer', (_, more) => ({ document: 'The survey.', ...more })],
  ]) {
    const record = await member.open(procedure, fields);
    const told = await watchNotices(council);
    await head.use(record, power, given_(pack, { meeting: 'likely', committee: committee.id, told: 'The lamps are mended.' }));
    const notices = await told();
    assert.deepEqual(whoWasTold(notices), [committee.head.name]);
    assert.deepEqual(clauses(notices[0]), ['1.7.8']);
    const chair = await council.as(committee.head);
    assert.equal(await chair.read(record), null, 'the notice, not the record');
    assert.equal(text(await head.read(record), 'telling', 'committee'), committee.name);
  }
});

test('county 1.7.8: where a service has no Cabinet Member, the Leader of the Council is told', async (t) => {
  const own = await young({ pack });
  t.after(() => own.stop());
  await own.comity('person', 'set', service.cabinetMember.id, '--post', '');
  const [asking, answering] = await Promise.all([member, head].map((who) => own.as(who.person)));
  const likely = { meeting: 'likely', told: 'The lamps are mended.' };
  for (const [procedure, fields, power, said] of [
    ['enquiry', enquiry(pack, service), 'answer', answer(pack, likely)],
    ['advice', advice(pack, service), 'answer', given(pack, likely)],
    ['document', document(), 'answer', { document: 'The survey.', ...likely }],
  ]) {
    const record = await asking.open(procedure, fields);
    const told = await watchNotices(own);
    await answering.use(record, power, said);
    assert.deepEqual(whoWasTold(await told()), [cast.holder('council-leader').name], procedure);
  }
});

test('county 1.7.8: only a body of the directory can be named as the committee', async () => {
  const record = await ask();
  const wrong = await head.tryUse(record, 'answer', answer(pack, { meeting: 'likely', committee: service.id, told: 'x' }));
  assertErrors(wrong, 'committee');
});

test('county 1.11.1-1.11.2: the page of who holds a politically restricted post says so', async () => {
  const { body } = await member.get(`/api/v1/people/${service.head.id}`);
  assert.ok(body.tenures.some((tenure) => tenure.now && tenure.restricted));
  const other = (await member.get(`/api/v1/people/${service.juniors[0].id}`)).body;
  assert.ok(other.tenures.every((tenure) => !tenure.restricted));
});

test('county 1.11.1-1.11.2: who holds such a post is on a register, and sees the six things on their page', async () => {
  const { people } = await member.expect(200, 'GET', '/api/v1/people?kind=restricted');
  const restricted = cast.people.filter((person) => person.tenures.some((tenure) => tenure.now && tenure.restricted));
  assert.ok(restricted.length > 2 && restricted.length < cast.officers.length);
  assert.deepEqual(people.map((person) => person.id).sort(), restricted.map((person) => person.id).sort());
  const browser = await new Browser(council.address).signInAs(head);
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `1.11.2(${letter})`);
  for (const [path, shown] of [
    [`/people/${head.id}`, true],
    ['/people?kind=restricted', true],
    [`/people/${service.juniors[0].id}`, false],
  ])
    for (const clause of six) assert.equal((await browser.get(path)).text.includes(clause), shown, `${path} ${clause}`);
});

test('county 1.4.1-1.4.7: a Member’s page has group, division, committees and outside bodies, each with its dates', async () => {
  const sent = cast.members.find((person) => person.tenures.some((tenure) => tenure.outside));
  const { group, ward, tenures } = await member.expect(200, 'GET', `/api/v1/people/${sent.id}`);
  assert.ok(group.name && ward.name);
  for (const tenure of tenures) assert.match(tenure.from, /^\d{4}-\d\d-\d\d$/, tenure.title);
  const outside = tenures.find((tenure) => tenure.outside);
  const committee = tenures.find((tenure) => /Committee/.test(tenure.title) && !tenure.outside);
  const browser = await new Browser(council.address).signInAs(member);
  const page = (await browser.get(`/people/${sent.id}`)).text;
  const said = (tenure) => new RegExp(`${tenure.title}\\s*</dt>\\s*<dd[^>]*>\\s*([^<]*)`).exec(page)[1].trim();
  assert.match(said(outside), /^Since .* \d{4}\. An outside body\.$/);
  assert.match(said(committee), /^Since .* \d{4}$/);
  const { bodies } = await member.expect(200, 'GET', '/api/v1/bodies');
  assert.ok(bodies.every((body) => body.id !== outside.organization.id), 'it is none of the Council’s');
});

test('county 1.7.8: where it may not, nobody is told, and no committee is asked for', async () => {
  const [committee] = (await member.get('/api/v1/bodies')).body.bodies;
  const facts = { seeks: 'facts' };
  const source = await member.open('advice', advice(pack, service));
  await head.use(source, 'answer', given(pack));
  const not = { meeting: 'not', committee: committee.id };
  for (const [procedure, fields, power, said] of [
    ['enquiry', enquiry(pack, service), 'answer', answer(pack, not)],
    ['advice', advice(pack, service), 'answer', given(pack, not)],
    ['advice', advice(pack, service, facts), 'give-facts', { facts: 'It has four gates.', ...not }],
    ['advice', advice(pack, service, facts), 'release', { source: source.ref, ...not }],
    ['document', document(), 'answer', { document: 'The survey.', ...not }],
  ]) {
    const record = await member.open(procedure, fields);
    const told = await watchNotices(council);
    await head.use(record, power, said);
    assert.deepEqual(await told(), [], power);
    assert.equal(text(await head.read(record), 'telling', 'committee'), undefined, `${procedure} ${power}`);
  }
});

test('county 1.7.8: whoever asked does not read what the Cabinet Member was told', async () => {
  for (const [procedure, fields, said] of [
    ['enquiry', enquiry(pack, service), answer],
    ['advice', advice(pack, service), given],
  ]) {
    const record = await member.open(procedure, fields);
    await head.use(record, 'answer', said(pack, { meeting: 'likely', told: 'For your eyes' }));
    const seen = await member.read(record);
    assert.ok(!JSON.stringify(seen).includes('For your eyes'));
    assert.deepEqual(seen.told, [], 'nor that they were');
    assert.equal((await head.read(record)).told.length, 1);
    assert.equal(text(await head.read(record), 'telling', 'told'), 'For your eyes');
  }
});

test('county 1.7.8: of advice, the Cabinet Member is told the facts that may come up', async () => {
  const record = await member.open('advice', advice(pack, service));
  const told = await watchNotices(council);
  await head.use(record, 'answer', given(pack, { meeting: 'likely', told: 'The depot was valued.' }));
  const notices = await told();
  assert.deepEqual(whoWasTold(notices), names([service.cabinetMember]));
  assert.equal(notices[0].say, 'The depot was valued.');
});

test('county 1.7.8: of facts, too, the Cabinet Member or a Chair is told what was given', async () => {
  const { bodies } = (await member.get('/api/v1/bodies')).body;
  const committee = bodies.find((body) => body.head?.id && body.head.id !== service.cabinetMember.id);
  const seeks = { seeks: 'facts' };
  const source = await member.open('advice', advice(pack, service));
  await head.use(source, 'answer', given(pack));
  for (const [power, facts] of [
    ['give-facts', { facts: 'It has four gates.' }],
    ['release', { source: source.ref }],
  ])
    for (const [more, who] of [
      [{}, service.cabinetMember],
      [{ committee: committee.id }, committee.head],
    ]) {
      const record = await member.open('advice', advice(pack, service, seeks));
      const told = await watchNotices(council);
      await head.use(record, power, { ...facts, meeting: 'likely', told: 'The gates.', ...more });
      assert.deepEqual(whoWasTold(await told()), [who.name]);
    }
});

test('county: the pages speak of Employees and divisions, as the protocol does', async () => {
  const outcome = await head.tryOpen('enquiry', enquiry(pack, service));
  assert.match(outcome.body.refused.say, /Only a Member/);
  const { body } = await member.get('/api/v1/protocol');
  assert.equal(body.code, "Members' Code of Conduct");
});

test('county: the names of Employees are shown', async () => {
  const record = await ask();
  const junior = service.juniors[0];
  await head.use(record, 'reassign', { to: junior.id });
  assert.ok((await member.read(record)).handler.includes(junior.name));
});

test('county 1.6.2(c): whatever is asked, who is asked may decline what lies outside their powers, duties or hours, and say so', async () => {
  const pressed = { ground: 'pressure', reason: 'It would be a night’s work.' };
  const said = { subject: 'The crossing', service: service.id };
  const matter = { arranged: 'one', meeting: '2026-07-15T18:30', attending: [member.id], outsiders: 'nobody', matter: 'All of it.' };
  const chief = await council.as(cast.holder('chief-executive'));
  for (const [by, part, procedure, fields, none] of [
    [head, 'refusal', 'enquiry', enquiry(pack, service), true],
    [head, 'refusal', 'advice', advice(pack, service), true],
    [head, 'refusal', 'document', document(), true],
    [head, 'use', 'support', { ...said, what: 'printing', purpose: 'council', need: 'By tomorrow.' }, true],
    [head, 'issue', 'letter', { ...said, signed: 'employee', does: 'informs', letter: 'It is safe.' }, false],
    [chief, 'terms', 'group-meeting', { ...matter, subject: said.subject, purpose: 'council' }, false],
  ]) {
    const record = await member.open(procedure, fields);
    const refused = await by.use(record, 'refuse', { ...pressed, ...(none && { 'other-way': 'none' }) });
    assert.match(text(await member.read(record), part, 'ground'), /outside my powers/, procedure);
    assert.ok(clauses(refused.timeline.find((event) => event.power === 'refuse')).includes('1.6.2(c)'), procedure);
  }
});

test('county 1.7.6: what is beyond the service’s resources is refused for it', async () => {
  const asked = { subject: 'The crossing', service: service.id };
  for (const [part, procedure, fields] of [
    ['refusal', 'enquiry', enquiry(pack, service)],
    ['refusal', 'document', document()],
    ['use', 'support', { ...asked, what: 'printing', purpose: 'council', need: 'A letter to each house.' }],
  ]) {
    const record = await member.open(procedure, fields);
    const refused = await head.use(record, 'refuse', { ground: 'resources', reason: 'It takes a month.', 'other-way': 'none' });
    assert.match(text(await member.read(record), part, 'ground'), /resources/, procedure);
    assert.ok(clauses(refused.timeline.find((event) => event.power === 'refuse')).includes('1.7.6'), procedure);
  }
});

test('county 1.8.4, 1.8.3, 1.8.5: each part carries its mark, and what nobody marked is confidential', async () => {
  const marks = (seen) => Object.fromEntries(seen.parts.map((part) => [part.name, [part.confidential, clauses(part)]]));
  const record = await member.open('enquiry', enquiry(pack, service, { for: 'constituent', 'constituent-name': 'Mrs Unnamed', 'constituent-consent': true }));
  await head.use(record, 'answer', answer(pack));
  const kept = [true, ['1.8.5']];
  assert.deepEqual(marks(await member.read(record)), { question: [false, []], constituent: kept, answer: kept });
  assert.deepEqual(marks(await member.open('advice', advice(pack, service))), { question: kept });
  const free = await ask();
  await head.use(free, 'answer', answer(pack, { foi: 'releasable' }));
  assert.deepEqual(marks(await member.read(free)), { question: [false, []], released: [false, []] });
  const page = (await (await new Browser(council.address).signInAs(member)).get(`/records/${record.ref}`)).text;
  assert.match(page, /The question <strong[^>]*>Not confidential</);
  assert.match(page, /The answer <strong[^>]*>Confidential<\/strong> <span[^>]*>.*1\.8\.5/);
});

test('county 1.8.4: whoever reads a record can ask whether it is confidential, and whoever deals with it says so', async () => {
  const record = await ask();
  await head.use(record, 'answer', answer(pack));
  assert.ok((await member.read(record)).offers.some((offer) => offer.procedure === 'confidentiality'));
  const about = { record: record.ref, which: 'answer', subject: 'The date of the works', question: 'To tell the residents.' };
  const asked = await member.open('confidentiality', about);
  assert.match(asked.status, /Until then it is treated as confidential/);
  const question = { reads: ['question'], marked: ['question'] };
  await assertStands(council, asked, 'open', [
    [member, { ...question, can: ['withdraw'] }],
    [head, { ...question, can: ['answer'], owes: { respond: '2026-07-13' } }],
  ]);
  await head.use(asked, 'answer', { mark: 'open', why: 'It is on the website.' });
  const answered = { reads: ['mark', 'question'], marked: ['question'] };
  await assertStands(council, asked, 'answered', [member, head].map((who) => [who, answered]));
  assert.equal(text(await member.read(asked), 'mark', 'mark'), 'No');
  const stranger = await council.as(cast.members.find((one) => one.id !== member.id));
  assertErrors(await stranger.tryOpen('confidentiality', about), 'record');
  assertErrors(await member.tryOpen('confidentiality', { ...about, which: 'refusal' }), 'which');
  const own = await head.open('confidentiality', about);
  const monitor = await council.as(cast.holder('monitoring-officer'));
  assert.deepEqual((await monitor.dutiesOf(own)).map((duty) => duty.name), ['respond'], 'who deals with it does not answer themselves');
  assert.equal((await head.use(own, 'withdraw')).state, 'withdrawn');
});

test('county 1.8.4: what is answered becomes the mark of the part asked about, with who said it and when, until another answer', async () => {
  const record = await ask();
  await head.use(record, 'answer', answer(pack));
  const mark = async () => {
    const { confidential, marked } = (await member.read(record)).parts.find((part) => part.name === 'answer');
    return [confidential, marked && marked.by.name, marked && marked.at];
  };
  const page = async () => (await (await new Browser(council.address).signInAs(member)).get(`/records/${record.ref}`)).text;
  const about = { record: record.ref, which: 'answer', subject: 'The date', question: 'To tell the residents.' };
  const before = await member.read(record);
  const asked = await member.open('confidentiality', about);
  assert.equal(asked.facts.find((fact) => fact.field === 'which').text, 'The answer');
  assert.deepEqual(await mark(), [true, null, null], 'until then it is treated as confidential');

  const said = (await head.use(asked, 'answer', { mark: 'open', why: 'It is on the website.' })).timeline.at(-1);
  assert.deepEqual(await mark(), [false, head.name, said.at]);
  assert.match(await page(), /The answer <strong[^>]*>Not confidential<.*Marked as not confidential by/s);
  const after = await member.read(record);
  assert.deepEqual(after.timeline, before.timeline);
  assert.deepEqual(
    after.parts.filter((part) => part.name !== 'answer'),
    before.parts.filter((part) => part.name !== 'answer'),
    'of no other part',
  );

  const again = await head.open('confidentiality', about);
  const monitor = await council.as(cast.holder('monitoring-officer'));
  const later = (await monitor.use(again, 'answer', { mark: 'confidential', why: 'It names a tenant.' })).timeline.at(-1);
  assert.deepEqual(await mark(), [true, monitor.name, later.at]);
  assert.match(await page(), /The answer <strong[^>]*>Confidential<.*Marked as confidential by/s);
});

test('county 1.8.4: on the pages one chooses among the parts that one reads', async () => {
  const record = await ask();
  await head.use(record, 'answer', answer(pack));
  const browser = await new Browser(council.address).signInAs(member);
  const parts = (html) => [...html.matchAll(/name="which"[^>]*value="([^"]+)"/g)].map(([, value]) => value);
  const begun = await browser.get(`/start/confidentiality?record=${record.ref}`);
  assert.deepEqual(parts(begun.text), ['question', 'answer']);
  const filled = { ...formFields(begun.text, '/start/confidentiality/check'), subject: 'The date', question: 'To tell them.' };
  const missing = await browser.post('/start/confidentiality/check', { ...filled, record: record.ref });
  assert.match(missing.text, /Choose a part for “Which part of it do you mean\?”/);
  assert.deepEqual(parts(missing.text), ['question', 'answer']);
  const checked = await browser.post('/start/confidentiality/check', { ...filled, record: record.ref, which: 'answer' });
  assert.match(checked.text, /Which part of it do you mean\?.*The answer/s);
  const none = await browser.post('/start/confidentiality/check', { ...filled, record: '' });
  assert.deepEqual(parts(none.text), []);
  assert.doesNotMatch(none.text, /Choose a part/, 'which record is said first');
});
