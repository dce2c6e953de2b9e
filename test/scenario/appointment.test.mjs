// Appointments at times that Officers offer, rather than an ambush.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { within } from '../lib/within.mjs';

const offered = { at: '2026-07-15T14:00', minutes: '30', place: 'Room 4' };
const booking = (time) => ({ time: time.ref, purpose: 'council', subject: 'The depot', matter: 'What letting it would bring.' });

within('northampton', (at) => {
  const everyMember = () => at.cast.members.map((person) => [person, {}]);

  test('northampton 3.4, 2020-3.1.4.1: an Officer, the Chief Executive too, offers times that every Member sees', async () => {
    await assertOpenTo(at.council, 'offered-time', at.cast.officers);
    await assertOpenTo(at.council, 'appointment', at.cast.members);
    for (const officer of [at.chief, at.junior]) {
      const time = await officer.open('offered-time', offered);
      assert.ok(time.handler.includes(officer.name), time.handler);
      await assertStands(at.council, time, 'free', [[officer, { can: ['withdraw'] }], ...everyMember()]);
      assert.equal((await officer.use(time, 'withdraw')).state, 'past');
    }
  });

  test('northampton 2020-3.1.4.1: a Member books one; the Officer is told; nobody else learns by whom', async () => {
    const time = await at.head.open('offered-time', offered);
    const told = await watchNotices(at.council);
    const record = await at.member.open('appointment', booking(time));
    assert.deepEqual(whoWasTold(await told()), names([at.head]));
    await assertStands(at.council, record, 'booked', [
      [at.member, { reads: ['matter'], marked: ['matter'], can: ['withdraw'] }],
      [at.head, { reads: ['matter'], can: ['answer', 'refuse'] }],
    ]);
    await assertStands(at.council, time, 'taken', [[at.head, {}], ...everyMember()]);
    const seen = JSON.stringify(await at.supporter.read(time));
    assert.ok(!seen.includes(record.ref) && !seen.includes(at.member.name));
    const free = await at.head.open('offered-time', offered);
    const { procedures } = await at.supporter.expect(200, 'GET', '/api/v1/procedures');
    const { form } = procedures.find((one) => one.name === 'appointment');
    const choices = form.find((field) => field.name === 'time').choices.map((choice) => choice.value);
    assert.deepEqual([choices.includes(free.ref), choices.includes(time.ref)], [true, false]);
    assert.equal(free.title, 'Wed 15 July 2026, 14:00'); // what tells one from the other
    assert.equal((await at.supporter.list()).find((record) => record.ref === free.ref).title, free.title);
    assertErrors(await at.supporter.tryOpen('appointment', booking(time)), 'time');
    await at.head.use(record, 'answer', { outcome: 'A paper in August.' });
    await assertStands(at.council, record, 'held', [
      [at.member, { reads: ['matter', 'outcome'], marked: ['matter', 'outcome'] }],
      [at.head, { reads: ['matter', 'outcome'] }],
    ]);
    assert.equal((await at.head.read(time)).state, 'past');
  });

  test('northampton 2020-3.1.4.1: both have it as a calendar entry that says nothing of the matter; others have none', async () => {
    const time = await at.head.open('offered-time', offered);
    const record = await at.member.open('appointment', booking(time));
    const entry = (visitor) => visitor.get(`/api/v1/records/${record.ref}/calendar.ics`);
    for (const visitor of [at.member, at.head]) {
      const { status, headers, text } = await entry(visitor);
      assert.deepEqual([status, headers.get('content-type')], [200, 'text/calendar; charset=utf-8']);
      assert.match(text, /^BEGIN:VCALENDAR\r\n/);
      assert.match(text, /\r\nDTSTART:20260715T130000Z\r\nDTEND:20260715T133000Z\r\n/); // 14:00 in summer, half an hour
      assert.match(text, new RegExp(`\r\nSUMMARY:Appointment ${record.ref}\r\n`));
      assert.ok(!text.includes('depot') && !text.includes(at.member.name));
    }
    const [hidden, absent] = [await entry(at.supporter), await at.member.get('/api/v1/records/APT-0000-0000/calendar.ics')];
    assert.deepEqual([hidden.status, hidden.text], [404, absent.text]);
    await at.member.use(record, 'withdraw');
    assert.equal((await entry(at.head)).status, 404);
  });

  test('northampton 2.4: no appointment for party business', async () => {
    const time = await at.head.open('offered-time', offered);
    assertRefused(await at.member.tryOpen('appointment', { ...booking(time), purpose: 'party' }), '2.4');
    assert.equal((await at.member.read(time)).state, 'free');
  });

  test('northampton 2020-3.1.4.1: it lasts as long as the Officer offered', async () => {
    for (const [minutes, end] of [['15', '131500'], ['60', '140000']]) {
      const time = await at.head.open('offered-time', { ...offered, minutes });
      const { text } = await at.member.get(`/api/v1/records/${time.ref}/calendar.ics`);
      assert.match(text, new RegExp(`\r\nDTEND:20260715T${end}Z\r\n`));
    }
  });

  test('northampton 2020-3.1.4.1: either cancels it, and the other is told', async () => {
    for (const [by, other, power, fields] of [
      [at.member, at.head, 'withdraw', {}],
      [at.head, at.member, 'refuse', { reason: 'A fire drill.' }],
    ]) {
      const time = await at.head.open('offered-time', offered);
      const record = await at.member.open('appointment', booking(time));
      const told = await watchNotices(at.council);
      assert.equal((await by.use(record, power, fields)).state, 'cancelled');
      assert.deepEqual(whoWasTold(await told()), names([other]));
      assert.equal((await at.head.read(time)).state, 'past');
    }
  });

  test('northampton 2020-3.1.4.1: without two working days’ notice it can no longer be booked', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    const [member, head] = [await own.as(at.member.person), await own.as(at.head.person)];
    const [time, booked] = [await head.open('offered-time', offered), await head.open('offered-time', offered)];
    const record = await member.open('appointment', booking(booked));
    const question = await member.open('enquiry', enquiry(at.pack, at.service));
    assertErrors(await member.tryOpen('appointment', booking(question)), 'time');
    await own.clock('2026-07-13T22:59:59Z');
    assert.equal((await head.read(time)).state, 'free');
    await own.clock('2026-07-13T23:00:00Z');
    assert.equal((await head.read(time)).state, 'past');
    assertErrors(await member.tryOpen('appointment', booking(time)), 'time');
    assert.equal((await head.read(booked)).state, 'taken', 'what is booked stays booked');
    assert.equal((await member.use(record, 'withdraw')).state, 'cancelled');
    const held = await head.open('offered-time', { ...offered, at: '2026-07-29T14:00' });
    const without = await member.open('appointment', booking(held));
    assert.equal((await head.use(without, 'answer')).state, 'held', 'what was agreed need not be said');
  });
});
