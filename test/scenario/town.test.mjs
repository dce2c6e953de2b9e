// What the town's protocol alone says.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertErrors, assertRefused, demo, names, watchNotices, whoWasTold } from '../lib/council.mjs';
import { advice, answer, enquiry, forGroup, given, sentToGroup } from '../lib/protocol.mjs';
import { clauses, partNames, powers, text } from '../lib/visitor.mjs';

const pack = 'town';
let council, cast, service, group, member, head;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  group = cast.groups.find((one) => one.backbenchers.length > 0);
  member = await council.as(group.backbenchers[0]);
  head = await council.as(service.head);
});
after(() => council?.stop());

const facts = 'The hall has 120 seats. The roof was mended in 2019.';
const options = 'Keep it: costs 4,000 a year. Let it: brings 2,000, and needs a licence.';
const [, report] = sentToGroup(pack, facts, options);
const askForGroup = (more) => member.open(...forGroup(pack, service, { topic: 'The village hall', ...more }));

test('town 8.3: when a report is sent to one group, every other group leader is told that it was, and nobody else', async () => {
  const record = await askForGroup();
  const told = await watchNotices(council);
  await head.use(record, 'report', report);
  const notices = await told();
  const others = cast.groups.filter((one) => one.id !== group.id).map((one) => one.leader);
  assert.ok(others.length >= 2);
  assert.deepEqual(whoWasTold(notices), names(others));
  for (const notice of notices) {
    assert.deepEqual(clauses(notice), ['8.3']);
    assert.match(notice.say, /The village hall/);
    assert.equal(notice.record, null);
    const all = JSON.stringify(notice);
    for (const hidden of ['120 seats', 'licence', record.ref, member.name, group.name, 'lease'])
      assert.ok(!all.includes(hidden), `the notice does not tell ${hidden}`);
  }
  for (const leader of others) assert.equal(await (await council.as(leader)).read(record), null);
});

test('town 8.3: the topic that the others will read is asked for', async () => {
  const [procedure, { topic, ...fields }] = forGroup(pack, service);
  assertErrors(await member.tryOpen(procedure, fields), 'topic');
});

test('town 8.3: advice to one Councillor is told to nobody', async () => {
  const record = await member.open('advice', advice(pack, service));
  const told = await watchNotices(council);
  await head.use(record, 'answer', given(pack));
  assert.deepEqual(await told(), []);
});

test('town 8.3: facts that are given to one group are told to the others’ leaders too', async () => {
  const source = await member.open('advice', advice(pack, service));
  await head.use(source, 'answer', given(pack));
  const others = names(cast.groups.filter((one) => one.id !== group.id).map((one) => one.leader));
  for (const [power, fields] of [
    ['give-facts', { facts: 'It has 120 seats.' }],
    ['release', { source: source.ref }],
  ]) {
    const record = await askForGroup({ seeks: 'facts' });
    assert.ok(!powers(await head.read(record)).includes('report'));
    const told = await watchNotices(council);
    await head.use(record, power, fields);
    const notices = await told();
    assert.deepEqual(whoWasTold(notices), others);
    assert.ok(!JSON.stringify(notices).includes('120 seats'));
    const alone = await member.open('advice', advice(pack, service, { seeks: 'facts' }));
    await head.use(alone, power, fields);
    assert.deepEqual(await told(), [], 'what one Councillor gets is told to nobody');
  }
});

test('town 8.3: an enquiry is told to nobody', async () => {
  const told = await watchNotices(council);
  const record = await member.open('enquiry', enquiry(pack, service));
  await head.use(record, 'answer', answer(pack));
  assert.deepEqual(await told(), []);
});

test('town 8.2: a report has facts and options and no recommendation', async () => {
  const record = await askForGroup();
  const seen = await head.read(record);
  assert.ok(powers(seen).includes('report') && !powers(seen).includes('answer'));
  const offered = seen.powers.find((power) => power.name === 'report');
  assert.equal(offered.precedents, 'Leasing the old depot', 'earlier reports on the same are at hand');
  const form = offered.form.map((field) => field.name);
  assert.deepEqual(form, ['facts', 'options', 'neutral', 'no-recommendation']);
  assertErrors(await head.tryUse(record, 'report', { ...report, 'no-recommendation': false }), 'no-recommendation');
  assertErrors(await head.tryUse(record, 'report', { ...report, advice: 'Keep it.' }), 'advice');
  await head.use(record, 'narrow', { proposal: 'The hall alone.' });
  await head.use(record, 'report', report);
  const read = await member.read(record);
  assert.equal(text(read, 'options', 'options'), report.options);
  assert.deepEqual(await member.dutiesOf(record), [], 'nor is the proposal waiting any more');
  assert.ok(!partNames(read).includes('advice'));
});

test('town 8.2, 8.3: who asks for advice to a group is led to the form for a report', async () => {
  const fields = advice(pack, service, { for: 'my group' });
  const answered = await member.tryOpen('advice', fields);
  assertRefused(answered, '8.2');
  assert.equal(answered.body.refused.begin, 'group-report');
  const record = await member.open(...forGroup(pack, service));
  assert.match(record.ref, /^RGR-/);
});

test('town 8.2: a report makes no recommendation, not even when asked to', async () => {
  for (const [refused, clause] of [[{ seeks: 'policy' }, '7.5'], [{ purpose: 'party' }, '7.6']])
    assertRefused(await member.tryOpen(...forGroup(pack, service, refused)), clause);
});

test('town 8.1: the leader of the group acts for it on its report, and not on advice to one of its Councillors', async () => {
  const leader = await council.as(group.leader);
  const record = await askForGroup();
  await head.use(record, 'ask-back', { asked: 'For which years?' });
  await leader.use(record, 'reply', { reply: 'The last three.' });
  assert.equal((await leader.use(record, 'withdraw')).state, 'withdrawn');
  const alone = await member.open('advice', advice(pack, service));
  assert.equal((await leader.tryUse(alone, 'withdraw')).status, 404);
});

test('town 8.1: an employee may refuse a report, and needs no reason', async () => {
  const record = await askForGroup();
  const refused = await head.use(record, 'refuse');
  assert.equal(refused.state, 'refused');
  assert.ok(clauses(refused.timeline.find((event) => event.power === 'refuse')).includes('8.1'));
  const asked = await askForGroup();
  await head.use(asked, 'ask-back', { asked: 'For which years?' });
  assert.equal((await head.use(asked, 'refuse')).state, 'refused', 'at any time');
  assert.deepEqual(await member.dutiesOf(asked).then((duties) => duties.filter((one) => one.name === 'reply')), []);
});

test('town 6.1(d): what one Councillor asks for is refused with a reason', async () => {
  const record = await member.open('advice', advice(pack, service));
  assertErrors(await head.tryUse(record, 'refuse', {}), 'reason', 'other-way');
});

test('town 7.4: what asks an Officer to act against the manager’s instruction goes to that manager', async () => {
  const other = cast.services.find((one) => one.id !== service.id);
  const against = (more) => enquiry(pack, service, { instruction: 'against', ...more });
  assertErrors(await member.tryOpen('enquiry', against()), 'officer');
  assertErrors(await member.tryOpen('enquiry', against({ officer: cast.members.find((one) => one.id !== member.id).id })), 'officer');
  const record = await member.open('enquiry', against({ officer: other.juniors[0].id }));
  const manager = await council.as(other.head);
  assert.deepEqual((await manager.dutiesOf(record)).map((duty) => duty.name), ['respond']);
  assert.equal(await (await council.as(other.juniors[0])).read(record), null);
});

test('town 7.4, 7.2: where the Councillor and that manager are close, it goes to the Town Clerk', async () => {
  const clerk = await council.as(cast.holder('town-clerk'));
  const other = cast.services.find((one) => one.id !== service.id && one.head.id !== clerk.id);
  const close = await council.as(cast.members.find((one) => one.id !== member.id));
  await close.open('declaration', { person: other.head.id, about: 'We are cousins.' });
  const record = await close.open('enquiry', enquiry(pack, service, { instruction: 'against', officer: other.juniors[0].id }));
  assert.deepEqual((await clerk.dutiesOf(record)).map((duty) => duty.name), ['respond']);
  assert.equal(await (await council.as(other.head)).read(record), null);
});

test('town 3.3: what is to be done in the day-to-day running is asked of the Town Clerk', async () => {
  const plain = await member.preview('enquiry', enquiry(pack, service));
  const running = await member.preview('enquiry', enquiry(pack, service, { instruction: 'running' }));
  assert.doesNotMatch(plain.handler, /Town Clerk/);
  assert.match(running.handler, /Town Clerk/);
});

test('town 4.1: a Chair has what a Chair is given, and nothing of what is others’', async () => {
  const { bodies } = await member.expect(200, 'GET', '/api/v1/bodies');
  const chair = await council.as(bodies.find((one) => one.head?.id !== undefined && one.head.id !== member.id).head);
  const record = await member.open('advice', advice(pack, service));
  await head.use(record, 'answer', given(pack));
  assert.equal(await chair.read(record), null);
  assertRefused(await chair.tryOpen('advice', advice(pack, service, { purpose: 'party' })), '7.6');
  assertRefused(await chair.tryOpen('enquiry', enquiry(pack, service, { purpose: 'party' })), '7.5');
});

test('town 3.2: Councillors are treated alike, whatever their group', async () => {
  const due = new Set();
  for (const person of cast.members) {
    const visitor = await council.as(person);
    const preview = await visitor.preview('enquiry', enquiry(pack, service));
    due.add(`${preview.due.due} ${preview.handler}`);
  }
  assert.equal(due.size, 1);
});

test('town: the words are Councillor and Councillors', async () => {
  const outcome = await head.tryOpen('enquiry', enquiry(pack, service));
  assert.match(outcome.body.refused.say, /^Only a Councillor/);
});
