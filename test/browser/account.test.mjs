// A council of its own, from an invitation to signing out; and a session that ends while somebody writes.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { comity, folder } from '../lib/comity.mjs';
import { demo, newPlace } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';
import { Visit, ways } from './visit.mjs';

const OFFICERS = `name,email,service,post,role,tier,from
Dana Okafor,dana@example.gov.uk,Housing,Head of Housing,head,senior,2025-01-06
Chris Vale,chris@example.gov.uk,Chief Executive’s Office,Chief Executive,chief-executive,senior,2024-05-01
`;
const PASSWORD = 'lamp herring staircase';

let place, server, example;

before(async () => {
  place = newPlace();
  await comity('init', ...place, '--pack', 'county', '--name', 'Exampleton County Council');
  const file = join(folder(), 'officers.csv');
  writeFileSync(file, OFFICERS);
  await comity('directory', 'import', file, '--format', 'csv', ...place);
  server = new Server(['serve', ...place, '--quiet']);
  await server.start();
  example = await demo({ pack: 'northampton' });
});
after(() => Promise.all([server?.stop(), example?.stop()]));

/** A new Member, and the path of their invitation. */
async function invite(name, email) {
  const id = (await comity('person', 'add', ...place, '--name', name, '--kind', 'member', '--email', email)).trim();
  const link = await comity('person', 'invite', id, ...place, '--public-url', server.address);
  return link.trim().slice(server.address.length);
}

describe('An account', { concurrency: 2 }, () => {
  for (const [i, way] of ways.entries())
    test(`begins with an invitation and ends with signing out, ${way.name}`, async () => {
      const email = `member${i}@example.gov.uk`;
      const path = await invite(`Member Number ${i}`, email);
      const visit = await Visit.begin(server.address, way);
      await visit.go(path);
      await visit.isAt('Choose a password');
      await visit.fill({ Password: 'too short', 'The same again': 'too short' });
      await visit.press('Set the password and sign in');
      assert.equal((await visit.errors()).length, 1);
      await visit.fill({ Password: PASSWORD, 'The same again': PASSWORD });
      await visit.press('Set the password and sign in');
      await visit.isAt(`Hello, Member Number ${i}`);
      await visit.sees('Nothing at present.', 'Nothing yet.');
      await visit.signOut();
      await visit.isAt('Sign in');

      await visit.go('/records');
      await visit.fill({ 'E-mail address': email, Password: 'something else' });
      await visit.press('Sign in');
      assert.deepEqual(await visit.errors(), ['The e-mail address or the password is not right']);
      assert.equal(await visit.field('E-mail address').inputValue(), email);
      await visit.fill({ Password: PASSWORD });
      await visit.press('Sign in');
      await visit.isAt('Records');

      assert.equal(await visit.go(path), 404);
      await visit.sees('This invitation was used or has run out.');
    });
});

describe('A session that ends while somebody writes', { concurrency: 2 }, () => {
  for (const way of ways)
    test(`costs them nothing ${way.name}`, async () => {
      const [service] = example.cast.services;
      const visit = await Visit.begin(example.address, way);
      const signIn = async (tab) => {
        await tab.go('/sign-in');
        await tab.press(example.cast.members[0].name);
      };
      await signIn(visit);
      await visit.press('Ask a service for information');
      await visit.select('Which service should answer?', service.name);
      await visit.choose('Myself, as a Member', 'Council business');
      const about = `Bus shelters ${way.name}`;
      await visit.fill({ 'What is it about, in a few words?': about, 'What do you want to know?': 'Who owns them?' });

      const other = await visit.anotherTab(example.address);
      await other.go('/');
      await other.signOut();
      await visit.press('Continue');
      await visit.isAt('Sign in to go on');
      await visit.sees('What you wrote is kept');
      await signIn(other);
      await visit.press('I have signed in: go on');
      await visit.isAt('Send this again?');
      await visit.press('Send it');
      await visit.isAt('Check before you send');
      await visit.sees(about, 'Who owns them?');
      await visit.press('Send');
      await visit.sees('Sent', about);
    });
});
