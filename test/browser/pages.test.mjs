// What pages have in common: the filters, the keyboard alone, paper, and a reader's own settings. crawl.test.mjs goes to all of
// them.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { desk, phone, Visit } from './visit.mjs';

const packs = ['northampton', 'county', 'town'];
const councils = {};

before(async () => {
  for (const pack of packs) councils[pack] = await demo({ pack });
});
after(() => Promise.all(Object.values(councils).map((council) => council.stop())));

describe('Looking about', { concurrency: 2 }, () => {
  for (const way of [phone, desk]) {
    test(`the filter stands in the address, ${way.name}`, async () => {
      const council = councils.northampton;
      const visit = await Visit.as(council, council.cast.services[0].head, way);
      await visit.section('Records');
      await visit.follow('All');
      await visit.fill({ 'Search for words': 'nothing has these words' });
      await visit.page.getByText('More filters').click();
      await visit.select('Kind', 'Advice');
      await visit.press('Search');
      await visit.sees('No records match.');
      const query = new URL(visit.page.url()).searchParams;
      assert.deepEqual(
        [query.get('state'), query.get('words'), query.get('procedure')],
        ['all', 'nothing has these words', 'advice'],
      );
      await visit.page.reload();
      assert.equal(await visit.field('Search for words').inputValue(), 'nothing has these words');
      assert.equal(await visit.field('Kind').inputValue(), 'advice');
      await visit.follow('Remove this filter Advice');
      assert.equal(new URL(visit.page.url()).searchParams.get('procedure'), null);
      assert.equal(new URL(visit.page.url()).searchParams.get('words'), 'nothing has these words');
    });

    test(`all that can be begun stands under headings, and the registers below, ${way.name}`, async () => {
      const council = councils.county;
      const visit = await Visit.as(council, council.cast.members[0], way);
      await visit.go('/start');
      const headings = await visit.page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();
      assert.equal(headings[0], 'Ask or get advice');
      assert.equal(headings.at(-1), 'Look through a register');
      await visit.follow('Papers for committees');
      await visit.isAt('Papers for committees');
      await visit.go('/');
      await visit.follow('Papers for committees');
      await visit.isAt('Papers for committees');
    });

    test(`a Member asks in three taps from home, ${way.name}`, async () => {
      const council = councils.northampton;
      const visit = await Visit.as(council, council.cast.members[0], way);
      await visit.go('/');
      await visit.press('Ask a service for information');
      await visit.select('Which service should answer?', council.cast.services[0].name);
      await visit.choose('Myself, as a Member', 'Council business');
      await visit.fill({ 'What is it about, in a few words?': 'Taps', 'What do you want to know?': 'How many?' });
      await visit.press('Continue');
      await visit.press('Send');
      await visit.sees('Your reference');
    });

    test(`a person is found by a part of their name, ${way.name}`, async () => {
      const council = councils.county;
      const visit = await Visit.as(council, council.cast.members[0], way);
      const someone = council.cast.members.at(-1);
      await visit.go('/people');
      await visit.fill({ Name: someone.name.slice(1, -1) });
      await visit.press('Find');
      await visit.follow(someone.name);
      await visit.isAt(someone.name);
      await visit.go('/people?words=nobody+at+all');
      await visit.sees('Nobody of that name.');
    });

    test(`what is not there says so, ${way.name}`, async () => {
      const council = councils.town;
      const visit = await Visit.as(council, council.cast.members[0], way);
      for (const path of ['/nothing', '/records/ENQ-0000-0000', '/people/nobody', '/start/nothing'])
        assert.equal(await visit.go(path), 404, path);
      await visit.isAt('Page not found');
    });

    test(`whoever is not signed in reads how it works, ${way.name}`, async () => {
      const visit = await Visit.begin(councils.town.address, way);
      for (const path of ['/help', '/accessibility', '/privacy']) assert.equal(await visit.go(path), 200);
      await visit.go('/records');
      assert.equal(new URL(visit.page.url()).pathname, '/sign-in');
    });
  }
});

describe('The keyboard alone', () => {
  const MOST_STEPS = 60;

  /** Presses Tab until the named thing has the focus, which must be seen to be there. */
  async function reach(visit, name) {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      await visit.page.keyboard.press('Tab');
      const focus = await visit.page.evaluate(() => {
        const element = document.activeElement;
        const label = element.labels?.[0] ?? element;
        const box = element.getBoundingClientRect();
        return { name: label.innerText.trim(), seen: box.bottom > 0 && box.top < window.innerHeight };
      });
      if (focus.name !== name) continue;
      assert.ok(focus.seen, `${name} has the focus out of sight`);
      return;
    }
    assert.fail(`${name} is not reached with Tab on ${visit.page.url()}`);
  }

  for (const way of [phone, desk])
    test(`asks a service ${way.name}`, async () => {
      const council = councils.northampton;
      const visit = await Visit.as(council, council.cast.ungrouped[0], way);
      const { keyboard } = visit.page;
      const enter = () => visit.loading(() => keyboard.press('Enter'));
      await reach(visit, 'Skip to main content');
      await keyboard.press('Enter');
      await reach(visit, 'Ask a service for information');
      await enter();
      await reach(visit, 'Which service should answer?');
      await keyboard.type(council.cast.services[0].name);
      await reach(visit, 'Myself, as a Member');
      await keyboard.press('Space');
      await reach(visit, 'What is it about, in a few words?');
      await keyboard.type('Bins');
      await reach(visit, 'What do you want to know?');
      await keyboard.type('When are they emptied?');
      await reach(visit, 'Council business');
      await keyboard.press('Space');
      await reach(visit, 'Continue');
      await enter();
      await visit.isAt('Check before you send');
      await reach(visit, 'Send');
      await enter();
      await visit.sees('Sent', 'Bins');
      await reach(visit, 'Withdraw');
      await enter();
      await visit.isAt('Withdraw');
    });
});

describe('As a reader sets it up', { concurrency: 2 }, () => {
  const PATHS = ['/', '/start', '/start/enquiry', '/records?state=all', '/people', '/protocol', '/help'];
  /** WCAG 2.2, 1.4.12. */
  const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`;
  /** What has words in a box that cuts them off. */
  const cutOff = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter((element) => {
          const { overflowX, overflowY } = getComputedStyle(element);
          const cuts = (overflow, whole, seen) => overflow === 'hidden' && whole > seen + 1 && seen > 1;
          return (
            cuts(overflowX, element.scrollWidth, element.clientWidth) || cuts(overflowY, element.scrollHeight, element.clientHeight)
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );

  for (const way of [phone, desk])
    test(`wider spaces between letters, words and lines cut nothing off ${way.name}`, async () => {
      const council = councils.northampton;
      const visit = await Visit.as(council, council.cast.services[0].head, way);
      for (const path of PATHS) {
        await visit.page.goto(path);
        const session = await visit.page.context().newCDPSession(visit.page);
        await session.send('DOM.enable');
        await session.send('CSS.enable');
        const { frameTree } = await session.send('Page.getFrameTree');
        const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id });
        await session.send('CSS.setStyleSheetText', { styleSheetId, text: SPACING });
        assert.equal(await visit.page.evaluate(() => getComputedStyle(document.querySelector('h1')).wordSpacing !== '0px'), true);
        await visit.assertNothingSticksOut();
        assert.deepEqual(await cutOff(visit.page), [], path);
      }
    });

  test('a phone that lies on its side shows all of it', async () => {
    const council = councils.county;
    for (const width of [642, 740]) { // the narrowest that has tables, and a usual one
      const visit = await Visit.as(council, council.cast.members[0], { name: 'lying', width, height: 360, script: true });
      for (const path of PATHS) await visit.go(path);
    }
  });

  test('nothing moves, and colours that the reader forces leave every field and button its edge', async () => {
    const council = councils.town;
    const visit = await Visit.as(council, council.cast.members[0], desk);
    for (const path of PATHS) {
      await visit.page.goto(path);
      await visit.assertCalmInForcedColours();
    }
  });
});

test('on paper a record is what it says, without what can only be pressed', async () => {
  const council = councils.northampton;
  const visit = await Visit.as(council, council.cast.services[0].head, desk);
  await visit.go('/records?state=all');
  await visit.loading(() => visit.page.getByRole('table').getByRole('link').first().click());
  await visit.page.emulateMedia({ media: 'print' });
  await visit.sees('The question', 'What must happen next', 'Who can see this', 'What happened');
  await visit.doesNotSee('What you can do');
  for (const name of ['Home', 'Records', 'Back', 'Help'])
    assert.equal(await visit.page.getByRole('link', { name, exact: true }).isVisible(), false, name);
  assert.equal(await visit.page.getByRole('button').count(), 0);
});
