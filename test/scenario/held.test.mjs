// What is held for ten minutes, when everything happens to it at once: two tabs, a double click, the clock, and on
// PostgreSQL another process beside the first.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, formFields } from '../lib/browser.mjs';
import { Council, demo, NOW, postgres } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { Server } from '../lib/server.mjs';

const pack = 'northampton';
const ROUNDS = 5;
const MINUTE = 60_000;

let council, beside, member, tabs, now;

before(async () => {
  council = await demo({ pack });
  now = Date.parse(NOW);
  const { backbenchers } = council.cast.groups.find((group) => group.backbenchers.length > 0);
  member = await council.as(backbenchers[0]);
  tabs = [await new Browser(council.address).signInAs(member)];
  if (postgres === undefined) return;
  const server = new Server(['serve', ...council.place, '--test', '--now', NOW, '--quiet']);
  await server.start();
  beside = new Council(server, council.place);
  const there = new Browser(beside.address);
  there.cookies = tabs[0].cookies;
  tabs.push(there);
});
after(() => Promise.all([council?.stop(), beside?.server.stop()]));

/** A Member's enquiry, checked and held: what its form sends, and its page. */
async function hold(subject) {
  const [tab] = tabs;
  const page = await tab.get('/start/enquiry');
  const fields = { ...formFields(page.text, '/start/enquiry/check'), ...enquiry(pack, council.cast.services[0], { subject }) };
  const check = await tab.post('/start/enquiry/check', fields);
  const form = { ...fields, ...formFields(check.text, '/start/enquiry') };
  const held = await tab.post('/start/enquiry?hold=yes', form);
  return { form, at: held.headers.get('location').split('?')[0] };
}

/** Whatever can be done to it, twice in each tab; and its time comes. */
async function everythingAtOnce({ form, at }) {
  const token = { 'form-token': form['form-token'] };
  const paths = ['/start/enquiry', '/start/enquiry?hold=yes', `${at}/send`, `${at}/undo`, `${at}/throw-away`];
  const sent = paths.flatMap((path) => tabs.flatMap((tab) => [1, 2].map(() => tab.post(path, path.startsWith(at) ? token : form))));
  now += 11 * MINUTE;
  const [, ...answers] = await Promise.all([council.clock(new Date(now).toISOString().replace('.000Z', 'Z')), ...sent]);
  for (const { status, text } of answers) assert.ok(status === 303 || status === 404, `${status}: ${text.slice(0, 2000)}`);
}

const opened = async (subject) => (await member.list('&state=all')).filter((row) => row.title === subject);

for (let round = 1; round <= ROUNDS; round++)
  test(`an act that is held, sent, taken back and thrown away at once is done once or not at all (${round})`, async () => {
    const subject = `The lamps, round ${round}`;
    const held = await hold(subject);
    assert.deepEqual(await opened(subject), []);
    await everythingAtOnce(held);
    const records = await opened(subject);
    assert.ok(records.length <= 1, `${records.length} records of one act`);
    const left = await Promise.all(tabs.map(async (tab) => (await tab.get(held.at)).status));
    if (records.length === 1) assert.deepEqual([...new Set(left)], [404], 'what was sent is held no more');
    assert.equal(new Set(left).size, 1, 'all tabs see the same');
    await tabs[0].post('/start/enquiry', held.form);
    assert.equal((await opened(subject)).length, 1, 'sent again, it is still the one act');
  });
