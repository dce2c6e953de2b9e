// People at browsers. Each page that they come to is looked at as a whole: axe finds nothing, nothing sticks out at the
// side, the console is silent, and no request went to anybody else.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import axe from 'axe-core';
import { launch } from './launch.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Long enough for a busy machine; what is missing is found missing by then. */
const PATIENCE = 30_000;

const allWays = [
  { name: 'on a phone', width: 360, script: true },
  { name: 'at a desk without JavaScript', width: 1280, script: false },
  { name: 'on a phone without JavaScript', width: 360, script: false },
  { name: 'at a desk', width: 1280, script: true },
];
/** A phone with scripts or a desk without, in turn by file and day; with COMITY_DURATION each width with and without. */
const turn = (process.argv[1] ?? '').length + Math.floor(Date.now() / 86_400_000);
export const ways = process.env.COMITY_DURATION ? allWays : [allWays[turn % 2]];
export const [phone, , , desk] = allWays;
/** What a page zoomed to 400% at a desk has (WCAG 2.2, 1.4.10). */
export const narrowest = { name: 'in 320 pixels', width: 320, script: true };

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Pages that were looked at already: the same page is not looked at twice in the same way. */
const looked = new Set();

/** What a page is without its words: one of each kind is looked at. axe is a script itself, so it looks where scripts are on; the same page without them has
 * the same elements. */
const kindOf = (html) => html.replace(/<title>.*?<\/title>|>[^<]+|="[^"]*"/gs, '');

const cookies = new Map();

/** The server says 4xx with a page that says why; the browser notes that in its console as it should. */
const isStatus = (message) => /the server responded with a status of 4\d\d/.test(message.text());

/** The names of these two of GOV.UK's begin with their visible text, but for a comma that makes a screen reader pause. */
const SPOKEN_COMMA = /^label-content-name-mismatch: .*class="govuk-(accordion__section|file-upload)-button/;

async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
  }, RULES);
  return found.filter((one) => !SPOKEN_COMMA.test(one));
}

export class Visit {
  /** Somebody who is not signed in, or who has these cookies. */
  static async begin(address, way, storageState) {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width: way.width, height: way.height ?? 800 },
      javaScriptEnabled: way.script,
      storageState,
    });
    context.setDefaultTimeout(PATIENCE);
    return new Visit(await context.newPage(), way, address);
  }

  /** One of a demo's people, signed in and at home. Who was here before still has the cookie. */
  static async as(council, person, way) {
    const key = `${council.address} ${person.id}`;
    const kept = cookies.get(key);
    const visit = await Visit.begin(council.address, way, kept);
    await visit.go('/');
    if (kept !== undefined) return visit;
    await visit.press(person.name);
    cookies.set(key, await visit.page.context().storageState());
    return visit;
  }

  constructor(page, way, address) {
    this.page = page;
    this.way = way;
    this.problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !isStatus(message)) this.problems.push(message.text());
    });
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith(`${address}/`) && !request.url().startsWith('data:'))
        this.problems.push(`a request to ${request.url()}`);
    });
  }

  /** Another tab of the same browser. */
  async anotherTab(address) {
    return new Visit(await this.page.context().newPage(), this.way, address);
  }

  // ---- getting about

  async go(path) {
    const response = await this.page.goto(path);
    await this.look();
    return response.status();
  }

  async loading(act) {
    await Promise.all([this.page.waitForEvent('framenavigated'), act()]);
    await this.page.waitForLoadState('load');
    await this.look();
  }

  press(name, within = this.page) {
    return this.loading(() => within.getByRole('button', { name, exact: true }).click());
  }

  follow(name, within = this.page) {
    return this.loading(() => within.getByRole('link', { name, exact: true }).first().click());
  }

  /** One of the sections; on a phone they stand behind a button. */
  async section(name) {
    const menu = this.page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
    await this.follow(name, this.page.getByRole('navigation', { name: 'Menu' }));
  }

  // ---- forms

  async fill(fields) {
    for (const [label, text] of Object.entries(fields)) await this.field(label).fill(text);
  }

  async choose(...labels) {
    for (const label of labels) await this.page.getByLabel(label, { exact: true }).check();
  }

  select(label, option) {
    return this.field(label).selectOption({ label: option });
  }

  field(label) {
    return this.page.getByLabel(label, { exact: true });
  }

  /** The option that has these words among others. */
  async selectOne(label, words) {
    const option = this.field(label).locator('option').filter({ hasText: words });
    await this.field(label).selectOption(await option.getAttribute('value'));
  }

  isFocused(label) {
    return this.field(label).evaluate((element) => element === document.activeElement);
  }

  // ---- what is there

  async sees(...words) {
    const main = await this.page.getByRole('main').innerText();
    for (const word of words) assert.ok(main.includes(word), `"${word}" is not on ${this.page.url()}:\n${main}`);
  }

  async doesNotSee(...words) {
    const main = await this.page.getByRole('main').innerText();
    for (const word of words) assert.ok(!main.includes(word), `"${word}" is on ${this.page.url()}:\n${main}`);
  }

  async isAt(title) {
    assert.equal(await this.page.getByRole('heading', { level: 1 }).innerText(), title, this.page.url());
  }

  /** The errors that the page names above its form. */
  async errors() {
    assert.match(await this.page.title(), /^Error: /);
    return this.page.getByRole('alert').getByRole('link').allInnerTexts();
  }

  // ---- each page as a whole

  async look() {
    const { page, way } = this;
    const html = await page.content();
    const key = `${way.name}\n${kindOf(html)}`;
    assert.deepEqual(this.problems, [], page.url());
    if (looked.has(key)) return;
    looked.add(key);
    if (way.script) assert.deepEqual(await violations(page), [], page.url());
    await this.assertNothingSticksOut();
  }

  async assertNothingSticksOut() {
    const [content, window] = await this.page.evaluate(() => [
      document.scrollingElement.scrollWidth,
      document.scrollingElement.clientWidth,
    ]);
    assert.ok(content <= window, `${this.page.url()} is ${content} pixels wide in a window of ${window}`);
  }
}
