// Runs test files with Node's test runner, some at a time, and prints each failure in full; the last line has the
// counts. Only tests are counted: a file or a group of tests is, when it fails of itself.
//
//   node test/lib/run.mjs [--at-once N] FILE...
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { run } from 'node:test';

/** A file, as node runs it. */
const isFile = (data) => data.nesting === 0 && data.name.endsWith('.mjs');
const isGroup = (data) => data.details.type === 'suite' || isFile(data);

function failure(data) {
  const error = data.details.error?.cause ?? data.details.error;
  const lines = (error?.stack ?? error?.message ?? String(error)).split('\n');
  const ours = lines.filter((line) => !/node:internal|^\s*$/.test(line)).slice(0, 60);
  return `${relative(process.cwd(), data.file ?? '')}: not ok: ${data.name}\n${ours.map((line) => `    ${line}\n`).join('')}`;
}

function take(counts, { type, data }) {
  if (type === 'test:diagnostic' && !/^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message))
    return `    ${data.message}\n`;
  if (type === 'test:pass' && !isGroup(data)) {
    if (data.skip === undefined) counts.passed++;
    else counts.skipped++;
    return typeof data.skip === 'string' ? `skipped: ${data.name}: ${data.skip}\n` : '';
  }
  if (type === 'test:fail' && !(isGroup(data) && data.details.error?.failureType === 'subtestsFailed')) {
    counts.failed++;
    return failure(data);
  }
  return '';
}

const [first, ...rest] = process.argv.slice(2);
const [atOnce, ...files] = first === '--at-once' ? rest : [availableParallelism() + 1, first, ...rest];
const counts = { passed: 0, failed: 0, skipped: 0 };
const shared = mkdtempSync(join(tmpdir(), 'comity-shared-'));
process.env.COMITY_TEST_SHARED = shared; // what one file makes and the others need as well
process.on('exit', () => rmSync(shared, { recursive: true, force: true }));
for await (const event of run({ files: files.map((file) => resolve(file)), concurrency: Number(atOnce) }))
  process.stdout.write(take(counts, event));
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed + counts.skipped > 0 ? 0 : 1;
