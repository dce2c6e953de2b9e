// Many strangers at the door at once: who is signed in notices nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { young } from '../lib/council.mjs';

const STRANGERS = 60;

let council, member;

before(async () => {
  council = await young({ pack: 'northampton' });
  member = await council.as(council.cast.groups[0].members[0]);
});
after(() => council?.stop());

/** A sign-in by somebody who is not there, each under a name of their own. */
const knock = (i) =>
  new Browser(council.address).post('/sign-in', { email: `stranger-${i}@example.org`, password: 'let me in please' });

async function timed(what) {
  const began = performance.now();
  await what();
  return Math.round(performance.now() - began);
}

test('a burst of sign-ins keeps nobody waiting who is signed in', async () => {
  const alone = await timed(() => knock(STRANGERS + 1));
  let knocking = true;
  const burst = Promise.all(Array.from({ length: STRANGERS }, (_, i) => knock(i))).finally(() => (knocking = false));
  const took = [];
  do {
    took.push(await timed(async () => assert.equal((await member.get('/api/v1/me')).status, 200)));
  } while (knocking);
  const slowest = Math.max(...took);
  // Who is let in to try is some twenty at the most; all sixty one after the other would take much longer.
  assert.ok(slowest < 20 * alone + 1000, `the slowest answer took ${slowest} ms, one stranger alone ${alone} ms`);

  const answers = await burst;
  const busy = answers.filter((answer) => answer.status === 503);
  assert.ok(busy.length > 0, 'most are sent away');
  for (const answer of busy) assert.match(answer.headers.get('retry-after'), /^[1-9]\d*$/);
  for (const answer of answers) assert.ok([422, 503].includes(answer.status), `${answer.status}`);
});

test('the next one is let in to try, at the latest after as long as was said', async () => {
  let answer = await knock(STRANGERS);
  if (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after'))));
    answer = await knock(STRANGERS);
  }
  assert.equal(answer.status, 422);
});
