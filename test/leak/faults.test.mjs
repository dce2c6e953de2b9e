// Whether the paired worlds would notice: leaks are put into copies of the program, and each must be found.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder, root } from '../lib/comity.mjs';
import { postgres } from '../lib/council.mjs';
import { faults } from './faults.mjs';
import { Beginning } from './worlds.mjs';

const LOOK = join(dirname(fileURLToPath(import.meta.url)), 'look.mjs');
const PACKS = ['northampton', 'county'];
/** Each takes a build and a look at everything: so many a day, which come round; all of them with COMITY_DURATION. */
const A_DAY = 4;
const turn = Math.floor(Date.now() / 86_400_000) * A_DAY;
const tried = process.env.COMITY_DURATION
  ? faults
  : Array.from({ length: A_DAY }, (_, i) => faults[(turn + i) % faults.length]);

/** Resolves to {code, said} of a program. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece) => (said += piece));
    child.on('error', reject).on('close', (code) => resolve({ code, said }));
  });
}

/** A copy of the sources and a quick build of it. */
class Copy {
  static async make() {
    const copy = new Copy();
    copy.tree = folder();
    for (const name of ['src', 'assets', 'packs', 'texts', 'meson.build', 'meson_options.txt', 'package-lock.json', 'package.json'])
      cpSync(join(root, name), join(copy.tree, name), { recursive: true, preserveTimestamps: true });
    symlinkSync(join(root, 'node_modules'), join(copy.tree, 'node_modules'));
    const { code, said } = await run('meson', ['setup', '--buildtype=plain', '-Dc_args=-O0', 'build'], { cwd: copy.tree });
    assert.equal(code, 0, said);
    await copy.build();
    return copy;
  }

  async build() {
    const { code, said } = await run('ninja', ['-C', join(this.tree, 'build'), 'comity']);
    assert.equal(code, 0, said);
  }

  /** Resolves to a program with the fault in it. The tree is as it was afterwards, but not yet built. */
  async with({ file, find, replace, also = [] }) {
    const changed = [[file, find, replace], ...also];
    const originals = new Map(changed.map(([name]) => [name, readFileSync(join(this.tree, name), 'utf8')]));
    for (const [name, before, after] of changed) this.#write(name, this.#read(name).replace(before, () => after));
    await this.build();
    const program = join(folder(), 'comity');
    copyFileSync(join(this.tree, 'build/comity'), program);
    for (const [name, text] of originals) this.#write(name, text);
    return program;
  }

  #read(name) {
    return readFileSync(join(this.tree, name), 'utf8');
  }

  /** The text of a statement is compiled in one place, though everything includes its name: the rest need not be built. */
  #write(name, text) {
    const path = join(this.tree, name);
    const { atime, mtime } = statSync(path);
    writeFileSync(path, text);
    if (!name.endsWith('statements.h')) return;
    utimesSync(path, atime, mtime);
    const now = new Date();
    utimesSync(path.replace(/h$/, 'c'), now, now);
  }
}

describe('leaks that were put in', { skip: postgres !== undefined && 'one engine is enough for this' }, () => {
  for (const { name, file, find, also = [] } of faults)
    test(`the place of "${name}" is still there`, () => {
      for (const [where, what] of [[file, find], ...also.map((one) => one.slice(0, 2))])
        assert.equal(readFileSync(join(root, where), 'utf8').split(what).length - 1, 1, `the fault is stale: ${where}: ${what}`);
    });

  const beginnings = new Map();
  const programs = [];

  before(async () => {
    const kept = folder();
    mkdirSync(kept, { recursive: true });
    const [copy] = await Promise.all([
      Copy.make(),
      ...PACKS.map(async (pack) => beginnings.set(pack, (await Beginning.of(pack)).keep(join(kept, `${pack}.json`)))),
    ]);
    // one is built while the one before is looked at
    let last = Promise.resolve();
    for (const fault of tried) programs.push((last = last.catch(() => {}).then(() => copy.with(fault))));
    for (const program of programs) program.catch(() => {}); // its own test says so
  });

  tried.forEach(({ name, pack = 'northampton', reveals }, i) =>
    test(`found: ${name}`, async (t) => {
      const program = await programs[i];
      const { code, said } = await run('node', [LOOK, beginnings.get(pack), reveals], {
        env: { ...process.env, COMITY: program },
      });
      assert.equal(code, 1, `nobody saw it: ${said}`);
      assert.match(said, /in the world in which differs|the log has/, said);
      t.diagnostic(said.split('\n')[0].slice(0, 160));
    }),
  );
});
