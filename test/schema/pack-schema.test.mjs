// packs/schema.json, by which editors complete and check packs: what the program takes, it takes too, and it is not stale.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { packs, root } from '../lib/comity.mjs';

const schema = JSON.parse(readFileSync(join(packs, 'schema.json'), 'utf8'));
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** What is wrong with a text, as an editor says it. */
function problems(text) {
  return valid(parse(text)) ? [] : valid.errors.map((error) => `${error.instancePath} ${error.message}`);
}

for (const folder of ['packs', 'test/fourth'])
  for (const pack of readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    for (const file of readdirSync(join(root, folder, pack.name)).filter((name) => name.endsWith('.yaml')))
      test(`the schema takes ${folder}/${pack.name}/${file}`, () => {
        assert.deepEqual(problems(readFileSync(join(root, folder, pack.name, file), 'utf8')), []);
      });

test('the schema is made from the tables by which the program reads packs', () => {
  execFileSync('node', [join(root, 'test/lib/pack-schema.mjs'), '--check'], { cwd: root });
  const { properties } = schema.$defs['a-duty'];
  for (const key of ['bearer', 'within', 'met by', 'missed', 'cites']) assert.ok(properties[key], key);
});

const wrong = {
  'a key that is not known': 'procedure: x\nduties: {respond: {withing: 5 days}}',
  'a truth value of another kind': 'procedure: x\nduties: {respond: {quiet: true}}',
  'a field without its kind': 'procedure: x\nopen: {form: [{name: a, label: A}]}',
  'a field of an unknown kind': 'procedure: x\nopen: {form: [{name: a, label: A, kind: number}]}',
  'a name with capitals': 'pack: County',
  'a clause without a summary': 'pack: x\nclauses: [{id: "1", kind: duty}]',
  'a clause shown nowhere': 'pack: x\nshown: {"1": []}',
  'a number where text is meant': 'pack: x\nclauses: [{id: 3.1, kind: duty, summary: S.}]',
};
for (const [what, text] of Object.entries(wrong))
  test(`the schema does not take ${what}`, () => {
    assert.notDeepEqual(problems(text), []);
  });

test('the schema takes a key that is removed from what is extended', () => {
  assert.deepEqual(problems('procedure: x\nparts: {answer: ~}\npowers: {answer: {hint: ~}}'), []);
});
