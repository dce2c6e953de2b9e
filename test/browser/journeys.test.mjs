// What people come to do, from home and back: book an Officer's time, have one at a group's meeting, raise a concern, see
// what they owe, find an earlier answer; and how many taps the commonest take.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { Visit, ways } from './visit.mjs';

let council, service, group, other, chief;

before(async () => {
  council = await demo({ pack: 'northampton' });
  service = council.cast.services.find((one) => one.name === 'Housing');
  group = council.cast.groups.find((one) => !one.administration && one.backbenchers.length > 0);
  other = council.cast.groups.find((one) => one.administration && one.backbenchers.length > 0);
  chief = council.cast.holder('chief-executive');
});
after(() => council?.stop());

const refOf = (visit) => new URL(visit.page.url()).pathname.split('/').pop();

async function send(visit) {
  await visit.press('Continue');
  await visit.isAt('Check before you send');
  await visit.press('Send');
  await visit.sees('Sent', 'Your reference');
}

/** Opens it from home, where whoever has to do with it finds it. */
async function openFromHome(visit, subject) {
  await visit.go('/');
  await visit.follow(subject);
}

/** An enquiry that was sent, and whom it is with. */
async function asked(way, subject) {
  const member = await Visit.as(council, group.backbenchers[0], way);
  await member.press('Ask a service for information');
  await member.select('Which service should answer?', service.name);
  await member.choose('Myself, as a Member', 'Council business');
  await member.fill({ 'What is it about, in a few words?': subject, 'What do you want to know?': 'Since when?' });
  await send(member);
  return { member, head: await Visit.as(council, service.head, way) };
}

async function answer(head, subject, words) {
  await openFromHome(head, subject);
  await head.follow('Answer');
  await head.fill({ 'Your answer': words });
  await head.press('Answer');
}

for (const way of ways)
  describe(`From home ${way.name}`, { concurrency: 2 }, () => {
    const subject = (what) => `${what} ${way.name}`;

    test('an Officer offers a time, a Member books it, and both keep what was agreed', async () => {
      const about = subject('The roof of the hall');
      const officer = await Visit.as(council, service.head, way);
      await officer.follow('Offer a time for appointments');
      await officer.fill({ Day: '15', Month: '7', Year: '2026', 'Time, such as 14:30': '14:00', 'Where?': 'Room 4' });
      await officer.choose('Half an hour');
      await send(officer);
      const time = refOf(officer);

      const member = await Visit.as(council, group.backbenchers[0], way);
      await member.follow('Book an appointment with an Officer');
      const option = await member.field('At which offered time?').locator('option').filter({ hasText: time }).innerText();
      assert.equal(option, `Wed 15 July 2026, 14:00, ${service.head.name} (${time})`);
      await member.selectOne('At which offered time?', time);
      await member.choose('Council business');
      await member.fill({
        'What do you want to talk about, in a few words?': about,
        'What should the Officer prepare?': 'What it costs to mend.',
      });
      await send(member);
      await member.sees('Booked with', 'Wed 15 July 2026, 14:00', 'Add to your calendar');

      await officer.go('/records');
      const row = officer.page.getByRole('row').filter({ hasText: about });
      assert.match(await row.innerText(), /Wed 15 July 2026, 14:00/, 'the list says when it is');
      await officer.follow(about);
      await officer.sees('What it costs to mend.');
      await officer.follow('Record that it took place');
      await officer.fill({ 'What was agreed, if anything? (optional)': 'A paper in August.' });
      await officer.press('Record that it took place');
      await member.page.reload();
      await member.sees('It took place.', 'A paper in August.');
    });

    test("an Officer attends a group's meeting, and nobody else learns of it", async () => {
      const about = subject('Empty sites');
      const leader = await Visit.as(council, group.leader, way);
      await leader.follow("Ask an Officer to attend your group's meeting");
      await leader.choose('No: this is for one meeting', 'Council business', 'No');
      await leader.fill({ Day: '20', Month: '7', Year: '2026', 'Time, such as 14:30': '18:30' });
      await leader.page.getByText(`${group.name} (`).click();
      await leader.choose(group.leader.name, group.backbenchers[0].name);
      await leader.fill({ 'What should the Officer inform or advise on?': 'What a sale would bring.' });
      await leader.press('Continue');
      assert.equal((await leader.errors()).length, 1);
      for (const { name } of [group.leader, group.backbenchers[0]]) assert.ok(await leader.field(name).isChecked(), name);
      await leader.fill({ 'On what topic, in a few words?': about });
      await send(leader);

      const officer = await Visit.as(council, chief, way);
      await openFromHome(officer, about);
      await officer.follow('Agree to attend');
      await officer.press('Agree to attend');
      await officer.sees('Done. You agreed to attend.');
      await officer.follow('Record the attendance');
      await officer.press('Record the attendance');
      assert.equal((await officer.errors()).length, 4);
      await officer.choose(
        'Yes',
        'Only facts and professional advice were given',
        'What the group discussed and concluded is kept confidential',
        "Nothing is done on the group's conclusions before the Council has decided",
      );
      await officer.fill({ 'At what time did they leave?': '19:40' });
      await officer.press('Record the attendance');

      const colleague = await Visit.as(council, group.backbenchers[0], way);
      await colleague.go('/records?state=all');
      await colleague.follow(about);
      await colleague.sees('attended; the record of it is complete.', '19:40');
      const stranger = await Visit.as(council, other.backbenchers[0], way);
      assert.equal(await stranger.go(`/records/${refOf(leader)}`), 404);
    });

    test('a concern is raised in private, first with whom it is about', async () => {
      const about = subject('Tone of a letter');
      const member = await Visit.as(council, group.backbenchers[0], way);
      await member.follow('Raise a concern');
      await member.choose('An employee, or several', 'Not yet', 'No, it is something else');
      await member.select('In which service?', service.name);
      await member.select('Was somebody treated worse for one of these?', 'No, or not that I know');
      await member.fill({ 'What is it about, in a few words?': about, 'What happened?': 'I was told not to ask again.' });
      await member.press('Continue');
      await member.isAt('This cannot be done');
      await member.sees('3.12', 'Nothing was sent. What you wrote is kept.');
      await member.press('Change what you wrote');
      assert.equal(await member.field('What happened?').inputValue(), 'I was told not to ask again.');
      await member.choose('It would not be right to; I say why below');
      await send(member);

      const head = await Visit.as(council, service.head, way);
      await openFromHome(head, about);
      await head.sees('Confidential', 'I was told not to ask again.');
      await head.follow('Resolve it informally');
      await head.fill({ 'How was it resolved?': 'They have talked.' });
      await head.press('Resolve it informally');
      await member.page.reload();
      await member.sees('They have talked.');
    });

    test('an Officer sees all that they owe, the soonest first, and gets rid of it by doing it', async () => {
      const about = subject('Door of the depot');
      const duty = 'Answer, or explain what is happening';
      const { head } = await asked(way, about);
      await head.go('/duties');
      await head.isAt('All that you owe');
      const days = await head.page.getByRole('table').locator('time').evaluateAll((all) => all.map((one) => one.dateTime));
      assert.ok(days.length > 1);
      assert.deepEqual(days, days.slice().sort());
      await head.follow(about);
      await head.sees('What must happen next, by when', `You: ${duty}`, 'Monday 13 July 2026');
      await head.follow('Answer');
      await head.fill({ 'Your answer': 'Since Monday.' });
      await head.press('Answer');
      await head.go('/duties');
      const left = await head.page.getByRole('row').filter({ hasText: about }).allInnerTexts();
      assert.ok(left.every((text) => !text.includes(duty)), `${left}`);
    });

    test('a Member finds an earlier answer, by its words and before they ask again', async () => {
      const about = subject('Hedges along the canal');
      const { member, head } = await asked(way, about);
      await answer(head, about, 'They are cut in October.');
      await member.section('Records');
      await member.follow('All');
      await member.fill({ 'Search for words': about });
      await member.press('Search');
      await member.follow(about);
      await member.sees('They are cut in October.');

      await member.go('/');
      await member.press('Ask a service for information');
      await member.select('Which service should answer?', service.name);
      await member.choose('Myself, as a Member', 'Council business');
      await member.fill({ 'What is it about, in a few words?': about, 'What do you want to know?': 'When are they cut?' });
      await member.press('Continue');
      await member.sees('Is the answer here already?', about);
      await member.press('I have found my answer: do not send');
      await member.sees('Nothing was sent. Thank you for looking first.');
    });

    test('asking, looking and replying take three taps at most', async () => {
      const about = subject('Steps at the quay');
      const { member, head } = await asked(way, about);
      assert.equal(member.taps, 3);

      await member.go('/');
      await member.follow(about);
      await member.sees('With ', 'due ');
      assert.equal(member.taps, 1);

      await openFromHome(head, about);
      await head.follow('Ask back');
      await head.fill({ 'What do you need to know?': 'Which of the two?' });
      await head.press('Ask back');
      await member.go('/');
      await member.follow(about);
      await member.follow('Reply');
      await member.fill({ 'Your reply': 'The lower ones.' });
      await member.press('Reply');
      await member.sees('Done. You replied');
      assert.equal(member.taps, 3);
    });
  });
