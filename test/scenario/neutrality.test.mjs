// What is refused because it would put somebody's neutrality in doubt, and what the Administration agrees that others learn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advice, answer, enquiry, given } from '../lib/protocol.mjs';
import { assertStands } from '../lib/stands.mjs';
import { events, partNames, powers, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

within('northampton', (at) => {
  const asked = { subject: 'A motion', question: 'How would you word it?' };
  const neutrality = { ground: 'neutrality', reason: 'It would favour one side.' };

  async function appointment() {
    const time = await at.chief.open('offered-time', { at: '2026-07-15T14:00', minutes: '30', place: 'Room 4' });
    return at.member.open('appointment', { time: time.ref, purpose: 'council', subject: 'A motion', matter: 'Its words.' });
  }
  const meeting = () => ({
    arranged: 'one',
    meeting: '2026-07-15T18:30',
    purpose: 'council',
    attending: [at.member.id],
    outsiders: 'nobody',
    subject: 'A motion',
    matter: 'Its words.',
  });

  test('northampton 3.3-neutral, 3.7: whatever is asked of the Chief Executive or of another Officer can be refused for it', async () => {
    const elsewhere = { ...neutrality, elsewhere: 'Nowhere.' };
    const another = { ...neutrality, 'other-way': 'none' };
    const { chief, head, member } = at;
    for (const [by, part, fields, record] of [
      [chief, 'guidance', neutrality, await member.open('guidance', { ...asked, whom: 'chief-executive', topic: 'protocol' })],
      [chief, 'guidance', elsewhere, await member.open('other', { ...asked, whom: 'chief-executive', matter: 'other' })],
      [chief, 'answer', neutrality, await member.open('procedural-advice', { ...asked, seeks: 'procedure' })],
      [chief, 'terms', neutrality, await member.open('group-meeting', meeting())],
      [chief, 'outcome', neutrality, await appointment()],
      [head, 'refusal', another, await member.open('enquiry', enquiry(at.pack, at.service))],
      [head, 'refusal', another, await member.open('advice', advice(at.pack, at.service))],
    ]) {
      const refused = await by.use(record, 'refuse', fields);
      const { cites } = refused.timeline.find((event) => event.power === 'refuse');
      assert.ok(cites.some((cite) => cite.id === '3.3-neutral'), `${record.procedure}: ${JSON.stringify(cites)}`);
      assert.match(text(await member.read(record), part, 'ground'), /neutrality/, record.procedure);
    }
  });

  test('northampton 1.3: what is refused closes in its time, or when whoever asked closes it', async () => {
    const record = await at.member.open('guidance', { ...asked, whom: 'monitoring-officer', topic: 'protocol' });
    await at.monitor.use(record, 'refuse', { reason: 'It is not for me.' });
    assert.equal((await at.member.read(record)).state, 'refused');
    assert.deepEqual(await at.monitor.dutiesOf(record), []);
    assert.equal((await at.member.use(record, 'close')).state, 'closed');
  });

  const rivals = () => at.cast.groups.filter((group) => group.id !== at.supporter.person.group.id).map((group) => group.leader);
  async function assertOnlyAfterConsent(record, by, parts) {
    for (const leader of rivals()) assert.equal(await (await at.council.as(leader)).read(record), null, leader.name);
    const consented = await by.use(record, 'consent');
    assert.ok(consented.timeline.some((event) => event.power === 'consent'), 'the consent is on record');
    for (const leader of rivals()) {
      const seen = await (await at.council.as(leader)).read(record);
      assert.deepEqual(partNames(seen).sort(), parts, leader.name);
      assert.ok(events(seen).includes('consent'), `${leader.name} sees the record whole`);
    }
    assert.equal(await at.member.read(record), null, 'their leaders, and nobody else');
  }

  test('northampton 3.3, 3.7: what any Officer told the Administration goes to other groups once it consents', async () => {
    const enquired = await at.supporter.open('enquiry', enquiry(at.pack, at.service));
    await at.head.use(enquired, 'answer', answer(at.pack));
    assert.ok(!powers(await at.head.read(enquired)).includes('consent'), 'it is not for whoever told them');
    await assertOnlyAfterConsent(enquired, at.supporter, ['answer', 'question']);
    const advised = await at.supporter.open('advice', advice(at.pack, at.service));
    await at.head.use(advised, 'answer', given(at.pack));
    await assertOnlyAfterConsent(advised, at.supporter, ['advice', 'facts', 'question']);
    for (const [procedure, ask, said] of [['enquiry', enquiry, answer], ['advice', advice, given]]) {
      const closed = await at.supporter.open(procedure, ask(at.pack, at.service));
      await at.head.use(closed, 'answer', said(at.pack));
      await at.supporter.use(closed, 'close');
      assert.ok(events(await at.supporter.use(closed, 'consent')).includes('consent'), 'also once it is closed');
    }
    const ours = await at.supporter.open('advice', advice(at.pack, at.service, { for: 'my group' }));
    await at.head.use(ours, 'answer', given(at.pack));
    const leader = await at.council.as(at.cast.groups.find((group) => group.id === at.supporter.person.group.id).leader);
    await assertOnlyAfterConsent(ours, leader, ['advice', 'facts', 'question']);
    const other = await at.member.open('enquiry', enquiry(at.pack, at.service));
    await at.head.use(other, 'answer', answer(at.pack));
    assert.equal((await at.member.tryUse(other, 'consent')).status, 422, 'it is the Administration’s');
  });

  test('northampton 3.3: what the Leader replied goes to the other groups once the Leader consents', async () => {
    const leader = await at.council.as(at.cast.holder('council-leader'));
    const others = at.cast.groups.map((group) => group.leader).filter((person) => person.id !== leader.id);
    const record = await at.chief.open('attention', { group: 'All others', due: 'information', subject: 'The depot', why: 'It is theirs too.' });
    await leader.use(record, 'reply', { will: 'given', reply: 'On Monday.' });
    for (const person of others) assert.equal(await (await at.council.as(person)).read(record), null, person.name);
    await leader.use(record, 'consent');
    const whole = { reads: ['matter', 'reply'], knows: ['open', 'reply', 'consent'] };
    await assertStands(at.council, record, 'replied', [
      [at.chief, whole],
      [leader, { ...whole, can: ['consent'] }],
      ...others.map((person) => [person, whole]),
    ]);
  });
});
