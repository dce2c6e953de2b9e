// node script/pages.mjs DOCS: makes DOCS/pages.md and its pictures.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../test/browser/launch.mjs';
import { comity } from '../test/lib/comity.mjs';
import { demo, newPlace } from '../test/lib/council.mjs';
import { Server } from '../test/lib/server.mjs';
import { pages } from './pages-list.mjs';

const [docs] = process.argv.slice(2);
const pictures = join(docs, 'images/pages');
const NOW = '2026-12-18T10:00:00Z';
const WIDTHS = [360, 1280];
const HEIGHT = 800;
/** What is below that is more of the same. */
const HEIGHT_MOST = { 360: 1600, 1280: 1300 };
const QUALITY = 40;
/** What words can just be read in, a phone's page beside a desk's. */
const SCALE = { 360: 0.8, 1280: 0.6 };

/** A council of its own, to show how people come in where it is no demo. */
async function ownCouncil() {
  const place = newPlace();
  await comity('init', ...place, '--pack', 'northampton', '--name', 'Exampleton Borough Council');
  const id = await comity('person', 'add', ...place, '--name', 'Jo Fairley', '--kind', 'member', '--email', 'jo@example.gov.uk');
  const server = await new Server(['serve', ...place, '--quiet']).start();
  const link = await comity('person', 'invite', id.trim(), ...place, '--public-url', server.address);
  return { address: server.address, invitation: link.trim(), stop: () => server.stop() };
}

const browser = await launch();
const councils = { demo: await demo({ pack: 'northampton', now: NOW }), own: await ownCouncil() };

async function pageOf({ who, council = 'demo' }) {
  const page = await browser.newPage({ baseURL: councils[council].address, viewport: { width: WIDTHS[0], height: HEIGHT } });
  if (who === undefined) return page;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: who, exact: true }).click();
  await page.getByRole('heading', { name: `Hello, ${who}` }).waitFor();
  return page;
}

async function picture(page, session, name, width) {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.mouse.move(0, 0); // nothing under it that would look hovered over
  await page.evaluate(() => window.scrollTo(0, 0));
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, HEIGHT_MOST[width]), scale: SCALE[width] };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip, captureBeyondViewport: true });
  writeFileSync(join(pictures, `${name}-${width}.webp`), Buffer.from(data, 'base64'));
}

async function take(name, how) {
  const page = await pageOf(how);
  if (how.go !== undefined) await how.go(page);
  else await page.goto(how.at === 'invitation' ? councils.own.invitation : how.at, { waitUntil: 'networkidle' });
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  for (const width of WIDTHS) await picture(page, session, name, width);
  await page.context().close();
}

const shown = (name, title, what) =>
  `### ${title}\n\n${what}\n\n${WIDTHS.map((width) => `<img src="images/pages/${name}-${width}.webp" width="${width === 360 ? 200 : 600}" alt="${title}, ${width} pixels wide">`).join('\n')}\n`;

const INTRODUCTION = `# Pages

Every page that people come to, on a phone (360 pixels) and at a desk (1280). Made by \`script/pages\` from a demo council of made-up people; of a long page its
beginning. \`test/browser/crawl.test.mjs\` goes to all of them as everybody, and finds those that nobody comes to.
`;

try {
  mkdirSync(pictures, { recursive: true });
  for (const old of readdirSync(pictures)) rmSync(join(pictures, old));
  const sections = [];
  for (const [heading, list] of pages) {
    for (const [name, , , how] of list) await take(name, how);
    sections.push(`## ${heading}\n\n${list.map((one) => shown(...one)).join('\n')}`);
  }
  writeFileSync(join(docs, 'pages.md'), `${INTRODUCTION}\n${sections.join('\n')}`);
} finally {
  await browser.close();
  for (const council of Object.values(councils)) await council.stop();
}
