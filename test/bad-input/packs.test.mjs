// Packs that are broken, hostile or contradict themselves: comity pack check names file, line and column, in one line.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comity, folder, packs, refused, run } from '../lib/comity.mjs';

/** A folder of packs with `common` and a copy of the town's as "ours", and what is changed in it. */
function ours(changes) {
  const root = folder();
  cpSync(join(packs, 'common'), join(root, 'common'), { recursive: true });
  cpSync(join(packs, 'town'), join(root, 'ours'), { recursive: true });
  const name = (text) => text.replace('pack: town', 'pack: ours');
  for (const [file, change] of Object.entries({ 'pack.yaml': (text) => text, ...changes })) {
    const path = join(root, 'ours', file);
    const before = file === 'pack.yaml' ? name(readFileSync(path, 'utf8')) : read(path);
    const after = typeof change === 'function' ? change(before) : change;
    writeFileSync(path, after);
  }
  return root;
}

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const check = (root) => ['pack', 'check', join(root, 'ours')];

test('the packs that come with the program are in order', async () => {
  for (const pack of ['northampton', 'county', 'town'])
    assert.match(await comity('pack', 'check', pack), /all is well/);
  await comity(...check(ours({})));
});

const append = (more) => (text) => `${text}${more}`;
const swap = (from, to) => (text) => {
  assert.ok(text.includes(from), `the pack has ${from}`);
  return text.replace(from, to);
};

const PLACE = /ours\/[a-z.]+:\d+:\d+: /;

// what is wrong, the changes, and what is said of it
const broken = {
  'an anchor and an alias': [{ 'pack.yaml': append('x: &a 1\ny: *a\n') }, PLACE],
  'a billion laughs': [{ 'pack.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n' }, PLACE],
  'a tag': [{ 'pack.yaml': append('x: !!python/object:os.system ls\n') }, PLACE],
  'a second document': [{ 'pack.yaml': append('---\npack: other\n') }, PLACE],
  'a key twice': [{ 'pack.yaml': append('title: Again\n') }, /"title" is here twice/],
  'an unknown key': [{ 'pack.yaml': append('titel: Ours\n') }, /"titel" is not known in a pack; did you mean "title"\?/],
  'a tab for indentation': [{ 'pack.yaml': append('words:\n\tMember: X\n') }, PLACE],
  'an unclosed quote': [{ 'pack.yaml': append('x: "abc\n') }, PLACE],
  'a NUL byte': [{ 'pack.yaml': append('x: a\0b\n') }, PLACE],
  'bytes that are no UTF-8': [{ 'pack.yaml': Buffer.from('pack: \xff\n', 'latin1') }, /UTF-8/],
  'a number where text is meant': [{ 'pack.yaml': swap('title: Town council protocol', 'title: 3.15') }, /3\.15/],
  'an octal-looking number': [{ 'pack.yaml': swap('title: Town council protocol', 'title: 020') }, /020/],
  'a truth value where text is meant': [{ 'pack.yaml': swap('title: Town council protocol', 'title: yes') }, PLACE],
  'nesting without end': [{ 'pack.yaml': append(`x: ${'['.repeat(5000)}\n`) }, /nested too deep|not YAML/],
  'two megabytes': [{ 'pack.yaml': append(`# ${'x'.repeat(2000000)}\n`) }, /larger than/],
  'an empty file': [{ 'pack.yaml': '' }, /nothing in this file/],
  'a list instead of a mapping': [{ 'pack.yaml': '- a\n- b\n' }, PLACE],
  'another name than its folder': [{ 'pack.yaml': swap('pack: ours', 'pack: theirs') }, /theirs|ours/],
  'a base that is not there': [{ 'pack.yaml': swap('extends: common', 'extends: atlantis') }, /atlantis/],
  'a base outside the folder of packs': [
    { 'pack.yaml': swap('extends: common', 'extends: ../../etc') },
    /pack\.yaml:2:10: .*name of a pack/,
  ],
  'itself as its base': [{ 'pack.yaml': swap('extends: common', 'extends: ours') }, /ours/],
  'a clause that nobody wrote': [{ 'enquiry.yaml': swap('"6.1(d)", "5.1"', '"99.9"') }, /99\.9/],
  'a state that nobody knows': [
    { 'enquiry.yaml': swap('refuse: {cites: ["6.1(d)"]}', 'refuse: {to: limbo, cites: ["6.1(d)"]}') },
    /limbo/,
  ],
  'a relation that nobody knows': [
    { 'enquiry.yaml': swap('[handler, head of service, town-clerk]}', '[handler, the cat]}') },
    /the cat/,
  ],
  'a term that is no term': [{ 'enquiry.yaml': swap('within: 10 working days', 'within: ten days or so') }, PLACE],
  'a term of no days': [{ 'enquiry.yaml': swap('within: 10 working days', 'within: 0 working days') }, PLACE],
  'a procedure of an unknown name': [
    { 'enquiry.yaml': swap('procedure: enquiry', 'procedure: quest') },
    /enquiry\.yaml:1:12: .*expected procedure: enquiry/,
  ],
  'a holiday that is no day': [
    {
      'pack.yaml': append(
        'calendars:\n  working: {zone: "Europe/London", holidays: [england-and-wales], hours: "09:00-17:00", late: no, closures: [{day: "2026-02-30", name: X}]}\n',
      ),
    },
    /2026-02-30/,
  ],
  'a division that nobody knows': [
    {
      'pack.yaml': append(
        'calendars:\n  working: {zone: "Europe/London", holidays: [narnia], hours: "09:00-17:00", late: no}\n',
      ),
    },
    /narnia/,
  ],
};

for (const [what, [changes, words]] of Object.entries(broken))
  test(`a pack with ${what} is refused`, async () => {
    const line = await refused(1, ...check(ours(changes)));
    assert.match(line, words);
    assert.ok(line.length < 1000, 'one line that can be read');
  });

// a pack that can be read but does not hold together: each finding stands on its own line
const unsound = {
  'a state that cannot be left': { 'enquiry.yaml': append('states:\n  limbo: {title: Limbo, say: "In limbo."}\n') },
  'a duty that nobody’s power meets': {
    'enquiry.yaml': (text) => text.replace('duties:\n  respond:\n', 'duties:\n  respond:\n    met by: [withdraw]\n'),
  },
};

for (const [what, changes] of Object.entries(unsound))
  test(`a pack with ${what} has findings, and no council is made under it`, async () => {
    const root = ours(changes);
    const outcome = await run([...check(root), '--json']);
    assert.equal(outcome.code, 1, outcome.stdout + outcome.stderr);
    const { findings } = JSON.parse(outcome.stdout);
    assert.ok(findings.length > 0);
    assert.ok(
      findings.every((one) => one.file.endsWith('.yaml') && one.line > 0 && one.column > 0 && one.where && one.say.length > 10),
      outcome.stdout,
    );
    assert.match(await refused(1, 'init', '--data', join(folder(), 'x'), '--pack', join(root, 'ours')), /findings/);
  });

test('a pack that is a file, a device or not there is refused', async () => {
  await refused(1, 'pack', 'check', '/dev/null');
  await refused(1, 'pack', 'check', '/dev/zero/');
  await refused(1, 'pack', 'check', join(folder(), 'nothing'));
  await refused(1, 'pack', 'check', `${packs}/northampton/pack.yaml`);
  await refused(2, 'pack', 'check');
});

test('a file that is a folder is refused', async () => {
  const root = ours({});
  mkdirSync(join(root, 'ours', 'advice2.yaml'));
  const outcome = await run(check(root));
  assert.equal(outcome.signal, null);
});
