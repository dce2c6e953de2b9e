// What the scenarios are called, without running them: "PACK CLAUSE, CLAUSE: what happens". Each pack's scenarios.txt
// says them for `comity pack coverage`, so that an installed comity knows what was tried for a clause.
//
//   node test/lib/scenarios.mjs            writes packs/*/scenarios.txt
//   node test/lib/scenarios.mjs --check    fails when one of them is stale
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = 'test/scenario';

// In place of Node's runner: groups are gone into, tests are only named.
const names = [];
globalThis.comityScenarioNames = names;
const runner = `
  const names = globalThis.comityScenarioNames;
  export const test = (name) => { names.push(name); };
  export const describe = (name, ...rest) => rest.at(-1)();
  export const before = () => {}, after = () => {}, beforeEach = () => {}, afterEach = () => {};
  Object.assign(test, { before, after, beforeEach, afterEach, describe, test });
  export const it = test, suite = describe;
  export default test;`;
const hooks = `
  export function resolve(specifier, context, next) {
    return specifier === 'node:test'
      ? { url: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(runner)}`)}, shortCircuit: true }
      : next(specifier, context);
  }`;

async function scenarioNames() {
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.test.mjs')) await import(pathToFileURL(resolve(folder, file)));
  return names;
}

/** The lines of one pack's file: "CLAUSE, CLAUSE: what happens". */
function linesOf(pack, all) {
  const named = all.filter((name) => name.startsWith(`${pack} `) && name.includes(': '));
  return [...new Set(named)].map((name) => `${name.slice(pack.length + 1)}\n`).sort();
}

const check = process.argv.includes('--check');
const all = await scenarioNames();
for (const pack of readdirSync('packs')) {
  const path = join('packs', pack, 'scenarios.txt');
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
