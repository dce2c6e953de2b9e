// Random histories that differ in what some people do among themselves: nobody else can tell.
//
//   COMITY_DURATION=600  for how many seconds; else one history for each pack
//   COMITY_SEED=1        where to begin: a failure names its seed
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NOW } from '../lib/council.mjs';
import { Crawl } from './crawl.mjs';
import { EnoughFound, Lockstep, NOBODY } from './lockstep.mjs';
import { History } from './random.mjs';
import { Routes } from './routes.mjs';
import { castOf, viewersOf } from './story.mjs';
import { Beginning, World } from './worlds.mjs';

const PACKS = ['northampton', 'county', 'town'];
const STEPS = 40;
const seconds = Number(process.env.COMITY_DURATION ?? 0) / PACKS.length;
const firstSeed = Number(process.env.COMITY_SEED ?? 1);

/** Whom the insiders' acts may reach under any pack: their group, their service, and whoever is told of what they do. */
const insiders = (parts) =>
  [
    ...parts.group.members, parts.head, parts.junior, parts.second, parts.top, parts.cabinetMember, parts.councilLeader,
    ...parts.administration, ...(parts.pack === 'town' ? parts.leaders : []),
  ].filter(Boolean);

async function tryHistory(beginning, seed, routes) {
  const parts = castOf(beginning.cast, beginning.pack);
  const worlds = await Promise.all(['without', 'with'].map((name) => World.after(beginning, `${name} them, seed ${seed}`)));
  const lockstep = new Lockstep(worlds[0], [{ world: worlds[1], knows: insiders(parts), unless: [] }], routes);
  try {
    const viewers = viewersOf(beginning.cast, parts, false).filter((one) => !insiders(parts).includes(one));
    for (const world of worlds) for (const viewer of viewers) await world.signIn(viewer);
    const history = new History(seed, parts, NOW);
    for (let step = 0; step < STEPS; step++) await history.step(worlds);
    const story = { records: history.records.in, seen: history.records.out.slice(0, 3), words: ['river', 'quoted', 'Castle hedge'] };
    const crawls = [NOBODY, ...viewers].map((viewer, turn) => new Crawl(lockstep, viewer, beginning.pack, parts, story, turn));
    for (const crawl of crawls) await crawl.all();
    for (const crawl of crawls) await crawl.send();
    for (const crawl of crawls) await crawl.lists();
    return { compared: lockstep.compared, acts: history.number, differences: [] };
  } catch (error) {
    if (!(error instanceof EnoughFound)) throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
  } finally {
    await Promise.all(worlds.map((world) => world.stop()));
  }
  return { differences: lockstep.differences };
}

describe('random histories', () => {
  for (const pack of PACKS)
    test(`nobody sees what others do among themselves under ${pack}`, async (t) => {
      const beginning = await Beginning.of(pack);
      const routes = await Routes.read();
      const until = Date.now() + seconds * 1000;
      let [count, compared, acts] = [0, 0, 0];
      do {
        const outcome = await tryHistory(beginning, firstSeed + count, routes);
        assert.equal(outcome.differences.map((one) => one.say).join('\n'), '', `seed ${firstSeed + count}`);
        [count, compared, acts] = [count + 1, compared + outcome.compared, acts + outcome.acts];
      } while (Date.now() < until);
      assert.ok(acts > 10 && compared > 1000);
      t.diagnostic(`${pack}: ${count} histories from seed ${firstSeed}, ${acts} acts, ${compared} answers compared`);
    });
});
