// A Member asks a service, and what becomes of it: on a phone and at a desk, with JavaScript and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { phone, Visit, ways } from './visit.mjs';

let council, service, member, head;

before(async () => {
  council = await demo({ pack: 'northampton' });
  service = council.cast.services.find((one) => one.name === 'Housing') ?? council.cast.services[0];
  head = service.head;
  member = council.cast.groups[0].backbenchers[0];
});
after(() => council?.stop());

const QUESTION = 'When will the lift be mended?\nIt has stood still since Monday.';

/** The whole form as most people fill it. */
async function fillIn(visit, subject) {
  await visit.select('Which service should answer?', service.name);
  await visit.choose('Myself, as a Member', 'Council business');
  await visit.fill({ 'What is it about, in a few words?': subject, 'What do you want to know?': QUESTION });
}

/** Sends an enquiry; the visit stands on its page then. */
async function ask(visit, subject) {
  await visit.go('/');
  await visit.press('Ask a service for information');
  await fillIn(visit, subject);
  await visit.press('Continue');
  await visit.press('Send');
}

/** Finds it by its subject, as its readers do. */
async function open(visit, subject) {
  await visit.go('/records');
  await visit.follow(subject);
}

/** The Member who asked, and the head of the service with the record open. */
async function asked(way, subject) {
  const asker = await Visit.as(council, member, way);
  await ask(asker, subject);
  const officer = await Visit.as(council, head, way);
  await officer.follow(subject);
  return { asker, officer };
}

for (const way of ways)
  describe(`Asking ${way.name}`, { concurrency: 3 }, () => {
    const subject = (what) => `${what} ${way.name}`;

    test('a form sent with nothing in it names each thing that is missing', async () => {
      const visit = await Visit.as(council, member, way);
      await visit.press('Ask a service for information');
      await visit.press('Continue');
      assert.deepEqual(await visit.errors(), [
        'Choose a service',
        'Choose an answer to “Who are you asking for?”',
        'Enter an answer to “What is it about, in a few words?”',
        'Enter an answer to “What do you want to know?”',
        'Choose an answer to “What is it for?”',
      ]);
      await visit.page.getByRole('link', { name: 'Choose a service' }).click();
      if (way.script) assert.ok(await visit.isFocused('Which service should answer?'));
      else assert.equal(new URL(visit.page.url()).hash, '#service');
    });

    test('a Member asks for a constituent and loses nothing on the way', async () => {
      const visit = await Visit.as(council, member, way);
      const about = subject('Lift in Mill House');
      await visit.press('Ask a service for information');
      await fillIn(visit, about);
      await visit.choose('A constituent');
      await visit.fill({ "Constituent's name": 'Mx Lee Poole' });
      await visit.press('Continue');
      assert.deepEqual(await visit.errors(), ['Confirm “The constituent agrees that the service sees their name”']);
      const stillThere = async () => {
        assert.equal(await visit.field("Constituent's name").inputValue(), 'Mx Lee Poole');
        assert.equal(await visit.field('What is it about, in a few words?').inputValue(), about);
        assert.equal(await visit.field('What do you want to know?').inputValue(), QUESTION);
        assert.ok(await visit.field('Council business').isChecked());
      };
      await stillThere();
      await visit.choose('The constituent agrees that the service sees their name');
      await visit.press('Continue');

      await visit.isAt('Check before you send');
      await visit.sees('Mx Lee Poole', about, service.name, head.name, 'Monday 13 July 2026', 'Who will be able to see it');
      await visit.press('Change your answers');
      await stillThere();
      await visit.press('Continue');
      await visit.press('Send');

      await visit.sees('Sent', 'Your reference', about);
      await visit.section('Records');
      await visit.follow(about);
      await visit.sees(`With Head of ${service.name} (${head.name}); due Monday 13 July 2026.`);
    });

    test('what is for the party is refused with its clause, and kept', async () => {
      const visit = await Visit.as(council, member, way);
      await visit.press('Ask a service for information');
      await fillIn(visit, subject('Leaflets'));
      await visit.choose('Party business, a campaign or a private matter');
      await visit.press('Continue');
      await visit.isAt('This cannot be done');
      await visit.sees('2.4', 'Nothing was sent. What you wrote is kept.');
      await visit.press('Change what you wrote');
      assert.equal(await visit.field('What do you want to know?').inputValue(), QUESTION);
    });

    test('the head of the service asks back, the Member replies, and is answered', async () => {
      const about = subject('Empty shop');
      const { asker, officer } = await asked(way, about);
      await officer.follow('Ask back');
      await officer.fill({ 'What do you need to know?': 'Which of the two shops?' });
      await officer.press('Ask back');
      await officer.sees('Done. You asked back.', 'the clock stands still');

      await asker.go('/');
      await asker.sees('What you have to do', about);
      await asker.follow(about);
      await asker.sees('Which of the two shops?');
      await asker.follow('Reply');
      await asker.fill({ 'Your reply': 'The one at the corner.' });
      await asker.press('Reply');

      await open(officer, about);
      await officer.sees('The one at the corner.');
      await officer.follow('Answer');
      await officer.press('Answer');
      assert.equal((await officer.errors()).length, 1);
      await officer.fill({ 'Your answer': 'It is let from August.' });
      await officer.press('Answer');

      await open(asker, about);
      await asker.sees('It is let from August.', 'Answered by');
      await asker.follow('Follow up');
      await asker.fill({ 'What is missing?': 'To whom?' });
      await asker.press('Follow up');
      await asker.sees('To whom?', 'due Monday 13 July 2026');
    });

    test('the head of the service says when the answer comes, and then refuses with another way', async () => {
      const about = subject('Rents since 1990');
      const { asker, officer } = await asked(way, about);
      await officer.follow('Say what is happening');
      await officer.fill({ 'What is happening?': 'The old ledgers are being read.', Day: '31', Month: '6', Year: '2026' });
      await officer.press('Say what is happening');
      assert.equal((await officer.errors()).length, 1);
      assert.equal(await officer.field('Day').inputValue(), '31');
      await officer.fill({ Day: '20', Month: '7' });
      await officer.press('Say what is happening');
      await officer.sees('expected Monday 20 July 2026');

      await officer.follow('Refuse');
      await officer.fill({ 'What is the reason?': 'It would take a month.' });
      await officer.choose('Yes, there is another way');
      await officer.press('Refuse');
      assert.equal((await officer.errors()).length, 1);
      assert.equal(await officer.field('What is the reason?').inputValue(), 'It would take a month.');
      await officer.fill({ 'What is the other way?': 'The yearly reports have the sums.' });
      await officer.press('Refuse');

      await open(asker, about);
      await asker.sees('It would take a month.', 'The yearly reports have the sums.', 'Refused by');
      await asker.follow('Close');
      await asker.press('Close');
      await asker.sees('Closed.');
    });

    test('the head of the service proposes something narrower, the Member accepts', async () => {
      const about = subject('All repairs');
      const { asker, officer } = await asked(way, about);
      await officer.follow('Propose something narrower or later');
      await officer.fill({ 'What could you do?': 'Those of this year.' });
      await officer.press('Propose something narrower or later');
      await open(asker, about);
      await asker.sees('Those of this year.');
      await asker.follow('Accept the proposal');
      await asker.press('Accept the proposal');
      await asker.sees('With ', 'due ');
    });

    test('it is handed on to somebody of the service, who sees it then', async () => {
      const about = subject('Door entry');
      const { officer } = await asked(way, about);
      const [junior] = service.juniors;
      await officer.follow('Hand on');
      await officer.select('Who should deal with it?', junior.name);
      await officer.press('Hand on');
      await officer.sees('Done. You handed it on.');
      const other = await Visit.as(council, junior, way);
      await other.follow(about);
      await other.sees(QUESTION.split('\n')[0], 'Answer');
    });

    test('the Member withdraws, and it is under the closed ones', async () => {
      const about = subject('Benches');
      const visit = await Visit.as(council, member, way);
      await ask(visit, about);
      await visit.follow('Withdraw');
      await visit.press('Withdraw');
      await visit.sees('Withdrawn by');
      await visit.go('/records');
      await visit.doesNotSee(about);
      await visit.follow('Closed');
      await visit.sees(about);
    });

    test('why, and why not, is a click away with its clause', async () => {
      const visit = await Visit.as(council, member, way);
      await ask(visit, subject('Bins'));
      await visit.follow('What you cannot do, and why');
      await visit.isAt('What you can do, and why');
      await visit.sees('You can do this now.', 'This cannot be done while the record is “Waiting for an answer”.', '2.2');
      await visit.follow('Back');
      await visit.follow('5.2');
      await visit.sees('5.2');
      assert.match(visit.page.url(), /\/protocol\/clauses\/5\.2$/);
    });
  });

describe('What was typed', () => {
  const SUBJECT = 'What do you want to know?';
  const begin = async (visit) => {
    await visit.go('/');
    await visit.press('Ask a service for information');
  };

  test('outlives a reload and a lost connection, and is gone once it was sent', async () => {
    const visit = await Visit.as(council, member, phone);
    await begin(visit);
    await fillIn(visit, 'Lift');
    await visit.page.reload();
    assert.equal(await visit.field(SUBJECT).inputValue(), QUESTION);
    assert.ok(await visit.page.getByLabel('Myself, as a Member', { exact: true }).isChecked());
    await visit.page.context().setOffline(true);
    await visit.page.getByRole('button', { name: 'Continue', exact: true }).click();
    await visit.page.getByRole('alert').waitFor();
    assert.match(await visit.page.getByRole('alert').innerText(), /no connection/);
    assert.equal(await visit.field(SUBJECT).inputValue(), QUESTION);
    await visit.page.context().setOffline(false);
    await visit.page.waitForTimeout(1100); // a second press within a second is taken for a double click
    await visit.press('Continue');
    await visit.press('Send');
    await begin(visit);
    assert.equal(await visit.field(SUBJECT).inputValue(), '');
  });

  test('is not there for whoever signs in after them', async () => {
    const visit = await Visit.as(council, member, phone);
    await begin(visit);
    await fillIn(visit, 'Mine');
    await visit.page.context().clearCookies();
    await visit.go('/sign-in');
    await visit.press(council.cast.groups[0].leader.name);
    await begin(visit);
    assert.equal(await visit.field(SUBJECT).inputValue(), '');
    assert.equal(await visit.page.evaluate(() => JSON.stringify(sessionStorage).includes('Mine')), false);
  });
});
