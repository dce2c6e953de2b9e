// Somebody without an account complains of a Member, keeps the receipt, and follows what they sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { Visit, ways } from './visit.mjs';

let council, officer, about;

before(async () => {
  council = await demo({ pack: 'northampton' });
  officer = council.cast.holder('monitoring-officer');
  about = council.cast.groups[0].leader;
});
after(() => council?.stop());

for (const way of ways)
  test(`a complaint without an account, and its receipt, ${way.name}`, async () => {
    const subject = `Conduct at a meeting ${way.name}`;
    const visit = await Visit.begin(council.address, way);
    await visit.go('/sign-in');
    await visit.follow('See what everybody can do here');
    await visit.isAt('For everybody');
    await visit.follow('Complain about a Member\'s conduct');
    await visit.press('Continue');
    assert.equal((await visit.errors()).length, 3);
    await visit.select('Who is the complaint about?', about.name);
    await visit.fill({ 'What is it about, in a few words?': subject, 'What happened?': 'They shouted at the clerk.' });
    await visit.press('Continue');
    await visit.isAt('Check before you send');
    await visit.sees(officer.name, 'You', 'Who will be able to see it');
    await visit.press('Change your answers');
    assert.equal(await visit.field('What happened?').inputValue(), 'They shouted at the clerk.');
    await visit.press('Continue');
    await visit.press('Send');
    await visit.sees('Your receipt code', 'Keep this code', 'It is shown this once');
    const code = await visit.page.locator('.govuk-panel .comity-code').innerText();

    await visit.press('See what you sent');
    await visit.isAt(subject);
    await visit.sees('They shouted at the clerk.', 'What you can do');
    assert.deepEqual(await visit.page.getByRole('navigation', { name: 'Menu' }).getByRole('link').allTextContents().then(
      (links) => links.map((link) => link.trim())), ['Your record']);
    await visit.follow('Add to the complaint');
    await visit.fill({ 'What do you want to add?': 'It was not the first time.' });
    await visit.press('Add to the complaint');
    await visit.sees('It was not the first time.', 'Done. You added to it.');
    assert.equal(await visit.go('/people'), 404);
    await visit.go('/');
    await visit.isAt(subject);
    await visit.signOut('Leave');
    await visit.isAt('Who would you like to be?');

    const monitoring = await Visit.as(council, officer, way);
    await monitoring.go('/');
    await monitoring.follow(subject);
    await monitoring.sees('a member of the public', 'It was not the first time.');
    await monitoring.follow('Take no further action');
    await monitoring.fill({ 'What is the reason?': 'It has been settled between them.' });
    await monitoring.press('Take no further action');

    await visit.go('/receipt');
    await visit.fill({ 'Receipt code': 'AAAA-BBBB-CCCC-DDDD' });
    await visit.press('Continue');
    assert.deepEqual(await visit.errors(), ['This code is not right, or no longer good']);
    await visit.fill({ 'Receipt code': code.toLowerCase().replaceAll('-', '') });
    await visit.press('Continue');
    await visit.sees('It has been settled between them.', 'No further action on your complaint');
  });
