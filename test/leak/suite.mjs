// The paired worlds of one pack, as tests: one for each class of leaks that its requests look for.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { postgres } from '../lib/council.mjs';
import { Paired } from './paired.mjs';
import { Beginning } from './worlds.mjs';

const CLASSES = new Map([
  [1, 'a search finds nothing by words that are hidden'],
  [2, 'lists, home and what is owed show no hidden record, nor that there are any'],
  [3, 'forms offer nothing to choose that is hidden'],
  [4, 'filters, pages and their cursors tell nothing of hidden records'],
  [5, 'notices tell those alone whom they are for'],
  [10, 'a hidden record asked for by its reference is like one that is not there'],
  [12, 'what scripts read holds no more than the pages'],
  [23, 'a record’s history names no act and no reader that is hidden'],
  [24, 'the form of a power shows nothing of hidden records'],
  [25, 'a hidden record named in a form is like one that is not there'],
]);

/** Where worlds are slow to begin (the other engine, sanitizers): secrets of each kind. */
const FEW = [
  'what was asked, in as many letters',
  'what was asked, at another length',
  'that there are more records',
  'what was done on a record',
  'what was asked, when every Member may read the answer',
  'who the constituent is, once the head has handed it on',
  'what a group was advised',
  'what is still to be published',
  'that somebody had a view of what was published',
];

export function pairedWorlds(pack) {
  describe(`paired worlds under ${pack}`, () => {
    let paired;

    before(async () => {
      paired = await Paired.begin(await Beginning.of(pack), {
        thorough: process.env.COMITY_DURATION !== undefined,
        only: postgres === undefined && process.env.COMITY_WORLDS !== 'few' ? undefined : FEW,
      });
      await paired.crawl();
    });
    after(() => paired?.end());

    const say = (differences) => differences.map((one) => one.say).join('\n');

    for (const [number, title] of CLASSES)
      test(`leak class ${number}: ${title}`, () => {
        assert.ok(paired.lockstep.byClass.get(number) > 0, 'something was asked for');
        assert.equal(say(paired.lockstep.differences.filter((one) => one.classes.includes(number))), '');
      });

    test('every byte is the same for whoever may not know the difference', (t) => {
      assert.equal(say(paired.lockstep.differences), '');
      t.diagnostic(
        `${pack}: ${paired.lockstep.compared} answers compared, ${paired.viewers.length} viewers, ${paired.worlds.length} worlds beside the first`,
      );
    });

    test('every route was looked at, and gave something', () => {
      assert.deepEqual(paired.lockstep.routes.neglected, []);
      assert.ok(paired.lockstep.routes.list.length > 50);
      const { answered } = paired.lockstep.routes.of('GET', '/public/REF');
      assert.equal(answered > 0, pack === 'county', 'what is published was read');
    });

    test('leak class 26: the log holds no word of a record or a search, no reference and no token', () => {
      assert.ok(paired.first.log.includes('GET /records/{ref} 404'), 'there is a log');
      assert.deepEqual(paired.loggedSecrets, []);
    });

    test('leak class 28: the names of files say nothing', () => {
      for (const world of [paired.first, ...paired.worlds])
        if (world.folder !== undefined)
          assert.deepEqual(readdirSync(world.folder).filter((name) => !/^comity\.db(-wal|-shm)?$/.test(name)), []);
    });

    test('leak class 12: what the operator prints of the council is the same in all worlds', async () => {
      for (const command of [['person', 'list', '--json'], ['directory', 'export'], ['holiday', 'list', '--json']]) {
        const wanted = await paired.first.comity(...command);
        for (const { world, unless } of paired.lockstep.others)
          if (unless.length === 0) assert.equal(await world.comity(...command), wanted, `${command.join(' ')}: ${world.name}`);
      }
    });
  });
}
