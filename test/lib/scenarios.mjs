// What the scenarios are called, without running them: "PACK CLAUSE, CLAUSE: what happens". Each pack's scenarios.txt
// says them for `comity pack coverage`, so that an installed comity knows what was tried for a clause.
//
//   node test/lib/scenarios.mjs            writes scenarios.txt of packs/* and test/fourth/*
//   node test/lib/scenarios.mjs --check    fails when one of them is stale
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declared, testsOf } from './stage.mjs';

const folder = 'test/scenario';

async function scenarioNames() {
  const names = [];
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.test.mjs')) names.push(...testsOf(await declared(join(folder, file))).map((test) => test.name));
  return names;
}

/** The lines of one pack's file: "CLAUSE, CLAUSE: what happens". */
function linesOf(pack, all) {
  const named = all.filter((name) => name.startsWith(`${pack} `) && name.includes(': '));
  return [...new Set(named)].map((name) => `${name.slice(pack.length + 1)}\n`).sort();
}

const check = process.argv.includes('--check');
const all = await scenarioNames();
const packs = ['packs', 'test/fourth'].flatMap((parent) =>
  readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => [parent, name]),
);
for (const [parent, pack] of packs) {
  const path = join(parent, pack, 'scenarios.txt');
  const text = linesOf(pack, all).join('');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // Two branches that both add scenarios are merged line by line, in any order.
  if (text === before.split(/(?<=\n)/).sort().join('')) continue;
  if (check) {
    console.error(`${path} is stale; node test/lib/scenarios.mjs writes it anew.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
  }
}
