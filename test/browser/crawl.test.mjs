// Every page there is: as everybody who can come to it, by every link and by every form, empty and filled in. The HTML
// checker reads one of each kind; axe, the keyboard, and a reader's own settings look at enough of them that each element
// was looked at in each place where it can stand.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { comity } from '../lib/comity.mjs';
import { demo, newPlace, NOW } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';
import { Routes } from '../leak/routes.mjs';
import { Atlas, Crawler } from './crawl.mjs';
import { formsOf, filledIn, untouched } from './markup.mjs';
import { desk, narrowest, Visit } from './visit.mjs';

const packs = ['northampton', 'county', 'town'];
/** One protocol's pages a day; with COMITY_DURATION those of all. */
const crawled = process.env.COMITY_DURATION ? packs : [packs[Math.floor(Date.now() / 86_400_000) % packs.length]];

/** Who is somebody else to a page; not every council has each. */
function rolesOf({ cast }) {
  const group = cast.groups.find((one) => !one.administration && one.leader && one.backbenchers.length > 0);
  const service = cast.services.find((one) => one.cabinetMember !== undefined) ?? cast.services[0];
  const secretary = cast.officers.find(({ posts }) => posts.some(({ label }) => /Executive Assistant|Committee Clerk/.test(label)));
  const roles = {
    'a head of service': service.head, // who has something to hand over as long as nobody else has done it
    'a Member': group.backbenchers[0],
    'a Member of no group': cast.ungrouped[0],
    'a group leader': group.leader,
    'the Chair': cast.holder('scrutiny-chair') ?? cast.holder('chair'),
    'a whip': cast.holder('whip'),
    'a Cabinet Member': service.cabinetMember,
    'the Leader': cast.holder('council-leader') ?? cast.holder('council-chair'),
    'an Officer': service.juniors[0],
    'Democratic Services': secretary,
    'the press Officer': cast.holder('communications'),
    'the Monitoring Officer': cast.holder('monitoring-officer'),
    'the Chief Executive': cast.holder('chief-executive') ?? cast.holder('town-clerk'),
  };
  return Object.entries(roles).filter(([, person]) => person !== undefined);
}

/** The HTML standard's rules, and those of good practice that say something of pages like these. */
const checker = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }], // of buttons only the one pressed is sent
    'heading-level': 'off', // markup.mjs looks at every page, and knows of GOV.UK's summary of errors
    'long-title': 'off', // the page, then the service, then the council
    'no-implicit-button-type': 'off', // MOJ's own markup; the next two are GOV.UK's
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'require-sri': 'off', // nothing comes from elsewhere
    'valid-id': ['error', { relaxed: true }], // "clause-1.6.4(a)"
  },
});

// ---- looking everywhere

/** Where a form that is sent with GET leads, and what is linked where there is much of it. */
const BESIDES = ['/records?state=all&words=the', '/records?words=nothing-has-these-words', '/people?words=nobody-at-all', '/duties', '/notices'];
/** No protocol but the borough's gives anybody the report. */
const NOT_UNDER = { county: ['GET /report'], town: ['GET /report'] };
const NOT_THERE = ['/nothing', '/records/ENQ-0000-0000', '/people/nobody', '/start/nothing', '/protocol/nothing', '/public/ENQ-0000-0000', '/.well-known/security.txt'];

/** A demo's person, signed in and with everything open that they can come to. */
async function begin(council, atlas, who, person) {
  const crawler = new Crawler(council.address, who, atlas);
  await crawler.follow('/sign-in', '/public', '/receipt', '/help', '/protocol');
  await crawler.send('/sign-in', { person: person.id, next: '/' });
  await crawler.follow('/', ...BESIDES);
  return crawler;
}

/** What the server says when something is wrong with what was asked. */
async function goWrong(crawler) {
  for (const path of NOT_THERE) assert.equal((await crawler.ask('GET', path)).status, 404, path);
  assert.equal((await crawler.ask('GET', `/records?words=${'a'.repeat(9000)}`)).status, 414);
  assert.equal((await crawler.ask('GET', '/records//answer')).status, 400);
  assert.equal((await crawler.ask('POST', '/help', { fields: {} })).status, 405);
  const tooMuch = { fields: { question: 'a'.repeat(1_100_000) } };
  assert.equal((await crawler.ask('POST', '/start/enquiry/check', tooMuch)).status, 413);
}

/** A Member who goes on with a form when their session has ended. */
async function stayTooLong(crawler, person) {
  const day = new Date(crawler.atlas.now);
  const form = formsOf((await crawler.ask('GET', '/start/enquiry')).text).find((one) => one.action.endsWith('/check'));
  const fields = filledIn(form, day, { purpose: 'council' });
  const { 'form-token': token } = fields;
  await crawler.send('/sign-out', { 'form-token': token });
  assert.equal((await crawler.ask('POST', '/start/enquiry', { fields })).status, 401);
  await crawler.send('/sign-in', { person: person.id, next: '/' });
  assert.equal((await crawler.ask('POST', '/start/enquiry', { fields })).status, 403);
}

/** Somebody sends what is not theirs to do, and goes back to what they wrote. */
async function beRefused(crawler) {
  const form = formsOf((await crawler.ask('GET', '/start/enquiry')).text).find((one) => one.action.endsWith('/check'));
  const [, ref] = /href="\/records\/(ENQ-[^"/]*)"/.exec((await crawler.ask('GET', '/records?state=all')).text);
  await crawler.send(`/records/${ref}/answer`, untouched(form));
  await crawler.sendAll();
}

/** Whoever has a code: it leads to one record. */
async function comeBack(council, atlas, code) {
  const guest = new Crawler(council.address, 'a guest', atlas);
  await guest.follow(`/receipt/${code}`);
  await guest.send('/receipt', { code });
  await guest.follow('/');
  await guest.sendAll();
}

async function crawl(council, atlas) {
  const nobody = new Crawler(council.address, 'nobody', atlas);
  await nobody.follow('/', '/public', '/help', '/protocol');
  const crawlers = [nobody];
  for (const [who, person] of rolesOf(council)) crawlers.push(await begin(council, atlas, who, person));
  // only now does anybody do something: all of them saw the council as it was
  for (const crawler of crawlers) await crawler.sendAll();
  for (const code of atlas.codes) await comeBack(council, atlas, code);
  const member = crawlers.find(({ who }) => who === 'a Member');
  await member.open('/views'); // where what was saved can be removed
  await member.sendAll();
  await member.follow('/?found=yes', '/?done=yes');
  await goWrong(member);
  await beRefused(member);
  await stayTooLong(member, new Map(rolesOf(council)).get('a Member'));
  await member.ask('GET', '/language/cy?next=/start');
}

/** A council in its first hour: nothing in it, and a password to be chosen. */
async function crawlEmpty(pack, atlas) {
  const place = newPlace();
  await comity('init', ...place, '--pack', pack, '--name', 'New Council');
  const email = 'first@example.gov.uk';
  const id = (await comity('person', 'add', ...place, '--name', 'First Member', '--kind', 'member', '--email', email)).trim();
  const server = new Server(['serve', ...place, '--quiet']);
  await server.start();
  const link = (await comity('person', 'invite', id, ...place, '--public-url', server.address)).trim().slice(server.address.length);
  const crawler = new Crawler(server.address, 'the first Member', atlas);
  await crawler.follow('/');
  await crawler.send('/sign-in', { email, password: 'not this one', next: '/' });
  const [form] = formsOf((await crawler.ask('GET', link)).text);
  await crawler.send(link, { ...untouched(form), password: 'short', again: 'other' });
  await crawler.send(link, { ...untouched(form), password: 'lamp herring staircase', again: 'lamp herring staircase' });
  await crawler.follow('/', '/records?state=all', '/?found=yes');
  assert.equal((await crawler.ask('GET', link)).status, 404);
  await server.stop();
}

// ---- what is looked at

/** As few of the pages as have all the places between them: the one with most that are left, until none is. */
function fewest(pages) {
  const left = new Set(pages.flatMap(({ places }) => [...places]));
  const chosen = [];
  while (left.size > 0) {
    const gain = (page) => [...page.places].filter((place) => left.has(place)).length;
    const best = pages.map((page) => [gain(page), page]).reduce((a, b) => (b[0] > a[0] ? b : a));
    for (const place of best[1].places) left.delete(place);
    chosen.push(best[1]);
  }
  return chosen;
}

/** As any page that a test comes to is looked at, and as a reader has it who sees little or has no mouse. */
async function lookAt(visit, page) {
  await visit.show(page);
  await visit.assertTabComesToAll();
  await visit.assertCalmInForcedColours();
  await visit.page.setViewportSize({ width: narrowest.width, height: 800 });
  await visit.assertNothingSticksOut();
  await visit.page.setViewportSize({ width: visit.way.width, height: 800 });
}

for (const pack of crawled)
  describe(`Every page under the ${pack} protocol`, () => {
    let council, atlas;
    before(async () => {
      council = await demo({ pack });
      atlas = new Atlas(await Routes.read(), NOW);
    });
    after(() => council?.stop());

    test('is where a link or a form says it is', async (t) => {
      await crawl(council, atlas);
      await crawlEmpty(pack, atlas);
      t.diagnostic(`${atlas.requests} requests, ${atlas.kinds.size} kinds of page, ${atlas.pages.length} with something new`);
      assert.deepEqual([...new Set(atlas.wrong)], []);
      assert.ok(council.server.alive);
    });

    test('is HTML that the checker has nothing to say of', async () => {
      const found = new Map();
      for (const { name, html } of atlas.kindsOfPages)
        for (const one of checker.validateStringSync(html).results.flatMap(({ messages }) => messages)) {
          const what = `${one.ruleId}: ${one.message} (${one.selector})`;
          if (!found.has(`${one.ruleId} ${one.message}`)) found.set(`${one.ruleId} ${one.message}`, `${name}: ${what}`);
        }
      assert.deepEqual([...found.values()], []);
    });

    test('is sound to axe, with the keyboard alone, in 320 pixels and in forced colours', async (t) => {
      const pages = fewest(atlas.pages);
      t.diagnostic(`${pages.length} pages have every element in every place`);
      const visits = [await Visit.begin(council.address, narrowest), await Visit.begin(council.address, desk)];
      const wrong = [];
      for (const [i, page] of pages.entries())
        await lookAt(visits[i % 2], page).catch((error) => wrong.push(`${page.name}: ${error.message}`));
      assert.deepEqual(wrong, []);
    });

    test('is come to by somebody: no route is forgotten', () => {
      const neglected = atlas.routes.neglected.filter((name) => !name.includes(' /api/'));
      assert.deepEqual(neglected, NOT_UNDER[pack] ?? []);
    });
  });
