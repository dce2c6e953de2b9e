// comity protocol terms: whether the draft of a protocol calls each role by one name.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comity, folder, run } from '../lib/comity.mjs';

/** A draft in a file, and what the command says of it. */
async function terms(draft, ...options) {
  const path = join(folder(), 'draft.md');
  writeFileSync(path, draft);
  return { path, ...(await run(['protocol', 'terms', path, '--pack', 'northampton', ...options])) };
}

const mixed = `# How we work together

Members ask Officers. A member of staff answers within
five days, and employees who cannot say so; so does an Officer’s deputy.

The Borough Secretary keeps the register, and the Code of Conduct for Councillors with it.
`;

test('northampton 2019-3.1.3: a role that goes under two names in a draft is pointed out, with how often and where', async () => {
  const { path, code, stdout, stderr } = await terms(mixed, '--json');
  assert.equal(code, 1);
  assert.equal(stderr, `comity protocol terms: ${path}: under more than one name: Officer.\n`);
  const found = JSON.parse(stdout);
  assert.deepEqual(found, [
    { role: 'Member', consistent: true, names: [{ name: 'Member', times: 1, lines: [3] }] },
    {
      role: 'Officer',
      consistent: false,
      names: [
        { name: 'Officer', times: 2, lines: [3, 4] },
        { name: 'employee', times: 1, lines: [4] },
        { name: 'member of staff', times: 1, lines: [3] },
      ],
    },
    { role: 'Monitoring Officer', consistent: true, names: [{ name: 'Borough Secretary', times: 1, lines: [6] }] },
    { role: 'Chief Executive', consistent: true, names: [] },
  ]);
});

test('northampton 2019-3.1.3: a draft that calls each role by one name passes', async () => {
  const { code, stdout, stderr } = await terms(mixed.replace(/A member of staff|and employees/g, 'an Officer'));
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^Member goes under one name:\n {2}Member: 1, in line 3\nOfficer goes under one name:\n {2}Officer: 4, in lines 3, 4\n/);
  assert.match(stdout, /Chief Executive is not named\.\n$/);
});

test('northampton 2019-3.1.1: two councils’ protocols are compared, rule by rule and clause by clause', async () => {
  const told = await comity('pack', 'diff', 'northampton', 'county');
  assert.match(told, /Survey of Members and Officers/);
  assert.match(told, /1\.7\.8/);
});
