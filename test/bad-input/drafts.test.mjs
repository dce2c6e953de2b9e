// Drafts that are no text, or that nothing can be said of: refused in one line.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, refused } from '../lib/comity.mjs';

function file(content) {
  const path = join(folder(), 'draft.txt');
  writeFileSync(path, content);
  return path;
}

const terms = (code, path, ...more) => refused(code, 'protocol', 'terms', path, ...more);
const northampton = ['--pack', 'northampton'];

const drafts = {
  'with a NUL byte': 'An Officer\0 and an employee',
  'in Latin-1': Buffer.from('caf\xe9, an Officer', 'latin1'),
  'that is a picture': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
};

for (const [what, content] of Object.entries(drafts))
  test(`a draft ${what}`, async () => {
    assert.match(await terms(1, file(content), ...northampton), /draft\.txt: it is no plain text; expected UTF-8/);
  });

test('a draft beyond four megabytes', async () => {
  assert.match(await terms(1, file('Officer '.repeat(600_000)), ...northampton), /draft\.txt/);
});

test('a draft that is not there, or a folder', async () => {
  assert.match(await terms(1, join(folder(), 'none.md'), ...northampton), /none\.md/);
  await terms(1, folder(), ...northampton);
});

test('a draft without a pack, or with one that does not say what roles are called', async () => {
  assert.match(await terms(2, file('An Officer')), /--pack is needed/);
  assert.match(await terms(1, file('An Officer'), '--pack', 'town'), /has no "terms"/);
  await terms(1, file('An Officer'), '--pack', 'nowhere');
});
