// Many strangers at the door at once: who is signed in notices nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { young } from '../lib/council.mjs';

const STRANGERS = 60;
// As src/web/password.h has it.
const BURST = 16;
const A_SECOND = 4;

let council, member;

before(async () => {
  council = await young({ pack: 'northampton' });
  member = await council.as(council.cast.groups[0].members[0]);
});
after(() => council?.stop());

/** A sign-in by somebody who is not there, each under a name of their own. */
const knock = (i) =>
  new Browser(council.address).post('/sign-in', { email: `stranger-${i}@example.org`, password: 'let me in please' });

test('a burst of sign-ins is let in up to a measure, and who is signed in is answered meanwhile', async () => {
  const began = performance.now();
  let knocking = true;
  const burst = Promise.all(Array.from({ length: STRANGERS }, (_, i) => knock(i))).finally(() => (knocking = false));
  do assert.equal((await member.get('/api/v1/me')).status, 200);
  while (knocking);
  const answers = await burst;
  const seconds = (performance.now() - began) / 1000;

  const tried = answers.filter((answer) => answer.status === 422);
  assert.ok(tried.length > 0, 'some are let in to try');
  assert.ok(tried.length <= BURST + A_SECOND * seconds, `${tried.length} were let in in ${seconds} seconds`);
  const busy = answers.filter((answer) => answer.status === 503);
  assert.equal(tried.length + busy.length, STRANGERS);
  assert.ok(busy.length > 0, 'others are sent away');
  for (const answer of busy) assert.match(answer.headers.get('retry-after'), /^[1-9]\d*$/);
});

test('the next one is let in to try, at the latest after as long as was said', async () => {
  let answer = await knock(STRANGERS);
  if (answer.status === 503) {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get('retry-after'))));
    answer = await knock(STRANGERS);
  }
  assert.equal(answer.status, 422);
});

test('an office that comes in one after the other at nine is let in', async () => {
  await new Promise((resolve) => setTimeout(resolve, (1000 * BURST) / A_SECOND));
  for (let i = 0; i < BURST; i++) assert.equal((await knock(STRANGERS + 1 + i)).status, 422);
});
