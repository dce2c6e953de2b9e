// node script/screenshots.mjs DIRECTORY
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/browser/launch.mjs';
import { demo } from '../test/lib/council.mjs';
import { withPalette } from './palette.mjs';

const [directory] = process.argv.slice(2);
const NOW = '2026-12-18T10:00:00Z';
const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

const council = await demo({ pack: 'northampton', now: NOW });
const browser = await launch();

/** A page that this person of the demo has before them. */
async function signedIn(name, viewport) {
  const page = await browser.newPage({ baseURL: council.address, viewport });
  await page.goto('/sign-in');
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('heading', { name: `Hello, ${name}` }).waitFor();
  return page;
}

async function picture(page, name, options = {}) {
  await page.mouse.move(0, 0); // nothing under it that would look hovered over
  writeFileSync(join(directory, `${name}.png`), await withPalette(page, await page.screenshot(options)));
}

try {
  const officer = await signedIn('Dana Okafor', desk);
  await picture(officer, 'home');
  await officer.getByRole('link', { name: 'Heating for an elderly tenant' }).click();
  await officer.getByRole('heading', { name: 'What you can do' }).waitFor();
  await picture(officer, 'record', { fullPage: true });

  const member = await signedIn('Jo Fairley', phone);
  await member.getByRole('button', { name: 'Ask a service for information' }).click();
  await member.getByLabel('Which service should answer?').selectOption({ label: 'Housing' });
  await member.getByLabel('A constituent').check();
  await picture(member, 'ask-phone', { fullPage: true });
} finally {
  await browser.close();
  await council.stop();
}
