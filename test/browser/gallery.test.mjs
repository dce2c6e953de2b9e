// Every component, as a demo shows it: each is looked at as any page is, and besides without JavaScript, in forced
// colours and on paper.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../lib/comity.mjs';
import { demo } from '../lib/council.mjs';
import { desk, narrowest, phone, Visit } from './visit.mjs';

let council;
before(async () => (council = await demo({ pack: 'town' })));
after(() => council.stop());

async function open(way) {
  const visit = await Visit.begin(council.address, way);
  assert.equal(await visit.go('/gallery'), 200);
  return visit;
}

for (const way of [narrowest, phone, desk])
  test(`the gallery is sound ${way.name}`, async () => {
    const { page } = await open(way);
    assert.equal(await page.locator('body.govuk-frontend-supported').count(), 1);
  });

test('every component of the headers is in it, and the footer of a demo leads to it', async () => {
  const visit = await Visit.begin(council.address, desk);
  await visit.go('/sign-in');
  await visit.follow('Components');
  const names = (await visit.page.locator('code').allInnerTexts()).flatMap((text) => text.split(', '));
  const folder = join(root, 'src/govuk');
  const components = [...readdirSync(join(root, 'node_modules/govuk-frontend/dist/govuk/components'))]
    .filter((name) => !name.includes('.'))
    .map((name) => (name === 'fieldset' ? 'govuk_fieldset_begin' : `govuk_${name.replaceAll('-', '_')}`));
  const ofMoj = [...readFileSync(join(folder, 'moj.h'), 'utf8').matchAll(/^void (\w+)\([^;]*\);$/gm)].map(([, name]) => name);
  assert.ok(components.length > 30 && ofMoj.length > 8);
  const shown = (name) => names.some((one) => one === name || one === `${name}_begin` || name.startsWith(`${one}_`));
  assert.deepEqual(components.concat(ofMoj).filter((name) => !shown(name)), []);
});

test('scripts make a table sortable and fold sections away', async () => {
  const { page } = await open(desk);
  const services = page.locator('[data-module=moj-sortable-table] tbody th');
  assert.deepEqual(await services.allInnerTexts(), ['Housing', 'Planning']);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  assert.deepEqual(await services.allInnerTexts(), ['Planning', 'Housing']);
  assert.equal(await page.locator('.govuk-tabs__panel:visible').count(), 1);
  await page.getByRole('button', { name: 'Show password' }).click();
  assert.equal(await page.locator('#password').getAttribute('type'), 'text');
  assert.equal(await page.getByLabel('Which body?').isVisible(), false);
  await page.getByLabel('A body', { exact: true }).check();
  assert.equal(await page.getByLabel('Which body?').isVisible(), true);
});

test('without JavaScript nothing is hidden', async () => {
  const { page } = await open({ ...desk, script: false });
  assert.equal(await page.locator('.govuk-tabs__panel:visible').count(), 2);
  assert.equal(await page.locator('.govuk-accordion__section-content:visible').count(), 2);
  assert.equal(await page.getByLabel('Which body?').isVisible(), true);
  assert.equal(await page.locator('.moj-button-menu__item:visible').count(), 4);
});

test('in forced colours every box keeps an edge', async () => {
  const { page } = await open(desk);
  await page.emulateMedia({ forcedColors: 'active' });
  for (const part of ['.moj-identity-bar', '.moj-badge', '.moj-alert', '.moj-message-item', '.moj-filter', '.govuk-tag']) {
    const isSeen = await page.locator(part).first().evaluate((element) => {
      const style = window.getComputedStyle(element);
      const edge = (width, colour) => parseFloat(width) > 0 && colour !== style.backgroundColor;
      return edge(style.borderBottomWidth, style.borderBottomColor) || edge(style.outlineWidth, style.outlineColor);
    });
    assert.ok(isSeen, part);
  }
});

test('on paper only what can be read is left', async () => {
  const { page } = await open(desk);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.govuk-button:visible, .govuk-service-navigation:visible').count(), 0);
  assert.equal(await page.locator('.moj-timeline').isVisible(), true);
});
