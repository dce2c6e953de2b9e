// The program as a command: where it is, how to run it, and folders that are gone when the test file is done.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = resolve(process.env.COMITY ?? join(root, 'build/comity'));
/** A campaign of mutations gives another folder of packs. */
export const packs = process.env.COMITY_TEST_PACKS ?? join(root, 'packs');

const folders = [];
process.on('exit', removeFolders);
// a test that is told to end leaves no server and no folder behind either
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** A new empty folder. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'comity-test-'));
  folders.push(path);
  return path;
}

export function removeFolders() {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** What every process of ours is started with. */
export const environment = { ...process.env, COMITY_PACKS: packs };

/** Runs `comity ARGS` and resolves to how it went, whatever that was. */
export function run(args, { input = '', env = environment } = {}) {
  return new Promise((resolveRun, reject) => {
    const child = spawn(binary, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => (stdout += piece));
    child.stderr.setEncoding('utf8').on('data', (piece) => (stderr += piece));
    child.on('error', reject);
    child.on('close', (code, signal) => resolveRun({ code, signal, stdout, stderr }));
    child.stdin.on('error', () => {}); // it may end without reading
    child.stdin.end(input);
  });
}

/** Runs it and wants it to succeed; resolves to what it printed. */
export async function comity(...args) {
  const { code, signal, stdout, stderr } = await run(args);
  assert.equal(code, 0, `comity ${args.join(' ')} ended with ${code ?? signal}: ${stderr}`);
  return stdout;
}

/** Makes every decision of a council again and wants each to come out as it did. */
export async function replayed(place) {
  const { code, stdout, stderr } = await run(['ledger', 'replay', ...place]);
  assert.equal(code, 0, `comity ledger replay ${place.join(' ')}:\n${stdout}${stderr}`);
}

/** Runs it and wants it to be refused, in one line on standard error; resolves to that line. */
export async function refused(code, ...args) {
  const outcome = await run(args);
  assert.equal(outcome.signal, null, `comity ${args.join(' ')} died of ${outcome.signal}: ${outcome.stderr}`);
  assert.equal(outcome.code, code, `comity ${args.join(' ')}: ${outcome.stdout}${outcome.stderr}`);
  assert.match(outcome.stderr, /^comity[^\n]*\n$/, 'one line on standard error');
  return outcome.stderr.trim();
}
