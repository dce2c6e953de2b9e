// Advice for a group, which stays with it, and its facts, which any other group may have.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { Visit, ways } from './visit.mjs';

const ATTESTED = [
  'It is objective',
  'It is consistent with earlier advice',
  'It rests on professional judgment',
  'It is politically neutral',
];
const LAST = 'It includes all that is relevant';
const ADVICE = 'Lease it for seven years.';
const FACTS = 'It was valued at 210,000 pounds in March.';

let council, service, ours, theirs;

before(async () => {
  council = await demo({ pack: 'northampton' });
  [service] = council.cast.services;
  [ours, theirs] = council.cast.groups.filter((group) => group.backbenchers.length > 1);
});
after(() => council?.stop());

async function ask(visit, subject, seeks) {
  await visit.press('Ask for advice');
  await visit.select('Which service should advise?', service.name);
  await visit.choose('My group', seeks, 'Council business');
  await visit.fill({ 'On what topic, in a few words?': subject, 'What do you need to know?': 'Can it be leased?' });
  await visit.press('Continue');
  await visit.press('Send');
  return new URL(visit.page.url()).pathname;
}

for (const way of ways)
  test(`a group is advised in confidence, and another gets the facts, ${way.name}`, async () => {
    const subject = `The old depot ${way.name}`;
    const member = await Visit.as(council, ours.backbenchers[0], way);
    const path = await ask(member, subject, 'Professional advice');
    await member.sees(ours.name);

    const officer = await Visit.as(council, service.head, way);
    await officer.follow(subject);
    await officer.follow('Send the advice');
    await officer.fill({ 'Your advice': ADVICE, 'The facts under it': FACTS });
    await officer.choose(...ATTESTED);
    await officer.press('Send the advice');
    assert.deepEqual(await officer.errors(), [`Confirm “${LAST}”`]);
    assert.equal(await officer.field('Your advice').inputValue(), ADVICE);
    assert.ok(await officer.field(ATTESTED[0]).isChecked());
    await officer.choose(LAST);
    await officer.press('Send the advice');
    await officer.sees(ADVICE, FACTS, LAST);

    const colleague = await Visit.as(council, ours.backbenchers[1], way);
    await colleague.go('/records');
    await colleague.follow(subject);
    await colleague.sees(ADVICE, FACTS, 'Confidential', ours.name);

    const other = await Visit.as(council, theirs.backbenchers[0], way);
    assert.equal(await other.go(path), 404);
    await other.isAt('Page not found');
    await other.go('/');
    const asked = `Facts on the depot ${way.name}`;
    await ask(other, asked, 'The facts on a topic, without advice');
    await officer.go('/');
    await officer.follow(asked);
    await officer.follow('Release the facts');
    await officer.selectOne('The record whose facts you release', subject);
    await officer.press('Release the facts');

    await other.go('/records');
    await other.follow(asked);
    await other.sees(FACTS);
    await other.doesNotSee(ADVICE, ours.name, path.split('/').pop());
  });
