// Which scenarios to play first: those that noticed what was done to the same rule, or the same to another one. What was learnt is
// kept in a file of the build folder; it changes how long a campaign takes, and not what comes out.
import { readFileSync, writeFileSync } from 'node:fs';

const LIKELY = 3; // tests that are tried alone before whole files are

const nothing = () => ({ tests: {}, files: {} });
const add = (counts, key, what) => {
  counts[key] ??= {};
  counts[key][what] = (counts[key][what] ?? 0) + 1;
};

/** What mutants have in common, from most to least, and what a scenario that noticed one of them is then worth. */
const likenesses = ({ pack, procedure, way, operator }) => [
  [`${pack} ${procedure} ${way.join(' ')} ${operator}`, 1000],
  [`${pack} ${procedure} ${way.join(' ')}`, 30],
  [`${pack} ${procedure} ${way.slice(0, 2).join(' ')}`, 10],
  [`${pack} ${procedure} ${way[0]} ${way.at(-1)} ${operator}`, 5],
];

export class Order {
  constructor(path) {
    this.path = path;
    try {
      this.learnt = JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      this.learnt = nothing(); // the first time, or another's file
    }
  }

  keep() {
    writeFileSync(this.path, JSON.stringify(this.learnt));
  }

  /** This test noticed it. */
  learn(mutant, { file, name }) {
    for (const [likeness] of likenesses(mutant)) add(this.learnt.tests, likeness, `${file}\t${name}`);
    add(this.learnt.files, mutant.procedure, file);
  }

  /** Those of the users to try alone: [{file, name}], the likeliest first. */
  likely(mutant, users) {
    const worth = new Map();
    for (const [likeness, value] of likenesses(mutant))
      for (const [test, times] of Object.entries(this.learnt.tests[likeness] ?? {}))
        worth.set(test, (worth.get(test) ?? 0) + value * times);
    const rank = (test) => (worth.get(`${test.file}\t${test.name}`) ?? 0) / (test.seconds + 0.3);
    return users.filter((test) => rank(test) > 0).sort((a, b) => rank(b) - rank(a)).slice(0, LIKELY);
  }

  /** All of them, {file: [name]}: first the files that use the power that was changed, then those that noticed most so far. */
  whole(mutant, users) {
    const files = new Map();
    for (const test of users) {
      const at = files.get(test.file) ?? { names: [], uses: false, seconds: 0 };
      at.names.push(test.name);
      at.uses ||= mutant.way[0] === 'powers' && test.powers.includes(mutant.way[1]);
      at.seconds += test.seconds;
      files.set(test.file, at);
    }
    const found = this.learnt.files[mutant.procedure] ?? {};
    const rank = ([file, at]) => ((at.uses ? 1000 : 1) + (found[file] ?? 0)) / (at.seconds + 0.5);
    return Object.fromEntries([...files].sort((a, b) => rank(b) - rank(a)).map(([file, at]) => [file, at.names]));
  }
}
