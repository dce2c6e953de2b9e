// What people choose for themselves: lists that they save, keyboard shortcuts, and the tour of a first day.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { desk, Visit, ways } from './visit.mjs';

let council;
before(async () => (council = await demo({ pack: 'northampton' })));
after(() => council?.stop());

const memberOf = (way) => council.cast.groups.flatMap((group) => group.backbenchers)[ways.indexOf(way)];

for (const way of ways)
  describe(`For oneself ${way.name}`, () => {
    test('a list is saved under a name, found again, and removed', async () => {
      const visit = await Visit.as(council, memberOf(way), way);
      await visit.go('/records?state=closed&mine=yes');
      await visit.follow('Save this view');
      await visit.press('Save');
      assert.deepEqual(await visit.errors(), ['Enter a name for the view']);
      await visit.fill({ 'Name of the view': 'My old ones' });
      await visit.press('Save');
      await visit.go('/records');
      await visit.follow('My old ones');
      const { searchParams } = new URL(visit.page.url());
      assert.deepEqual([searchParams.get('state'), searchParams.get('mine')], ['closed', 'yes']);
      const colleague = await Visit.as(council, council.cast.services[0].head, way);
      await colleague.go('/views');
      await colleague.doesNotSee('My old ones');
      await visit.go('/views');
      await visit.press('Remove My old ones');
      await visit.doesNotSee('My old ones');
    });

    test('the tour is offered until it was seen', async () => {
      const visit = await Visit.as(council, memberOf(way), way);
      await visit.go('/');
      await visit.follow('See how it works, in two minutes');
      await visit.sees('Check before it goes');
      await visit.press('I have seen it');
      await visit.doesNotSee('New here?');
    });
  });

test('an Officer is shown another tour than a Member', async () => {
  const visit = await Visit.as(council, council.cast.services[0].head, desk);
  await visit.go('/tour');
  await visit.sees('Say that you have it');
  await visit.doesNotSee('Know your ground');
});

describe('Keyboard shortcuts', () => {
  const press = async (visit, key) => {
    await visit.page.keyboard.press(key);
    await visit.page.waitForLoadState('load');
  };
  /** What works the keys is fetched after the page: what a person does not see, they press again. */
  async function pressUntil(visit, key, done) {
    for (let time = 0; time < 100; time++) {
      await visit.page.keyboard.press(key);
      await visit.page.waitForTimeout(50);
      await visit.page.waitForLoadState('load');
      const found = await done();
      if (found) return found;
    }
    assert.fail(`${key} does nothing on ${visit.page.url()}`);
  }
  const pathOf = (visit) => new URL(visit.page.url()).pathname;

  test('are off until they are turned on, and move about then', async () => {
    const visit = await Visit.as(council, council.cast.services[0].head, desk);
    await visit.go('/');
    await press(visit, 'r');
    assert.equal(pathOf(visit), '/');
    await visit.go('/settings');
    await visit.choose('On');
    await visit.press('Save');
    await visit.sees('Saved.');
    await pressUntil(visit, 'r', () => pathOf(visit) === '/records');
    const first = await pressUntil(visit, 'j', () => visit.page.evaluate(() => document.activeElement.getAttribute('href')));
    assert.match(first, /^\/records\//);
    await visit.page.keyboard.press('/');
    assert.equal(await visit.isFocused('Search for words'), true);
    await visit.page.keyboard.type('hr');
    assert.equal(pathOf(visit), '/records');
    assert.equal(await visit.field('Search for words').inputValue(), 'hr');
    await visit.go(first);
    await pressUntil(visit, '1', () => /^\/records\/[^/]+\/[^/]+$/.test(pathOf(visit)));
  });
});
