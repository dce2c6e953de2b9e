// What a page costs whoever opens it: bytes, requests, and time on a slow phone, which is measured against a page of the
// same server with next to nothing on it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { phone, Visit } from './visit.mjs';

const FIRST_VISIT_MOST = { bytes: 40 * 1024, requests: 4 };
const LATER_PAGE_MOST = 10 * 1024;
/** As Lighthouse has slow 4G: bytes in a second, and milliseconds there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 };
const SLOWER = 4; // than the processor here
const TIMES = 5;
/** Of the time that the nearly empty page takes. */
const RATIO_MOST = 2;
const NEARLY_EMPTY = '/nothing';

let council, head, ref;

before(async () => {
  council = await demo({ pack: 'northampton' });
  head = council.cast.services.find((one) => one.name === 'Housing').head;
  const records = await (await council.as(head)).list();
  ref = records.find((record) => record.ref.startsWith('ENQ')).ref;
});
after(() => council?.stop());

/** Pages that people open often, when they are signed in. */
const pages = () => ['/', '/start', '/start/enquiry', '/records', `/records/${ref}`, '/notices', '/duties', '/people', '/protocol', '/help'];

async function sessionOf(visit) {
  const session = await visit.page.context().newCDPSession(visit.page);
  await session.send('Network.enable');
  return session;
}

/** Opens the page as it comes over the wire: {bytes, requests}. */
async function weigh(visit, session, path) {
  const weight = { bytes: 0, requests: 0 };
  const count = (event) => {
    weight.bytes += event.encodedDataLength;
    weight.requests++;
  };
  session.on('Network.loadingFinished', count);
  await visit.page.goto(path, { waitUntil: 'networkidle' });
  session.off('Network.loadingFinished', count);
  assert.deepEqual(visit.problems, []);
  return weight;
}

/** When something was drawn, when the largest piece was, when all had come, and how much moved about meanwhile. */
const timesOf = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const seen = { moved: 0 };
        const take = ({ entryType, name, startTime, value }) => {
          if (name === 'first-contentful-paint') seen.drawn = startTime;
          if (entryType === 'largest-contentful-paint') seen.largest = startTime;
          if (entryType === 'layout-shift') seen.moved += value;
        };
        const observers = ['paint', 'largest-contentful-paint', 'layout-shift'].map((type) => {
          const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
          observer.observe({ type, buffered: true });
          return observer;
        });
        const [navigation] = performance.getEntriesByType('navigation');
        const look = () => {
          if (seen.drawn === undefined || seen.largest === undefined) return setTimeout(look, 20);
          observers.forEach((observer) => observer.disconnect());
          return resolve({ ...seen, loaded: navigation.loadEventStart });
        };
        setTimeout(look, 50);
      }),
  );

test('a first visit weighs 40 kB at most in four requests, a later page 10 kB', async () => {
  const visit = await Visit.begin(council.address, phone);
  const session = await sessionOf(visit);
  const first = await weigh(visit, session, '/sign-in');
  assert.ok(first.bytes > 0 && first.bytes < FIRST_VISIT_MOST.bytes, `${first.bytes} bytes at first`);
  assert.ok(first.requests <= FIRST_VISIT_MOST.requests, `${first.requests} requests at first`);
  await visit.press(head.name);
  for (const path of pages()) {
    const { bytes } = await weigh(visit, session, path);
    assert.ok(bytes > 0 && bytes < LATER_PAGE_MOST, `${path}: ${bytes} bytes`);
  }
});

describe('On slow 4G and a slow processor', () => {
  let visit, session;
  before(async () => {
    visit = await Visit.as(council, head, phone);
    session = await sessionOf(visit);
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  });

  /** Of each path the quickest of several times, which a busy moment of the machine weighs on the least; and what moved in any. */
  async function measure(paths, { anew }) {
    const times = new Map(paths.map((path) => [path, []]));
    for (let i = 0; i < TIMES; i++)
      for (const path of paths) {
        if (anew) await session.send('Network.clearBrowserCache');
        await visit.page.goto(path, { waitUntil: 'load' });
        times.get(path).push(await timesOf(visit.page));
      }
    const quickest = (all, what) => Math.min(...all.map((one) => one[what]));
    return new Map(
      [...times].map(([path, all]) => [
        path,
        {
          drawn: quickest(all, 'drawn'),
          loaded: quickest(all, 'loaded'),
          moved: Math.max(...all.map((one) => one.moved)),
          atOnce: all.every((one) => one.largest === one.drawn),
        },
      ]),
    );
  }

  for (const anew of [false, true])
    test(`a page is there soon after one that is nearly empty, ${anew ? 'at a first visit' : 'later on'}`, async (t) => {
      const measured = await measure([NEARLY_EMPTY, '/', `/records/${ref}`], { anew });
      const { drawn: least, loaded } = measured.get(NEARLY_EMPTY);
      for (const [path, times] of measured) {
        t.diagnostic(`${path}: drawn after ${Math.round(times.drawn)} ms, loaded after ${Math.round(times.loaded)} ms`);
        assert.ok(times.drawn <= least * RATIO_MOST, `${path} is drawn after ${times.drawn} ms, the other after ${least} ms`);
        assert.ok(times.loaded <= loaded * RATIO_MOST, `${path} is loaded after ${times.loaded} ms, the other after ${loaded} ms`);
        assert.equal(times.moved, 0, `${path} moves while it loads`);
        assert.ok(times.atOnce, `${path} is drawn at once`);
      }
    });
});
