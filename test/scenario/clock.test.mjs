// What the passing of time does to an enquiry, under each of the three protocols: missed duties, clocks that stand
// still, requests that lapse, windows that close. Each test has a council of its own, for a clock does not go back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertRefused, demo, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice, answer, enquiry, protocols } from '../lib/protocol.mjs';
import { duty, events, text } from '../lib/visitor.mjs';

async function begin(t, pack, make = young) {
  const council = await make({ pack });
  t.after(() => council.stop());
  const { cast } = council;
  const service = cast.services[0];
  const group = cast.groups.find((one) => one.backbenchers.length >= 1);
  const member = await council.as(group.backbenchers[0]);
  const head = await council.as(service.head);
  const record = await member.open('enquiry', enquiry(pack, service));
  const others = [service.juniors[0], cast.services[1].head, group.leader, cast.holder(protocols[pack].missed.next)];
  const told = await watchNotices(council, [member.person, head.person, ...others]);
  return { council, cast, service, member, head, record, told };
}

const secondBefore = (time) => `${new Date(Date.parse(time) - 1000).toISOString().slice(0, 19)}Z`;

for (const [pack, protocol] of Object.entries(protocols)) {
  const { missed, respond } = protocol;

  test(`${pack} ${respond.clause}: the day is due until its end, then the head of the service and the Member are told`, async (t) => {
    const { council, cast, member, head, record, told } = await begin(t, pack);
    await council.clock(secondBefore(missed.at));
    assert.deepEqual(await told(), []);
    assert.equal(duty(await member.read(record), 'respond').missed, false);
    await council.clock(missed.at);
    const overdue = await told();
    const also = missed.also.map((role) => cast.holder(role));
    assert.deepEqual(whoWasTold(overdue), names([member.person, head.person, ...also]));
    for (const notice of overdue) {
      assert.match(notice.title, /^Overdue/);
      assert.equal(notice.cites[0].id, respond.clause);
      assert.ok(!`${notice.title}${notice.say}`.includes('Mill Lane'), 'a notice does not name the matter');
      const sees = [member.id, head.id].includes(notice.person.id);
      assert.equal(notice.record, sees ? record.ref : null, 'it leads to the record only whom the record is shown');
    }
    const seen = await member.read(record);
    assert.equal(duty(seen, 'respond').missed, true);
    assert.ok(events(seen).includes('missed'));
    assert.equal((await head.dutiesOf(record))[0].missed, true, 'it is still owed');
  });

  test(`${pack} ${respond.clause}: what is sent after office hours counts from that day, too`, async (t) => {
    const { council, service, member } = await begin(t, pack);
    await council.clock('2026-07-06T17:30:00Z');
    const { due } = await member.preview('enquiry', enquiry(pack, service));
    assert.equal(due.due, respond.due);
    if (pack !== 'county') return;
    const request = { service: service.id, subject: 'Gritting', question: 'Which roads are gritted first?' };
    assert.equal((await member.preview('foi', request)).due.due, '2026-08-05');
  });

  test(`${pack} ${respond.clause}: when that does not help, the ${missed.next} is told, once`, async (t) => {
    const { council, cast, head, record, told } = await begin(t, pack);
    const next = await council.as(cast.holder(missed.next));
    await council.clock(missed.at);
    await council.clock(secondBefore(missed.nextAt));
    assert.ok((await told()).length > 0);
    await council.clock(missed.nextAt);
    const after = await told();
    assert.equal(after.length, 1);
    assert.match(after[0].say, /has still had no response/);
    assert.equal(after[0].person.id, next.id);
    assert.equal(await next.read(record), null, 'who is told that it is late does not read what it says');
    await council.clock('2026-08-31T09:00:00Z');
    assert.deepEqual(await told(), [], 'there are no further steps');
    assert.equal((await head.use(record, 'answer', answer(pack))).state, 'answered', 'late is better than never');
    assert.ok(!(await head.dutiesOf(record)).some((one) => one.name === 'respond'));
  });

  test(`${pack} ${respond.clause}: an answer in time is told to nobody as late`, async (t) => {
    const { council, head, record, told } = await begin(t, pack);
    await head.use(record, 'answer', answer(pack));
    await council.clock(secondBefore(missed.at));
    assert.deepEqual(await told(), []);
  });

  test(`${pack} ${respond.clause}: the second clock runs to the date that was given, and is missed after it`, async (t) => {
    const { council, member, head, record, told } = await begin(t, pack);
    await head.use(record, 'acknowledge', { explanation: 'Parts are on the way.', expected: '2026-07-09' });
    await council.clock('2026-07-09T22:59:59Z');
    assert.deepEqual(await told(), []);
    await council.clock('2026-07-09T23:00:00Z');
    const late = await told();
    assert.deepEqual(whoWasTold(late), names([member.person, head.person]));
    assert.match(late[0].say, /date that was given/);
    assert.equal(duty(await member.read(record), 'complete').missed, true);
  });

  test(`${pack} C.3: while the clock stands still nothing is missed; the reply gives back the days that were left`, async (t) => {
    const { council, member, head, record, told } = await begin(t, pack);
    await council.clock('2026-07-08T09:00:00Z'); // Wednesday: Thursday and Friday of this week are left, and more
    await head.use(record, 'ask-back', { asked: 'Which lamps?' });
    await council.clock('2026-07-22T09:00:00Z'); // a Wednesday, after the day that it was due
    assert.deepEqual(await told(), []);
    assert.equal(duty(await member.read(record), 'respond').paused, true);
    const replied = await member.use(record, 'reply', { reply: 'All three.' });
    const left = respond.days - 2; // Tuesday and Wednesday were used up
    const due = left === 3 ? '2026-07-27' : '2026-08-03';
    assert.equal(duty(replied, 'respond').due, due);
    assert.match(duty(replied, 'respond').working[0], /^Wed 22 July/);
  });

  test(`${pack} C.5: a question back that gets no reply in twenty working days ends the request, and both are told`, async (t) => {
    const { council, member, head, record, told } = await begin(t, pack);
    await head.use(record, 'ask-back', { asked: 'Which lamps?' });
    assert.equal((await member.dutiesOf(record))[0].due, '2026-08-03');
    await council.clock('2026-08-03T22:59:59Z');
    assert.equal((await member.read(record)).state, 'asked');
    await council.clock('2026-08-03T23:00:00Z');
    const seen = await member.read(record);
    assert.equal(seen.state, 'closed');
    assert.ok(events(seen).includes('lapse'));
    assert.deepEqual(whoWasTold(await told()), names([member.person, head.person]));
    assert.deepEqual(await head.dutiesOf(record), []);
  });

  test(`${pack} C.5: a proposal that nobody decides on in ten working days falls away, and the request goes on`, async (t) => {
    const { council, member, head, record, told } = await begin(t, pack);
    await head.use(record, 'narrow', { proposal: 'One lamp.' });
    await council.clock('2026-07-20T22:59:59Z');
    assert.equal((await member.read(record)).state, 'proposed');
    await council.clock('2026-07-20T23:00:00Z');
    const seen = await member.read(record);
    assert.equal(seen.state, 'open');
    assert.equal(duty(seen, 'respond').paused, false);
    assert.equal((await head.dutiesOf(record))[0].name, 'respond');
    assert.deepEqual(await member.dutiesOf(record), []);
    assert.deepEqual(whoWasTold(await told()), names([member.person, head.person]));
  });

  test(`${pack} C.4: a refusal, too, can be followed up for ten working days; then the record closes`, async (t) => {
    const { council, service, member, head, record } = await begin(t, pack);
    const other = await member.open('enquiry', enquiry(pack, service));
    for (const one of [record, other]) await head.use(one, 'refuse', { reason: 'It is not known.', 'other-way': 'none' });
    await council.clock('2026-07-20T22:59:59Z');
    assert.equal((await member.read(record)).state, 'refused');
    assert.equal((await member.use(other, 'follow-up', { more: 'Who would know?' })).state, 'open');
    await council.clock('2026-07-20T23:00:00Z');
    assert.equal((await member.read(record)).state, 'closed');
    assertRefused(await member.tryUse(record, 'follow-up', { more: 'And then?' }), 'C.4');
  });

  test(`${pack} C.3, C.4: what was followed up does not close because of the answer before`, async (t) => {
    const { council, member, head, record } = await begin(t, pack);
    await head.use(record, 'answer', answer(pack));
    await member.use(record, 'follow-up', { more: 'And then?' });
    await head.use(record, 'ask-back', { asked: 'What else?' });
    await council.clock('2026-07-20T23:00:00Z');
    assert.equal((await member.read(record)).state, 'asked');
  });

  test(`${pack} C.4: an answer can be followed up for ten working days, and not after; then the record closes`, async (t) => {
    const { council, service, member, head, record } = await begin(t, pack);
    const other = await member.open('enquiry', enquiry(pack, service));
    await head.use(record, 'answer', answer(pack));
    await head.use(other, 'answer', answer(pack));
    await council.clock('2026-07-20T22:59:00Z');
    assert.equal((await member.use(other, 'follow-up', { more: 'And then?' })).state, 'open');
    await council.clock('2026-07-20T23:00:00Z');
    const seen = await member.read(record);
    assert.equal(seen.state, 'closed');
    assert.ok(events(seen).includes('lapse'));
    assertRefused(await member.tryUse(record, 'follow-up', { more: 'And then?' }), 'C.4');
    const why = await member.why(record, 'follow-up');
    assert.equal(why.allowed, false);
    assert.match(why.say, /10 working days/);
    assert.equal(text(await head.read(record), 'question', 'more'), undefined);
  });

  test(`${pack} C.4: what was closed by the Member can still be followed up within the window`, async (t) => {
    const { council, member, head, record } = await begin(t, pack);
    await head.use(record, 'answer', answer(pack));
    await member.use(record, 'close');
    await council.clock('2026-07-17T09:00:00Z');
    const again = await member.use(record, 'follow-up', { more: 'It is out again.' });
    assert.equal(again.state, 'open');
    assert.equal(again.open, true);
    assert.ok((await head.dutiesOf(record)).some((one) => one.name === 'respond'));
  });

  test(`${pack}: duties are listed soonest first, each by the one who owes it`, async (t) => {
    const { council, service, member, head } = await begin(t, pack);
    await council.clock('2026-07-08T09:00:00Z');
    const later = await member.open('enquiry', enquiry(pack, service));
    const sooner = await member.open('enquiry', enquiry(pack, service));
    await head.use(sooner, 'acknowledge', { explanation: 'Soon.', expected: '2026-07-10' });
    for (const visitor of await council.everybody()) {
      const duties = await visitor.duties();
      assert.ok(duties.every((one) => one.mine));
      const dues = duties.filter((one) => !one.paused).map((one) => one.due_at);
      assert.deepEqual(dues, [...dues].sort(), visitor.name);
    }
    const refs = (await head.duties()).map((one) => one.ref);
    assert.ok(refs.indexOf(sooner.ref) < refs.indexOf(later.ref));
  });

  test(`${pack}: a holiday that is proclaimed later moves the open deadlines that it touches, with an event on each`, async (t) => {
    const { council, service, member, head, record } = await begin(t, pack, demo);
    const promised = await member.open('enquiry', enquiry(pack, service));
    await head.use(promised, 'acknowledge', { explanation: 'Soon.', expected: '2026-07-14' });
    const everybody = await council.everybody();
    const duties = async () => (await Promise.all(everybody.map((visitor) => visitor.duties()))).flat();
    const before = await duties();
    assert.match(await council.comity('holiday', 'add', '--day', '2026-07-09', '--name', 'Day of mourning'), /moved/);

    const seen = await member.read(record);
    const [after] = seen.duties.filter((one) => one.name === 'respond');
    assert.equal(after.due, protocol.respond.days === 5 ? '2026-07-14' : '2026-07-21');
    assert.ok(
      after.working.some((step) => step.includes('Day of mourning')),
      after.working.join(),
    );
    const event = seen.timeline.find((one) => one.power === 'holiday');
    assert.match(event.say, /9 July 2026.*Day of mourning/);
    assert.deepEqual(
      event.cites.map((clause) => clause.id),
      after.cites.map((clause) => clause.id),
    );

    assert.equal(duty(await member.read(promised), 'complete').due, '2026-07-14', 'a date that was given stays');
    assert.ok(!events(await member.read(promised)).includes('holiday'));
    for (const now of await duties()) {
      const was = before.find((one) => one.ref === now.ref && one.name === now.name);
      if (!was.paused && was.due < '2026-07-09') assert.equal(now.due, was.due, `${now.ref}: due before that day`);
      const reader = everybody.find((visitor) => visitor.person.name && now.bearer.includes(visitor.name));
      if (now.paused || reader === undefined) continue;
      const told = events(await reader.read(now.ref)).includes('holiday');
      if (now.due !== was.due) assert.ok(told, `${now.ref} ${now.name} moved and says so`);
    }

    const fresh = await member.preview('enquiry', enquiry(pack, service));
    assert.equal(fresh.due.due, after.due, 'new ones count it too');
    const again = await council.run('holiday', 'add', '--day', '2026-07-09', '--name', 'Again');
    assert.equal(again.code, 1);
    assert.match(again.stderr, /closed already/);
    assert.deepEqual(JSON.parse(await council.comity('holiday', 'list', '--json'))[0].day, '2026-07-09');
  });
}

test('county 1.7.2: a date that was given and has passed reaches the Chief Executive two working days later', async (t) => {
  const council = await young({ pack: 'county' });
  t.after(() => council.stop());
  const service = council.cast.services[0];
  const [member, head] = [await council.as(council.cast.members[0]), await council.as(service.head)];
  for (const [procedure, fields] of [['enquiry', enquiry('county', service)], ['advice', advice('county', service)]]) {
    const record = await member.open(procedure, fields);
    await head.use(record, 'acknowledge', { explanation: 'The engineer is away.', expected: '2026-07-15' });
  }
  await council.clock('2026-07-15T23:00:00Z');
  const told = await watchNotices(council);
  await council.clock('2026-07-20T22:59:59Z');
  assert.deepEqual(await told(), []);
  await council.clock('2026-07-20T23:00:00Z');
  const chief = council.cast.holder('chief-executive').name;
  assert.deepEqual((await told()).map((notice) => notice.person.name), [chief, chief], 'of the one and of the other');
});
