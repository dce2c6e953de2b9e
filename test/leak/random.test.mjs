// Stories made up by chance through every procedure of a pack. Whoever may not know under the pack's rules what differs
// between two worlds cannot tell: who may is worked out from the pack (rules.mjs), not asked of the program.
//
//   COMITY_DURATION=600  for how many seconds, with more worlds and all packs; else one pack a day, mostly with one story
//   COMITY_SEED=1        where to begin: a failure names its seed
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Story } from './random.mjs';
import { Routes } from './routes.mjs';
import { Beginning } from './worlds.mjs';

const ALL = ['northampton', 'county', 'town'];
const seconds = Number(process.env.COMITY_DURATION ?? 0) / ALL.length;
const PACKS = seconds > 0 ? ALL : [ALL[Math.floor(Date.now() / 86_400_000) % ALL.length]];
const firstSeed = Number(process.env.COMITY_SEED ?? 1);
// at least so many worlds; at most so many viewers for each; of how many things each looks closely at one
const LOOK = seconds > 0 ? { worlds: 10, lookers: 100, share: 3 } : { worlds: 3, lookers: 2, share: 20 };
const STORIES_MOST = 3; // by default, when one did not come to every part of every procedure

describe('stories through all procedures', () => {
  for (const pack of PACKS)
    test(`nobody learns what is not theirs under ${pack}`, async (t) => {
      const beginning = await Beginning.of(pack);
      const routes = await Routes.read();
      const until = Date.now() + seconds * 1000;
      const compared = new Map();
      const open = new Set();
      let missing;
      let seed = firstSeed;
      do {
        const story = await Story.tell(beginning, seed, LOOK);
        const lockstep = await story.compare(routes, LOOK);
        assert.equal(lockstep.differences.map((one) => one.say).join('\n'), '', `seed ${seed}`);
        assert.deepEqual(lockstep.unseen, [], `seed ${seed}: nobody saw these differences`);
        for (const [name, count] of story.compared) compared.set(name, (compared.get(name) ?? 0) + count);
        for (const name of story.open) open.add(name);
        missing = story.wanted.filter((name) => !compared.has(name));
        t.diagnostic(
          `${pack}, seed ${seed}: ${story.tour.records.length} records, ${story.tour.steps.length} steps, ` +
            `${lockstep.compared} answers to ${story.viewers.length} viewers compared in ${story.altered.length} worlds; ` +
            `done by nobody: ${story.tour.unused.join(', ') || 'nothing'}`,
        );
        seed++;
      } while (Date.now() < until || (missing.length > 0 && seed < firstSeed + STORIES_MOST));
      assert.deepEqual(missing, [], 'every procedure and part was compared');
      const cases = [...compared.values()].reduce((sum, one) => sum + one, 0);
      t.diagnostic(
        `${pack}: ${compared.size} procedures and parts of them, compared ${cases} times (a record, a viewer); ` +
          `everybody may know: ${[...open].join(', ') || 'nothing'}`,
      );
    });
});
