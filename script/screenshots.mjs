// node script/screenshots.mjs DIRECTORY
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/browser/launch.mjs';
import { demo } from '../test/lib/council.mjs';
import { withPalette } from './palette.mjs';

const [directory] = process.argv.slice(2);
const NOW = '2026-12-18T10:00:00Z';
const council = await demo({ pack: 'northampton', now: NOW });
const browser = await launch();

try {
  const page = await browser.newPage({ baseURL: council.address, viewport: { width: 1280, height: 800 } });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Dana Okafor', exact: true }).click();
  await page.getByRole('link', { name: 'Heating for an elderly tenant' }).click();
  await page.getByRole('heading', { name: 'What you can do' }).waitFor();
  await page.mouse.move(0, 0); // nothing under it that would look hovered over
  writeFileSync(join(directory, 'record.png'), await withPalette(page, await page.screenshot({ fullPage: true })));
} finally {
  await browser.close();
  await council.stop();
}
