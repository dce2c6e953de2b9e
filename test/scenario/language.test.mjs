// The pages in another language, where the council offers one.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { comity, root } from '../lib/comity.mjs';
import { Browser } from '../lib/browser.mjs';
import { Council, demo, newPlace } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';

const linkTo = (html, language) => new RegExp(`<a[^>]* href="([^"]*)"[^>]*lang="${language}"`).exec(html)?.[1];

describe('A council that offers Welsh', () => {
  let council;
  before(async () => {
    const place = newPlace();
    await comity('init', ...place, '--pack', join(root, 'test/fourth/cwmderwen'));
    council = new Council(new Server(['serve', ...place, '--test', '--now', '2027-01-13T10:00:00Z', '--quiet']), place);
    await council.server.start();
  });
  after(() => council.stop());

  test('has a link to Welsh on each page, which leads back to the same page, and stays chosen', async () => {
    const browser = new Browser(council.address);
    const english = await browser.get('/receipt');
    assert.match(english.text, /<html lang="en"/);
    assert.match(english.text, /Follow what you sent/);
    const chosen = await browser.get(linkTo(english.text, 'cy'));
    assert.equal(chosen.status, 303);
    assert.equal(chosen.headers.get('location'), '/receipt');
    for (const path of ['/receipt', '/sign-in', '/public']) {
      const { text } = await browser.get(path);
      assert.match(text, /<html lang="cy"/, path);
      assert.match(text, /Neidio i&#39;r prif gynnwys/, path);
    }
    const { text } = await browser.get('/receipt');
    assert.match(text, /Dilyn yr hyn a anfonoch/);
    await browser.get(linkTo(text, 'en'));
    assert.equal((await browser.get('/receipt')).text, english.text);
  });

  test('says in Welsh what is wrong with what was typed', async () => {
    const browser = new Browser(council.address);
    browser.cookies.set('language', 'cy');
    const { status, text } = await browser.post('/receipt', { code: '' });
    assert.equal(status, 422);
    assert.match(text, /Mae problem[\s\S]*Rhowch god y dderbynneb/);
  });

  test('goes on in English for a language that it does not offer', async () => {
    const browser = new Browser(council.address);
    assert.equal((await browser.get('/language/elvish?next=/receipt')).status, 303);
    assert.match((await browser.get('/receipt')).text, /<html lang="en"/);
    browser.cookies.set('language', 'elvish');
    assert.match((await browser.get('/receipt')).text, /<html lang="en"/);
  });

  test('never leads to somebody else’s pages', async () => {
    const browser = new Browser(council.address);
    for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example']) {
      const { headers } = await browser.get(`/language/cy?next=${encodeURIComponent(next)}`);
      assert.equal(headers.get('location'), '/', next);
    }
  });
});

test('A council that offers no other language shows no link, and a cookie changes nothing', async () => {
  const council = await demo({ pack: 'town' });
  try {
    const browser = new Browser(council.address);
    const plain = (await browser.get('/receipt')).text;
    assert.equal(linkTo(plain, 'cy'), undefined);
    browser.cookies.set('language', 'cy');
    assert.equal((await browser.get('/receipt')).text, plain);
  } finally {
    await council.stop();
  }
});
