// docs/packs-tutorial.md: its fragments load, what it shows is what comity prints, and what comes out is the fourth council.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comity, folder, root, run } from '../lib/comity.mjs';

const tutorial = readFileSync(join(root, 'docs/packs-tutorial.md'), 'utf8');

const sections = tutorial.split(/^(?=## )/m).slice(1);

/** A section's fragments and what is typed between them, in their order: {file, text} or {typed, printed}. */
function steps(section) {
  const found = [];
  for (const [, language, body] of section.matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
    if (language === 'yaml') {
      const [, file, text] = /^# cwmderwen\/([a-z]+)\.yaml\n(.*)$/s.exec(body);
      found.push({ file, text });
    } else if (language === 'console') {
      for (const [, typed, printed] of body.matchAll(/^\$ comity (.*)\n((?:(?!\$ ).*\n)*)/gm))
        found.push({ typed: typed.split(' '), printed });
    }
  }
  return found;
}

/** Folders of packs, in which each step is a pack that extends the one before: so it adds what a reader would. */
class Pack {
  constructor() {
    this.folder = folder();
    this.name = undefined;
    this.count = 0;
  }

  get path() {
    return join(this.folder, this.name);
  }

  write(file, text) {
    const before = this.name;
    this.name = before === undefined ? 'cwmderwen' : `step-${++this.count}`;
    mkdirSync(this.path);
    const heading = before === undefined ? '' : `pack: ${this.name}\nextends: ${before}\n`;
    writeFileSync(join(this.path, 'pack.yaml'), heading + (file === 'pack' ? text : ''));
    const named = text.startsWith('procedure: ') ? text : `procedure: ${file}\n${text}`;
    if (file !== 'pack') writeFileSync(join(this.path, `${file}.yaml`), named);
  }

  /** What a command says, as it says it of ./cwmderwen. */
  async say(typed) {
    const { code, stdout, stderr } = await run(typed.map((word) => (word === './cwmderwen' ? this.path : word)));
    return { code, printed: (stdout + stderr).replaceAll(this.path, './cwmderwen') };
  }
}

/** Runs what is typed; where the tutorial shows what is printed, it must be that. */
async function typedAs(pack, { typed, printed }) {
  const said = await pack.say(typed);
  assert.equal(said.code, /\d findings?\.$/m.test(printed) ? 1 : 0, said.printed);
  if (printed !== '') assert.equal(said.printed, printed, typed.join(' '));
}

test('each section of the tutorial does what it says, and ends with a pack that has no finding', async () => {
  const pack = new Pack();
  let typed = 0;
  for (const section of sections) {
    for (const step of steps(section)) {
      if (step.file !== undefined) pack.write(step.file, step.text);
      else await typedAs(pack, step);
      typed += step.file === undefined ? 1 : 0;
    }
    const { printed } = await pack.say(['pack', 'check', './cwmderwen']);
    assert.match(printed, /all is well/, `${section.split('\n')[0]}: ${printed}`);
  }
  assert.equal(typed, 7, 'all that is typed was tried');
  const differs = await comity('pack', 'diff', pack.path, join(root, 'test/fourth/cwmderwen'));
  assert.equal(differs.match(/^Nothing differs\.$/gm)?.length, 10, differs);
});
