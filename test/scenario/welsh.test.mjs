// A council that offers Welsh, page by page in both languages: what the Welsh page says in the very words of the English
// one was forgotten, unless it is marked as English, or is a name or somebody's own words. So a text that is drawn
// without the catalogue is found here, on every page that links lead to. A sentence that was made from pieces is in English
// in part when it has an English word that is no Welsh one, but for what the pack, or somebody, calls something.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { comity, folder, packs, root } from '../lib/comity.mjs';
import { Council, newPlace, NOW } from '../lib/council.mjs';
import { answers, inBoxes, WORDS } from '../lib/forms.mjs';
import { Known, said } from '../lib/said.mjs';
import { Server } from '../lib/server.mjs';
import { readSource } from '../mutation/source.mjs';

const PACK = 'northampton';
const COUNCIL = 'Exampleton Borough Council (demo)';
const PAGES_OF_A_KIND = 2;
/** The components' gallery shows a library, in its language. */
const ENGLISH =
  /(?<!\p{L})(the|of|and|is|are|was|were|by|with|that|this|who|what|when|which|not|or|from|they|have|must|for|its|under|after|before|within|if|only|any|each|every|named|working|days|members?|officers?|records?|clauses?)(?!\p{L})/iu;
const ELSEWHERE = /^\/(assets|gallery|language|sign-out)|\/calendar\.ics/;

/** A demo under a copy of the pack that offers Welsh. */
async function welshDemo() {
  const [own, place] = [folder(), newPlace()];
  cpSync(packs, own, { recursive: true });
  appendFileSync(join(own, PACK, 'pack.yaml'), '\nlanguages: [cy]\n');
  const server = new Server(['demo', '--pack', PACK, '--packs', own, ...place, '--now', NOW]);
  return new Council(server, place).begin(PACK);
}

/** Texts that are the same in both languages by the catalogue. */
function alike() {
  const texts = (entry, name) => (new RegExp(`^${name} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1] ?? '').replace(/"\n?"?/g, '');
  const entries = readFileSync(join(root, 'texts/cy.po'), 'utf8').split('\n\n');
  return entries.map((entry) => [texts(entry, 'msgid'), texts(entry, 'msgstr')]).flatMap(([id, same]) => (id === same ? [id] : []));
}

const kindOf = (path) =>
  path
    .replace(/([A-Z]{2,4})-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '$1')
    .replace(/^\/(people|groups|services|wards|bodies)\/[^/?]+/, '/$1/…')
    .replace(/^\/protocol\/clauses\/[^/?]+/, '/protocol/clauses/…')
    .replace(/=[^&]*/g, '=');

const linksIn = (html) =>
  [...html.matchAll(/\shref="(\/[^"#]*)/g)].map(([, path]) => path.replaceAll('&amp;', '&')).filter((path) => !ELSEWHERE.test(path));

/** Each text of a pack, by whichever key. */
const textsOf = (value) =>
  typeof value === 'string' ? [value, ...value.split('\n')] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];

class Reader {
  constructor(council, known, written) {
    this.known = known;
    this.written = written;
    this.english = new Browser(council.address);
    this.welsh = new Browser(council.address);
    this.welsh.cookies.set('language', 'cy');
    this.forgotten = new Map();
    this.pages = 0;
  }

  async signIn(person) {
    await this.english.signInAs(person);
    await this.welsh.signInAs(person);
  }

  async read(method, path, fields) {
    const asked = async (browser) => {
      const form = fields === undefined ? {} : { fields: { ...this.#token(await browser.get(fields.from)), ...fields.sent } };
      return browser.request(method, path, form);
    };
    const [english, welsh] = [await asked(this.english), await asked(this.welsh)];
    assert.equal(welsh.status, english.status, path);
    if (!(english.headers.get('content-type') ?? '').startsWith('text/html')) return english.text;
    this.pages++;
    const before = new Set(said(english.text).filter(({ lang }) => lang === 'en').map(({ text }) => text));
    for (const { text, lang } of said(welsh.text))
      if (lang === 'cy' && !this.forgotten.has(text) && this.#isForgotten(text, before.has(text))) this.forgotten.set(text, path);
    return english.text;
  }

  #isForgotten(text, asInEnglish) {
    return asInEnglish ? this.known.rest(text) !== '' : ENGLISH.test(text) && ENGLISH.test(this.written.rest(text));
  }

  #token({ text }) {
    const token = /name="form-token" value="([^"]+)"/.exec(text)?.[1];
    return token === undefined ? {} : { 'form-token': token };
  }

  /** From page to page, some of each kind. */
  async crawl(...paths) {
    const [queue, seen, kinds] = [paths, new Set(paths), new Map()];
    while (queue.length > 0) {
      for (const link of linksIn(await this.read('GET', queue.shift()))) {
        const kind = kindOf(link);
        if (seen.has(link) || (kinds.get(kind) ?? 0) >= PAGES_OF_A_KIND) continue;
        seen.add(link);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        queue.push(link);
      }
    }
  }

  /** Each form that may be begun, empty and filled in, up to where it would be sent. */
  async begin(procedures) {
    for (const { name, form } of procedures.filter((one) => one.form !== undefined)) {
      const from = `/start/${name}`;
      await this.read('POST', `${from}/check`, { from, sent: {} });
      const fields = answers(form, NOW);
      if (fields !== undefined) await this.read('POST', `${from}/check`, { from, sent: inBoxes(form, fields) });
    }
  }

  assertNothingForgotten() {
    const list = [...this.forgotten].map(([text, path]) => `${path}: ${text}`);
    assert.equal(list.length, 0, `${list.length} texts in English:\n${list.join('\n')}`);
  }
}

describe('A Welsh page', () => {
  // known: what is the same in both languages; written: also what stands within sentences of ours
  let council, known, written, packTexts;
  const learnt = (...texts) => [known, written].forEach((one) => one.add(...texts));
  before(async () => {
    council = await welshDemo();
    [known, written] = [new Known(), new Known()];
    packTexts = new Set(textsOf(await readSource(PACK)));
    written.add(...packTexts);
    learnt(...alike(), 'Comity', 'English', 'Cymraeg', COUNCIL, WORDS);
    for (const [, id] of (await comity('pack', 'source', PACK)).matchAll(/"id":"([^"]+)"/g)) learnt(id);
    const { people, groups, services } = council.directory;
    for (const person of people) learnt(person.name, person.email, ...person.posts, ...person.tenures.flatMap((one) => [one.title, one.organization?.name]));
    for (const unit of [...groups, ...services]) learnt(unit.name, unit.head_title);
  });
  after(() => council.stop());

  /** What this person reads that others wrote, and names that only lists have. */
  async function learn(visitor) {
    for (const kind of ['wards', 'bodies']) for (const { name } of (await visitor.expect(200, 'GET', `/api/v1/${kind}`))[kind]) learnt(name);
    for (const row of await visitor.list('&state=all')) {
      const record = await visitor.read(row);
      const texts = [...record.facts, ...record.parts.flatMap(({ entries }) => entries)].flatMap(({ text }) => [text, ...text.split('\n')]);
      learnt(row.title, ...texts.filter((text) => !packTexts.has(text)));
    }
  }

  const roles = {
    'a Member': ({ groups }) => groups[0].leader,
    'a head of service': ({ services }) => services[0].head,
    'a Monitoring Officer': ({ holder }) => holder('monitoring-officer'),
  };
  for (const [role, find] of Object.entries(roles))
    test(`says nothing in English to ${role}`, async () => {
      const person = find(council.cast);
      const visitor = await council.as(person);
      await learn(visitor);
      const reader = new Reader(council, known, written);
      await reader.signIn(person);
      await reader.crawl('/', '/records?state=all', '/notices', '/expectations', '/nothing', '/records/ENQ-0000-0000', '/start/nothing');
      await reader.begin((await visitor.expect(200, 'GET', '/api/v1/procedures')).procedures);
      assert.ok(reader.pages > 50, `${reader.pages} pages`);
      reader.assertNothingForgotten();
    });

  test('says nothing in English to who is not signed in', async () => {
    const reader = new Reader(council, known, written);
    await reader.crawl('/sign-in', '/public', '/receipt', '/help', '/accessibility', '/privacy', '/invitation/none', '/nothing');
    await reader.read('POST', '/receipt', { from: '/receipt', sent: { code: '' } });
    reader.assertNothingForgotten();
  });
});
