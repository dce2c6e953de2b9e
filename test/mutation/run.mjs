// Each rule of the packs, removed, inverted or changed: some scenario must fail, or the checker must refuse the pack.
//
//   node test/mutation/run.mjs [--pack PACK] [--procedure NAME] [--only TEXT] [--seconds N] [--all] [--day N] [--at-once N]
//                              [--verbose] [--json]
//
// Without --all it takes that day's turn, and what follows it, for so many seconds (60): all mutants come round, in some
// weeks. Each is played only on the scenarios that use its procedure, until one fails; those first that noticed its like before.
// --procedure pack: the rules of the pack itself. --only: mutants whose name has this text. --verbose: a line for each, with
// what noticed it. Those of equal.txt change nothing that anybody could notice, and are left out.
// It ends with 1 when a mutant survives, with 2 when a scenario fails without any.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/comity.mjs';
import { makeAhead } from './councils.mjs';
import { mutants, wayIn } from './operators.mjs';
import { Order } from './order.mjs';
import { Player } from './player.mjs';
import { readPlaces, readSource } from './source.mjs';

const PACKS = ['northampton', 'county', 'town'];
const TURN = 40; // mutants of one procedure that come round together

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
    verbose: { type: 'boolean', default: false },
  },
});
const ends = options.all ? Infinity : Date.now() + 1000 * Number(options.seconds);
const folder = mkdtempSync(join(tmpdir(), 'comity-mutation-'));
const councils = join(folder, 'councils');
mkdirSync(councils);
const players = Array.from({ length: Number(options['at-once']) }, () => new Player(folder, councils));
const order = new Order(join(root, 'build/mutation-order.json'));
process.on('exit', () => {
  order.keep(); // what a campaign that was stopped has learnt helps the next
  for (const player of players) player.stop();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const say = (line) => options.json || console.log(line);

function stop(why) {
  console.error(why);
  process.exit(2);
}

// ---- a pack

const packsRead = new Map();

/** Its source and places; its councils are made ahead. */
async function packOf(name) {
  await makeAhead(name, councils);
  return { name, source: sources[name], places: await readPlaces(name), traced: new Map(), standing: new Map() };
}

function readPack(name) {
  if (!packsRead.has(name)) packsRead.set(name, packOf(name));
  return packsRead.get(name);
}

// ---- which scenarios use a procedure

const scenarios = 'test/scenario';
/** These read the files of packs, which have another form here. */
const OF_FILES = ['coverage.test.mjs', 'deadline.test.mjs', 'packs.test.mjs'];

/** Of all tests of the files on the pack as it is, {file, name, seconds, touched}; each file is played once. */
async function traceOf(pack, files) {
  const fresh = files.filter((file) => !pack.traced.has(file));
  if (fresh.length > 0) {
    const [player] = players;
    player.give(pack.source);
    const trace = await player.play(pack.name, Object.fromEntries(fresh.map((file) => [file, null])));
    if (trace === null) stop(`${pack.name}: its scenarios take too long.`);
    const { failed, played } = trace;
    if (failed !== null) stop(`Without any mutation, ${failed.file}: ${failed.name} fails: ${failed.why}`);
    for (const file of fresh) pack.traced.set(file, played.filter((test) => test.file === file));
  }
  return files.flatMap((file) => pack.traced.get(file));
}

/** The tests that use the procedure, and which of its powers. */
async function usersOf(pack, procedure) {
  const files = readdirSync(join(root, scenarios))
    .filter((file) => file.endsWith('.test.mjs') && !OF_FILES.includes(file))
    .map((file) => `${scenarios}/${file}`)
    .filter((file) => procedure === 'pack' || readFileSync(join(root, file), 'utf8').includes(procedure));
  const prefix = pack.source.procedures.find((one) => one.procedure === procedure)?.prefix;
  return (await traceOf(pack, files))
    .map((test) => ({ ...test, powers: [procedure, prefix, '*'].flatMap((what) => test.touched[what] ?? []) }))
    .filter((test) => procedure === 'pack' || test.powers.length > 0);
}

// ---- a mutant

/** Whether these tests of a file pass on the pack as it is, also when they are played again: else that one fails says nothing. */
async function stand(player, pack, file, names) {
  const key = [file, ...names].join('\t');
  if (!pack.standing.has(key)) {
    player.give(pack.source);
    const played = await player.play(pack.name, { [file]: names });
    pack.standing.set(key, played?.failed === null);
  }
  return pack.standing.get(key);
}

/** The first scenario that fails under it, {file, name}; null: none does; undefined: they took too long. */
async function noticed(player, pack, mutant, users, source) {
  for (const test of order.likely(mutant, users)) {
    const alone = await player.play(pack.name, { [test.file]: [test.name] });
    if (alone === null) return undefined;
    if (alone.failed === null) continue;
    if (await stand(player, pack, test.file, [test.name])) return test;
    player.give(source);
  }
  const whole = order.whole(mutant, users);
  const failed = (await player.play(pack.name, whole))?.failed;
  if (failed?.file !== undefined && !(await stand(player, pack, failed.file, whole[failed.file])))
    stop(`Without any mutation, ${failed.file}: ${failed.name} fails when it is played again: ${failed.why}`);
  return failed;
}

/** What became of it: {by: 'checker' or 'scenario' or 'nothing' or 'time' (they took too long), why}. */
async function tryMutant(player, pack, mutant, users) {
  const source = structuredClone(pack.source);
  mutant.change(source);
  player.give(source);
  const refusal = await player.refusal(pack.name);
  if (refusal !== null) return { by: 'checker', why: refusal };
  const failed = await noticed(player, pack, mutant, users, source);
  if (failed === undefined) return { by: 'time' };
  if (failed === null) return { by: 'nothing' };
  order.learn(mutant, failed);
  return { by: 'scenario', why: `${relative(scenarios, failed.file)}: ${failed.name}` };
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
  const began = performance.now();
  const pack = await readPack(turn.pack);
  const users = await usersOf(pack, turn.procedure);
  const queue = [...turn.mutants];
  const work = async (player) => {
    while (queue.length > 0 && Date.now() < ends) {
      const mutant = queue.shift();
      const { by, why } = await tryMutant(player, pack, mutant, users);
      results[by]++;
      if (options.verbose) say(`${by}: ${mutant.id}${why === undefined ? '' : `: ${why}`}`);
      if (by !== 'nothing') continue;
      survivors.push({ id: mutant.id, place: placeOf(pack, mutant) });
      say(`survived: ${placeOf(pack, mutant)}: ${mutant.id}`);
    }
  };
  await Promise.all(players.map(work));
  const tried = turn.mutants.length - queue.length;
  say(`${turn.pack} ${turn.procedure}: ${tried} of ${turn.mutants.length} tried in ${Math.round((performance.now() - began) / 1000)} s`);
}

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
process.exit();
