// Test files without Node's runner: what a file declares becomes a tree, to be listed (scenarios.mjs) or played
// (test/mutation/play.mjs).
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const newGroup = (name) => ({ name, items: [], before: [], after: [], beforeEach: [], afterEach: [] });
let group;

// The module below, which stands for node:test, finds this here.
globalThis.comityStage = {
  describe(name, ...rest) {
    const outer = group;
    group = newGroup(name);
    outer.items.push(group);
    rest.at(-1)();
    group = outer;
  },
  test(name, ...rest) {
    group.items.push({ name, run: rest.at(-1) });
  },
  before: (hook) => group.before.push(hook),
  after: (hook) => group.after.push(hook),
  beforeEach: (hook) => group.beforeEach.push(hook),
  afterEach: (hook) => group.afterEach.push(hook),
};
const module = `
  export const { describe, test, before, after, beforeEach, afterEach } = globalThis.comityStage;
  export const it = test, suite = describe;
  export default test;`;
const hooks = `
  export function resolve(specifier, context, next) {
    return specifier === 'node:test'
      ? { url: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(module)}`)}, shortCircuit: true }
      : next(specifier, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

/** What the file declares: a group of {name, run} and groups, with their hooks. A file can be declared once. */
export async function declared(file) {
  const whole = newGroup(file);
  group = whole;
  await import(pathToFileURL(resolve(file)));
  return whole;
}

/** The tests of a group and of those in it. */
export const testsOf = (item) => (item.items === undefined ? [item] : item.items.flatMap(testsOf));
