// Receipt codes that are wrong: whoever guesses, on the page or as a bearer token, is soon told to wait.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { demo } from '../lib/council.mjs';
import { watch } from '../lib/unchanged.mjs';
import { Visitor } from '../lib/visitor.mjs';

const TRIES = 10; // of one beginning; then a quarter of an hour

let council, complaint, unchanged;

before(async () => {
  council = await demo({ pack: 'northampton' });
  const about = council.cast.members[0].id;
  complaint = await council.nobody().open('complaint', { about, subject: 'Words in the lobby', complaint: 'They were loud.' });
  unchanged = await watch(council);
});
after(() => council?.stop());

const by = (code) => new Visitor(council, { id: 'guest', name: 'a guest' }, code);
const get = async (code) => (await by(code).get(`/api/v1/records/${complaint.ref}`)).status;
const wrong = (group, i) => `${group}-AAAA-BBBB-${String(i).padStart(4, '0')}`;
const onPage = (code) => new Browser(council.address).post('/receipt', { code });

test('wrong codes as bearer tokens are counted by how they begin', async () => {
  for (let i = 0; i < TRIES; i++) assert.equal(await get(wrong('WRNG', i)), 401, `attempt ${i}`);
  const answered = await by(wrong('wrng', TRIES)).get('/api/v1/records');
  assert.equal(answered.status, 429, answered.text);
  assert.equal(answered.body.error.code, 'too-many-attempts');
  assert.equal(await get('W R N G - CCCC DDDD EEEE'), 429, 'however they are typed');
  await unchanged();
});

test('it is the same count on the page', async () => {
  for (let i = 0; i < TRIES; i++) {
    const status = i % 2 === 0 ? await get(wrong('BOTH', i)) : (await onPage(wrong('BOTH', i))).status;
    assert.equal(status, i % 2 === 0 ? 401 : 422);
  }
  assert.equal((await onPage(wrong('BOTH', TRIES))).status, 429);
  assert.equal(await get(wrong('BOTH', TRIES)), 429);
});

test('nobody else is shut out by it', async () => {
  const [group] = complaint.receipt.split('-');
  for (let i = 0; i < TRIES - 1; i++) assert.equal(await get(wrong(group, i)), 401);
  assert.equal(await get(complaint.receipt), 200, 'the good one begins the count anew');
  for (let i = 0; i < TRIES; i++) assert.equal(await get(wrong(group, i)), 401);
  assert.equal(await get(complaint.receipt), 429, 'who guesses codes that begin like it is in their way for a while');
  const other = await council.nobody().open('complaint', { about: council.cast.members[1].id, subject: 'Other words', complaint: 'Soft.' });
  assert.equal((await by(other.receipt).get(`/api/v1/records/${other.ref}`)).status, 200);
});

test('a token that is no code is nobody’s, however often it comes', async () => {
  for (let i = 0; i < TRIES + 3; i++) assert.equal(await get('a-token-that-was-revoked-and-is-far-longer-than-a-code'), 401);
  for (const [person, token] of Object.entries(council.tokens).slice(0, 1))
    assert.equal((await by(token).get('/api/v1/me')).status, 200, person);
});
