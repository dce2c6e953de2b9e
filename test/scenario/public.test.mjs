// What is published stands at /public for whoever has no account: when it is, and not before, and of the record no more
// than was granted to everybody.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { assertStatus } from '../lib/council.mjs';
import { within } from '../lib/within.mjs';

const SUBJECT = 'A crossing by the school';
const PROPOSAL = 'A zebra crossing is to be painted in Mill Lane.';
const VIEW = 'It should be thirty metres further on.';

within('county', (at) => {
  const proposal = (more = {}) => ({ what: 'issue', service: at.service.id, subject: SUBJECT, proposal: PROPOSAL, ...more });
  const page = (path) => new Browser(at.council.address).get(path);

  test('county 1.7.7: somebody without an account reads what was published, and nothing before its time', async () => {
    const record = await at.head.open('proposal', proposal());
    const own = `/public/${record.ref}`;
    await at.member.use(record, 'comment', { view: VIEW });

    const before = await page('/public');
    assert.equal(before.status, 200);
    assert.match(before.text, /Nothing so far/);
    assert.ok(!before.text.includes(record.ref) && !before.text.includes(SUBJECT));
    const absent = await page('/public/PRP-0000-0000');
    const hidden = await page(own);
    assert.equal(hidden.status, 404);
    assert.equal(hidden.text, absent.text, 'as one that does not exist');
    assertStatus(await at.council.nobody().get(`/api/v1/records/${record.ref}`), 401);

    await at.council.clock('2026-07-08T10:00:00Z');
    await at.head.use(record, 'publish');

    const list = await page('/public');
    assert.ok(list.text.includes(`href="${own}"`), 'the list leads there');
    assert.match(list.text, new RegExp(`${SUBJECT}[\\s\\S]*Proposal or event, [\\s\\S]*8 July 2026`));
    const published = await page(own);
    assert.equal(published.status, 200);
    for (const said of [SUBJECT, PROPOSAL, 'Published', at.service.name]) assert.ok(published.text.includes(said), said);
    assert.ok(!published.text.includes(VIEW), 'what Members said of it was not published');
    assert.ok(!published.text.includes(at.member.name), 'nor who said something');
    assert.doesNotMatch(published.text, /<form[^>]*action="\/records\//, 'there is nothing to do');
  });

  test('county 1.7.7: what was withdrawn is never published', async () => {
    const record = await at.head.open('proposal', proposal({ subject: 'A car park on the green' }));
    await at.head.use(record, 'withdraw');
    assert.equal((await page(`/public/${record.ref}`)).status, 404);
    assert.ok(!(await page('/public')).text.includes('A car park on the green'));
  });
});
