// Each rule of the packs, removed, inverted or changed: some scenario must fail, or the checker must refuse the pack.
//
//   node test/mutation/run.mjs [--pack PACK] [--procedure NAME] [--only TEXT] [--seconds N] [--all] [--day N] [--at-once N] [--json]
//
// Without --all it takes that day's turn, and what follows it, for so many seconds (60): all mutants come round, in some
// months. Each is played only on the scenarios that use its procedure, until one fails. --procedure pack: the rules of
// the pack itself. --only: mutants whose name has this text. Those of equal.txt change nothing that anybody could notice, and are left out.
// It ends with 1 when a mutant survives, with 2 when a scenario fails without any.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from '../lib/comity.mjs';
import { mutants, wayIn } from './operators.mjs';
import { readPlaces, readSource, writeSource } from './source.mjs';

const PACKS = ['northampton', 'county', 'town'];
const TURN = 40; // mutants of one procedure that come round together
const PLAY_SECONDS = 300; // whatever the machine: then it hangs

const { values: options } = parseArgs({
  options: {
    pack: { type: 'string' },
    procedure: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    day: { type: 'string', default: String(Math.floor(Date.now() / 86400000)) },
    'at-once': { type: 'string', default: String(availableParallelism()) },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const ends = options.all ? Infinity : Date.now() + 1000 * Number(options.seconds);
const folder = mkdtempSync(join(tmpdir(), 'comity-mutation-'));
const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const say = (line) => options.json || console.log(line);

// ---- other processes

/** Runs a script of ours; resolves to {code, out}; code is null when it was ended after PLAY_SECONDS. */
function node(script, args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    const late = setTimeout(() => child.kill('SIGTERM'), PLAY_SECONDS * 1000);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => (out += piece));
    child.on('close', (code) => {
      clearTimeout(late);
      children.delete(child);
      resolve({ code: out === '' ? null : code, out });
    });
  });
}

async function play(pack, files, packs, councils) {
  const { code, out } = await node('test/mutation/play.mjs', [JSON.stringify({ pack, files })], {
    COMITY_TEST_PACKS: packs,
    COMITY_TEST_COUNCILS: councils,
  });
  return code === null ? null : JSON.parse(out);
}

function stop(why) {
  console.error(why);
  process.exit(2);
}

// ---- a pack

const packsRead = new Map();

/** Its source, places, and a folder of councils made ahead. */
async function packOf(name) {
  const councils = join(folder, 'councils');
  const { code } = await node('test/mutation/councils.mjs', [name, councils], {});
  if (code !== 0 && code !== null) stop(`The councils of ${name} cannot be made ahead.`);
  const plain = join(folder, `plain-${name}`);
  writeSource(plain, sources[name]);
  return { name, councils, plain, source: sources[name], places: await readPlaces(name) };
}

function readPack(name) {
  if (!packsRead.has(name)) packsRead.set(name, packOf(name));
  return packsRead.get(name);
}

// ---- which scenarios use a procedure

const scenarios = 'test/scenario';
/** These read the files of packs, which have another form here. */
const OF_FILES = ['coverage.test.mjs', 'deadline.test.mjs', 'packs.test.mjs'];

/** Plays all that may use it, on the pack as it is; gives those that do. */
async function usersOf(pack, procedure) {
  const files = readdirSync(join(root, scenarios))
    .filter((file) => file.endsWith('.test.mjs') && !OF_FILES.includes(file))
    .map((file) => `${scenarios}/${file}`)
    .filter((file) => procedure === 'pack' || readFileSync(join(root, file), 'utf8').includes(procedure));
  const trace = await play(pack.name, Object.fromEntries(files.map((file) => [file, null])), pack.plain, pack.councils);
  if (trace === null) stop(`${pack.name} ${procedure}: its scenarios took longer than ${PLAY_SECONDS} seconds.`);
  if (trace.failed !== null)
    stop(`Without any mutation, ${trace.failed.file}: ${trace.failed.name} fails: ${trace.failed.why}`);
  const prefix = pack.source.procedures.find((one) => one.procedure === procedure)?.prefix;
  return trace.played
    .map((test) => ({ ...test, powers: [procedure, prefix, '*'].flatMap((what) => test.touched[what] ?? []) }))
    .filter((test) => procedure === 'pack' || test.powers.length > 0);
}

/** The files to play: first those that use the power that was changed, then those that found most so far. */
function inOrder(users, mutant, found) {
  const files = new Map();
  for (const test of users) {
    const at = files.get(test.file) ?? { names: [], uses: false, seconds: 0 };
    at.names.push(test.name);
    at.uses ||= mutant.way[0] === 'powers' && test.powers.includes(mutant.way[1]);
    at.seconds += test.seconds;
    files.set(test.file, at);
  }
  const rank = ([file, at]) => (at.uses ? 1000 : 0) + (found.get(file) ?? 0) - at.seconds / 100;
  return Object.fromEntries([...files].sort((a, b) => rank(b) - rank(a)).map(([file, at]) => [file, at.names]));
}

// ---- a mutant

/** What became of it: {by: 'checker' or 'scenario' or 'nothing' or 'time', why}. */
async function tryMutant(pack, mutant, users, found) {
  const packs = mkdtempSync(join(folder, 'mutant-'));
  const source = structuredClone(pack.source);
  mutant.change(source);
  writeSource(packs, source);
  try {
    const checked = await run(['pack', 'check', pack.name, '--packs', packs]);
    if (checked.code !== 0) return { by: 'checker', why: (checked.stdout + checked.stderr).split('\n')[0] };
    const played = await play(pack.name, inOrder(users, mutant, found), packs, pack.councils);
    if (played === null) return { by: 'time', why: `longer than ${PLAY_SECONDS} seconds` };
    if (played.failed === null) return { by: 'nothing' };
    found.set(played.failed.file, (found.get(played.failed.file) ?? 0) + 1);
    return { by: 'scenario', why: `${relative(scenarios, played.failed.file)}: ${played.failed.name}` };
  } finally {
    rmSync(packs, { recursive: true });
  }
}

function placeOf(pack, mutant) {
  for (let way = wayIn(pack.source, mutant); way.length > 0; way = way.slice(0, -1)) {
    const place = pack.places.get(way.join('\t'));
    if (place !== undefined) return place;
  }
  return `packs/${pack.name}/pack.yaml`;
}

// ---- which mutants, in which order

const sources = Object.fromEntries(await Promise.all(PACKS.map(async (name) => [name, await readSource(name)])));
const every = PACKS.flatMap((name) => mutants(sources[name]).map((mutant) => ({ ...mutant, pack: name })));

const equal = readFileSync(join(root, 'test/mutation/equal.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [id, reason] = line.split(' -- ');
    if (!(reason?.length > 20)) stop(`equal.txt: no reason is given: ${line}`);
    return { id, fits: new RegExp(`^${id.replace(/[.()[\]+?]/g, '\\$&').replaceAll('*', '.*')}$`) };
  });
for (const { id, fits } of equal) if (!every.some((mutant) => fits.test(mutant.id))) stop(`equal.txt: there is no mutant ${id}`);
const isEqual = (mutant) => equal.some(({ fits }) => fits.test(mutant.id));

const digest = (text) => createHash('sha256').update(text).digest('hex');

/** [{pack, procedure, mutants}], of which a day begins with one. */
function turns(wanted) {
  const all = [];
  for (const of of new Set(wanted.map((mutant) => `${mutant.pack} ${mutant.procedure}`))) {
    const [pack, procedure] = of.split(' ');
    const those = wanted.filter((mutant) => mutant.pack === pack && mutant.procedure === procedure);
    const size = options.all ? those.length : TURN;
    those.sort((a, b) => (digest(a.id) < digest(b.id) ? -1 : 1));
    for (let i = 0; i < those.length; i += size) all.push({ pack, procedure, mutants: those.slice(i, i + size) });
  }
  if (options.all) return all;
  all.sort((a, b) => (digest(a.mutants[0].id) < digest(b.mutants[0].id) ? -1 : 1));
  const begin = Number(options.day) % all.length;
  return [...all.slice(begin), ...all.slice(0, begin)];
}

// ---- the campaign

const asked = every.filter(
  (mutant) =>
    (options.pack === undefined || mutant.pack === options.pack) &&
    (options.procedure === undefined || mutant.procedure === options.procedure) &&
    (options.only === undefined || mutant.id.includes(options.only)),
);
const wanted = asked.filter((mutant) => !isEqual(mutant));
const results = { checker: 0, scenario: 0, nothing: 0, time: 0 };
const survivors = [];

async function takeTurn(turn) {
  const pack = await readPack(turn.pack);
  const users = await usersOf(pack, turn.procedure);
  const found = new Map();
  const queue = [...turn.mutants];
  const work = async () => {
    while (queue.length > 0 && Date.now() < ends) {
      const mutant = queue.shift();
      const { by, why } = await tryMutant(pack, mutant, users, found);
      results[by]++;
      if (by !== 'nothing') continue;
      survivors.push({ id: mutant.id, place: placeOf(pack, mutant) });
      say(`survived: ${placeOf(pack, mutant)}: ${mutant.id}`);
    }
  };
  await Promise.all(Array.from({ length: Number(options['at-once']) }, work));
}

mkdirSync(join(folder, 'councils'));
for (const turn of turns(wanted)) if (Date.now() < ends) await takeTurn(turn);

const ran = results.checker + results.scenario + results.nothing;
const summary = {
  mutants: asked.length,
  equal: asked.length - wanted.length,
  'killed by the checker': results.checker,
  'killed by a scenario': results.scenario,
  survived: results.nothing,
  'not run': wanted.length - ran,
};
if (options.json) console.log(JSON.stringify({ ...summary, survivors }));
else console.log(Object.entries(summary).map(([what, count]) => `${count} ${what}`).join(', '));
process.exitCode = results.nothing === 0 ? 0 : 1;
