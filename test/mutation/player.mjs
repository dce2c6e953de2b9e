// A process that plays scenarios (play.mjs), for one campaign after another: it reads the test files once, and the packs
// from a folder that is written anew for each mutant.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, run } from '../lib/comity.mjs';
import { writeSource } from './source.mjs';

const PLAY_SECONDS = 300; // whatever the machine: then it hangs

export class Player {
  /** folder: where it may keep things. councils: those that are made ahead. */
  constructor(folder, councils) {
    this.folder = mkdtempSync(join(folder, 'player-'));
    this.packs = join(this.folder, 'packs');
    this.councils = councils;
  }

  start() {
    this.child = spawn(process.execPath, [join(root, 'test/mutation/play.mjs')], {
      cwd: root,
      env: {
        ...process.env,
        TMPDIR: this.folder,
        COMITY_TEST_PACKS: this.packs,
        COMITY_TEST_COUNCILS: this.councils,
        COMITY_TEST_SHARED: this.councils, // what is made once and used by all must outlive a play
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** From now on that pack reads like this. */
  give(source) {
    rmSync(this.packs, { recursive: true, force: true });
    mkdirSync(this.packs);
    writeSource(this.packs, source);
  }

  /** What the checker refuses it with; null: nothing. */
  async refusal(pack) {
    const { code, stdout, stderr } = await run(['pack', 'check', pack, '--packs', this.packs]);
    return code === 0 ? null : (stdout + stderr).split('\n')[0];
  }

  /** As play.mjs says; null when it took longer than PLAY_SECONDS. */
  async play(pack, files) {
    if (this.child === undefined) this.start();
    const { child } = this;
    const late = setTimeout(() => child.kill('SIGTERM'), PLAY_SECONDS * 1000);
    child.stdin.write(`${JSON.stringify({ pack, files })}\n`);
    const { value, done } = await this.answers.next();
    clearTimeout(late);
    if (!done) return JSON.parse(value);
    this.child = undefined;
    return null;
  }

  stop() {
    this.child?.kill('SIGTERM');
  }
}
