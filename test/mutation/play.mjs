// Plays tests of some files in this process, one after the other, as often as it is told to on standard input: a line
// {"pack": "county", "files": {"test/scenario/county.test.mjs": ["county 1.7.8: …"]}} each time.
//
// With null for the names, all those that begin with the pack's. It stops at the first that fails, and prints one line of
// JSON: {"failed": {"file", "name", "why"} or null, "played": [{"file", "name", "seconds", "touched": {"PROCEDURE, PREFIX
// or *": ["POWER", …]}}]}. What a file's hooks touch counts for each of its tests.
import { createInterface } from 'node:readline';
import { removeFolders } from '../lib/comity.mjs';
import { killServers } from '../lib/server.mjs';
import { declared, testsOf } from '../lib/stage.mjs';

// ---- which procedures and powers a test touches, by what it asks for

let touched = {};
const touch = (what, power) => (touched[what] ??= new Set()).add(power);
const send = globalThis.fetch;
globalThis.fetch = (url, options) => {
  const [, prefix, power] = /\/api\/v1\/records\/([A-Z]+)-[^/]+\/([a-z-]+)$/.exec(url) ?? [];
  if (options?.method === 'POST' && prefix !== undefined) touch(prefix, power);
  const [, procedure] = /^\{"procedure":"([a-z-]+)"/.exec(options?.body) ?? [];
  if (procedure !== undefined) touch(procedure, 'open');
  if (url.endsWith('/api/v1/procedures')) touch('*', 'open'); // what is offered is of all of them
  return send(url, options);
};

// ---- playing

let played;

/** A test that failed, or a hook: nothing more is played. */
class Failure extends Error {
  constructor(file, name, error) {
    super();
    this.failed = { file, name, why: String(error?.message ?? error).slice(0, 2000) };
  }
}

async function orFail(file, name, run) {
  try {
    await run();
  } catch (error) {
    throw new Failure(file, name, error);
  }
}

const each = async (hooks) => {
  for (const hook of hooks) await hook();
};

async function playTest(test, file, inherited) {
  const before = touched;
  const began = performance.now();
  const cleanups = [];
  touched = {};
  await orFail(file, test.name, async () => {
    await each(inherited.flatMap((group) => group.beforeEach));
    await test.run({ name: test.name, after: (hook) => cleanups.push(hook) });
    await each(cleanups);
    await each(inherited.flatMap((group) => group.afterEach));
  });
  played.push({ file, name: test.name, seconds: (performance.now() - began) / 1000, touched });
  touched = before;
}

async function playGroup(group, file, wanted, outer = []) {
  if (!testsOf(group).some(wanted)) return;
  const inherited = [...outer, group];
  await orFail(file, `before ${group.name}`, () => each(group.before));
  for (const item of group.items)
    if (item.items !== undefined) await playGroup(item, file, wanted, inherited);
    else if (wanted(item)) await playTest(item, file, inherited);
  await orFail(file, `after ${group.name}`, () => each(group.after));
}

const trees = new Map(); // by file, which can be declared once

async function playFile(file, wanted) {
  const first = played.length;
  touched = {};
  if (!trees.has(file)) trees.set(file, await declared(file));
  await playGroup(trees.get(file), file, wanted);
  for (const test of played.slice(first))
    for (const [what, powers] of Object.entries(touched))
      test.touched[what] = new Set([...(test.touched[what] ?? []), ...powers]);
}

async function play({ pack, files }) {
  played = [];
  const ofPack = (test) => new RegExp(`^${pack}\\b`).test(test.name);
  try {
    for (const [file, names] of Object.entries(files))
      await playFile(file, names === null ? ofPack : (test) => names.includes(test.name));
    return null;
  } catch (error) {
    if (error instanceof Failure) return error.failed;
    throw error;
  } finally {
    killServers();
    removeFolders();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const failed = await play(JSON.parse(line));
  const sets = (_, value) => (value instanceof Set ? [...value] : value);
  console.log(JSON.stringify({ failed, played }, sets));
}
process.exit(0); // what a failed test left behind may wait for ever
