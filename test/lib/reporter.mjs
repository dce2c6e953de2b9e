// What node --test prints here: each failure in full, and a last line with the counts that script/test adds up. Suites
// and files are not counted, only tests; a suite or a file that fails of itself is.
import { relative } from 'node:path';

/** A file or suite that failed only because one of its tests did, or that passed. */
const isWrapper = (data, ended) =>
  data.details.type === 'suite' ? !ended : data.nesting === 0 && data.file !== undefined && data.name.endsWith('.mjs') && !ended;

function failure(data) {
  const error = data.details.error?.cause ?? data.details.error;
  const lines = (error?.stack ?? error?.message ?? String(error)).split('\n');
  const ours = lines.filter((line) => !/node:internal|^\s*$/.test(line)).slice(0, 60);
  return `not ok: ${data.name}\n${ours.map((line) => `    ${line}\n`).join('')}`;
}

export default async function* report(events) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.nesting > 0) yield `  ${data.message}\n`;
    if (type === 'test:pass' && !isWrapper(data, false)) {
      if (data.skip === undefined) passed++;
      else skipped++;
      if (data.skip) yield `skipped: ${data.name}: ${data.skip}\n`;
    }
    if (type === 'test:fail') {
      const ofItself = data.details.error?.failureType !== 'subtestsFailed';
      if (isWrapper(data, ofItself)) continue;
      failed++;
      yield `${relative(process.cwd(), data.file ?? '')} ${failure(data)}`;
    }
  }
  yield `${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}
