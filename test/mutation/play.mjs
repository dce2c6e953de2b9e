// Plays tests of some files in this process, one after the other, and stops at the first that fails.
//
//   node test/mutation/play.mjs '{"pack": "county", "files": {"test/scenario/county.test.mjs": ["county 1.7.8: …"]}}'
//
// With null for the names, all those that begin with the pack's. It prints one line of JSON: {"failed": {"file", "name",
// "why"} or null, "played": [{"file", "name", "seconds", "touched": {"PROCEDURE, PREFIX or *": ["POWER", …]}}]}. What a file's hooks touch
// counts for each of its tests.
import { declared, testsOf } from '../lib/stage.mjs';

const { pack, files } = JSON.parse(process.argv[2]);

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

const played = [];

function end(failed) {
  const plain = played.map((test) => ({
    ...test,
    touched: Object.fromEntries(Object.entries(test.touched).map(([what, powers]) => [what, [...powers]])),
  }));
  process.stdout.write(`${JSON.stringify({ failed, played: plain })}\n`, () => process.exit(failed === null ? 0 : 1));
  return new Promise(() => {}); // nothing is played any more
}

async function orFail(file, name, run) {
  try {
    await run();
  } catch (error) {
    await end({ file, name, why: String(error?.message ?? error).slice(0, 2000) });
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

for (const [file, names] of Object.entries(files)) {
  const first = played.length;
  touched = {};
  const wanted = names === null ? (test) => new RegExp(`^${pack}\\b`).test(test.name) : (test) => names.includes(test.name);
  await playGroup(await declared(file), file, wanted);
  for (const test of played.slice(first))
    for (const [what, powers] of Object.entries(touched))
      test.touched[what] = new Set([...(test.touched[what] ?? []), ...powers]);
}
await end(null);
