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

/** Runs in the page: what Tab should come to; what it does come to is noted with each further key, in comityFocus. */
function watchFocus() {
  const name = (element) => `${element.localName} ${element.name ?? ''} ${element.innerText?.trim().slice(0, 60) ?? ''}`;
  const can = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const groups = new Set(); // of radio buttons Tab comes to one
  const wanted = [...document.querySelectorAll(can)].filter((element) => {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.type !== 'radio') return true;
    const isFirst = !groups.has(element.name);
    groups.add(element.name);
    return isFirst;
  });
  const seen = { met: [], unseen: [] };
  window.comityFocus = seen;
  const note = (element) => {
    if (element.type !== 'radio' && !element.matches(can)) return; // the page itself, or a box that scrolls
    const { top, bottom } = element.getBoundingClientRect();
    seen.met.push(name(element));
    if (bottom <= 0 || top >= window.innerHeight) seen.unseen.push(name(element));
  };
  document.body.tabIndex = -1; // from the top, although a summary of errors takes the focus
  document.body.focus();
  document.body.removeAttribute('tabindex');
  document.addEventListener('keydown', () => note(document.activeElement), true);
  return wanted.map((element) => (element.type === 'radio' ? `input ${element.name} ` : name(element)));
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
    this.taps = 0;
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
    this.taps = 0;
    const response = await this.page.goto(path);
    await this.look();
    return response.status();
  }

  /** A page as it was sent to somebody else, with the styles and scripts of the server. */
  async show({ path, html }) {
    const here = (url) => url.pathname + url.search === path;
    await this.page.route(here, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await this.go(path);
    await this.page.unroute(here);
  }

  /** taps: how many such acts it took since the person came by an address. */
  async loading(act) {
    this.taps++;
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

  /** On a phone the sections and the way out stand behind a button. */
  async openMenu() {
    const menu = this.page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
  }

  async signOut(name = 'Sign out') {
    await this.openMenu();
    await this.press(name);
  }

  async section(name) {
    await this.openMenu();
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

  /** Nothing moves by itself, and where colours are forced every field and button keeps an edge. */
  async assertCalmInForcedColours() {
    await this.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    const wrong = await this.page.evaluate(() =>
      [...document.querySelectorAll('*')].flatMap((element) => {
        const style = getComputedStyle(element);
        const moves = style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
        const control = element.matches('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea, .govuk-button');
        const edge = ['top', 'bottom', 'left', 'right'].some((side) => parseFloat(style[`border-${side}-width`]) > 0);
        return moves || (control && !edge) ? [element.outerHTML.slice(0, 120)] : [];
      }),
    );
    await this.page.emulateMedia({ forcedColors: null, reducedMotion: null });
    assert.deepEqual(wrong, [], this.page.url());
  }

  /** Tab comes to all that can be pressed or filled in, in the order of the page, and it is in sight then. */
  async assertTabComesToAll() {
    const wanted = await this.page.evaluate(watchFocus);
    for (let i = 0; i <= wanted.length; i++) await this.page.keyboard.press('Tab');
    const { met, unseen } = await this.page.evaluate(() => window.comityFocus);
    assert.deepEqual(met, wanted, this.page.url());
    assert.deepEqual(unseen, [], `has the focus out of sight on ${this.page.url()}`);
  }

  async assertNothingSticksOut() {
    const [content, window] = await this.page.evaluate(() => [
      document.scrollingElement.scrollWidth,
      document.scrollingElement.clientWidth,
    ]);
    assert.ok(content <= window, `${this.page.url()} is ${content} pixels wide in a window of ${window}`);
  }
}
