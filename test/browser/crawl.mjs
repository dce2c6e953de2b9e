// Somebody who goes everywhere: follows every link that they are shown and sends every form, empty and filled in, without
// a browser. What they come to is noted in an atlas.
import assert from 'node:assert/strict';
import { Browser } from '../lib/browser.mjs';
import { answersOf, assetsOf, filledIn, formsOf, isToBeFilledIn, linksOf, placesOf, untouched, wrongIn } from './markup.mjs';

const DAY = 24 * 3600_000;
/** Done; or refused, or wrong, or done before, or tried too often: pages that say so. */
const ANSWERS_TO_A_FORM = [200, 303, 403, 409, 422, 429];

/** Whose pages differ in words alone: each is looked at by somebody, and one of each kind by everybody. */
const BY_SOMEBODY = /^\/(people|groups|services|wards|bodies|protocol\/clauses)\/[^/]+$/;
/** These leave, or change what all others say. */
const LEFT_FOR_LAST = /^\/(sign-out$|language\/)/;
const HOLDS = /[?&]hold=yes$/;
/** That of a receipt or an invitation, as a page shows it once. */
const CODE = /(?:name="code" value="|\/receipt\/)([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/g;

/** What was seen of one council: its routes, and every page that had something new. */
export class Atlas {
  constructor(routes, now) {
    Object.assign(this, { routes, now: Date.parse(now) });
    this.visited = new Set(); // paths that somebody was at
    this.sent = new Set(); // forms that are sent once by somebody
    this.places = new Set();
    this.kinds = new Set();
    this.pages = []; // {path, who, status, html, places}: with an element in a place where none had been seen
    this.kindsOfPages = []; // as above: of places that never had come together
    this.wrong = [];
    this.codes = new Set(); // of receipts
    this.requests = 0;
  }

  note(who, method, path, { status, headers, text }) {
    this.requests++;
    this.routes.note(method, path, status);
    if (!headers.get('content-type')?.startsWith('text/html')) return;
    const name = `${who}: ${method} ${path} (${status})`;
    this.wrong.push(...wrongIn(text).map((what) => `${name}: ${what}`));
    const places = placesOf(text);
    const kind = [...places].sort().join('\n');
    if (this.kinds.has(kind)) return;
    this.kinds.add(kind);
    const page = { name, who, method, path, status, html: text, places };
    this.kindsOfPages.push(page);
    const before = this.places.size;
    for (const place of places) this.places.add(place);
    if (this.places.size > before) this.pages.push(page);
  }

  /** Whether nobody did that before; they have then. */
  first(what) {
    if (this.sent.has(what)) return false;
    return this.sent.add(what);
  }
}

export class Crawler {
  constructor(address, who, atlas) {
    Object.assign(this, { who, atlas, browser: new Browser(address) });
    this.keys = new Set();
    this.queue = [];
    this.forms = [];
    this.states = new Map(); // ref -> the state that its page shows
  }

  async ask(method, path, options) {
    const answer = await this.browser.request(method, path, options);
    this.atlas.note(this.who, method, path, answer);
    return answer;
  }

  // ---- by links

  /** What makes a link worth following: one with the same key leads to a page of the same kind. */
  #keyOf(link) {
    const [path, query = ''] = link.split('?');
    const [, section, id, piece] = path.split('/');
    const names = [...new URLSearchParams(query).keys()];
    const register = new URLSearchParams(query).get('procedure') ?? '';
    if (section === 'records' && piece !== undefined) return `${id.split('-')[0]} ${this.states.get(id)} ${piece} ${names}`;
    if (section === 'records' && id === undefined) return `${path} ${names} ${register}`;
    if (query !== '') return `${path} ${names}`;
    return path;
  }

  #isWorthIt(link) {
    const [path] = link.split('?');
    const key = this.#keyOf(link);
    if (LEFT_FOR_LAST.test(path) || this.keys.has(key)) return false;
    if (BY_SOMEBODY.test(path)) {
      const kind = `one of ${path.slice(0, path.lastIndexOf('/'))}`;
      if (this.keys.has(kind) && this.atlas.visited.has(path)) return false;
      this.keys.add(kind);
    }
    this.keys.add(key);
    this.atlas.visited.add(path);
    return true;
  }

  #take(path, html) {
    const ref = /^\/records\/([A-Z]+-[^/?]+)/.exec(path)?.[1];
    const state = /<span class="moj-badge[^>]*>\s*([^<]+?)\s*<\/span>/.exec(html)?.[1];
    if (ref !== undefined && state !== undefined) this.states.set(ref, state);
    for (const [, code] of html.matchAll(CODE)) this.atlas.codes.add(code);
    this.queue.push(...linksOf(html).filter((link) => this.#isWorthIt(link)));
    this.queue.push(...assetsOf(html).filter((asset) => this.atlas.first(asset)));
    for (const form of formsOf(html)) if (!LEFT_FOR_LAST.test(form.action)) this.#keep(form, path, html);
  }

  /** Opens the page, which must be there. */
  async open(path) {
    const answer = await this.ask('GET', path);
    if (answer.status === 303) {
      await this.open(answer.headers.get('location'));
      return;
    }
    assert.equal(answer.status, 200, `${this.who}: a link leads to ${path}`);
    this.#take(path, answer.text);
  }

  /** Everything that links lead to from here. */
  async follow(...paths) {
    this.queue.push(...paths.filter((path) => this.#isWorthIt(path)));
    while (this.queue.length > 0) await this.open(this.queue.shift());
  }

  // ---- by forms

  /** page: what it stands on; a page that answers another form cannot be asked for again. */
  #keep(form, path, html) {
    const [, section, id, power, rest] = form.action.split('/');
    const state = `${id?.split('-')[0]} ${this.states.get(id)} ${power} ${rest}`;
    const key = `form ${{ records: state, held: power }[section] ?? form.action}`;
    if (this.keys.has(key)) return;
    this.keys.add(key);
    const kept = { key, path, html, action: form.action };
    // what is held is not held for long, and records are handed over before they are dealt with one by one
    if (section === 'held' || section === 'hand-over') this.forms.unshift(kept);
    else this.forms.push(kept);
  }

  /** Sends all forms that were met, and those that are met by that. */
  async sendAll() {
    while (this.forms.length > 0) {
      const kept = this.forms.shift();
      const form = await this.#fresh(kept);
      if (form === undefined) this.keys.delete(kept.key); // another page may have one like it
      else await this.#sendAsIsUsual(form, kept.path);
    }
  }

  /** The form with a key of its own, when it is still there to be sent. */
  async #fresh({ path, html, action }) {
    const page = path === undefined ? { text: html } : await this.ask('GET', path);
    return formsOf(page.text).find((one) => one.action === action);
  }

  async #sendAsIsUsual(form, path) {
    for (const other of form.others) {
      if (!this.atlas.first(`POST ${other.replace(/^\/records\/[^/]+/, '/records/ONE')}`)) continue;
      const status = await this.send(other, untouched(form));
      if (status === 303 && HOLDS.test(other)) return; // it would be done beside what is held
    }
    const opens = /^\/start\/[^/]+$/.test(form.action);
    if (!isToBeFilledIn(form)) {
      if (!opens || this.atlas.first(`POST ${form.action}`)) await this.send(form.action, untouched(form));
      return;
    }
    const done = (await this.send(form.action, untouched(form))) === 303;
    if (!done) await this.#sendFilledIn(form, path);
  }

  /** With days to come, or where those are not taken with days gone by; and with every answer by somebody. */
  async #sendFilledIn(form, path) {
    const { now } = this.atlas;
    for (const [name, value] of answersOf(form))
      if (form.action.endsWith('/check') && this.atlas.first(`${form.action} ${name}=${value}`))
        await this.send(form.action, filledIn(form, new Date(now + 15 * DAY), { [name]: value }));
    for (const days of [15, -7]) {
      const fresh = path === undefined ? form : await this.#fresh({ path, action: form.action });
      if (fresh === undefined || (await this.send(form.action, filledIn(fresh, new Date(now + days * DAY)))) !== 422) return;
    }
  }

  /** The status of the answer. */
  async send(action, fields) {
    const answer = await this.ask('POST', action, { fields });
    assert.ok(ANSWERS_TO_A_FORM.includes(answer.status), `${this.who}: POST ${action}: ${answer.status}\n${JSON.stringify(fields)}`);
    if (answer.status === 303) await this.open(answer.headers.get('location'));
    else this.#take(undefined, answer.text);
    await this.follow(); // as long as what was done leaves it there
    return answer.status;
  }
}
