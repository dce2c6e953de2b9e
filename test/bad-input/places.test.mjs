// Places that are no council, ports that are taken, options that contradict each other.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { comity, folder, refused } from '../lib/comity.mjs';

test('a folder that is not there, is empty, or is a file is no council', async () => {
  const empty = folder();
  const file = join(folder(), 'file');
  writeFileSync(file, 'x');
  for (const place of [join(empty, 'nothing'), empty, file, '/dev/null'])
    for (const command of [['serve'], ['person', 'list'], ['doctor'], ['directory', 'export']])
      await refused(1, ...command, '--data', place);
});

test('a database that is damaged, or is none, is told and left as it is', async () => {
  for (const bytes of ['', 'not a database', Buffer.alloc(8192, 7), 'SQLite format 3\0'.padEnd(4096, 'x')]) {
    const place = folder();
    writeFileSync(join(place, 'comity.db'), bytes);
    await refused(1, 'serve', '--data', place);
    await refused(1, 'doctor', '--data', place);
  }
});

test('a PostgreSQL that does not answer is told', async () => {
  await refused(1, 'serve', '--store', 'postgresql://nobody@127.0.0.1:1/none?connect_timeout=2');
  await refused(2, 'serve', '--store', 'mysql://127.0.0.1/none');
  await refused(2, 'serve', '--data', 'postgresql://127.0.0.1/none');
});

test('a database whose address cannot be read is told without its password', async () => {
  for (const password of ['zork%zzmid', 'zork@mid', 'zork/mid', 'zork?mid', 'zork#mid', 'zork@/mid', '[zork']) {
    const line = await refused(1, 'doctor', '--store', `postgresql://comity:${password}@127.0.0.1:1/council`);
    assert.doesNotMatch(line, /zork|mid/);
  }
  const line = await refused(1, 'doctor', '--store', 'postgresql://comity:zork%40mid@127.0.0.1:1/council');
  assert.match(line, /127\.0\.0\.1:1\/council: cannot be opened/);
});

test('a port that is taken, or none, is told', async (t) => {
  const place = join(folder(), 'council');
  await comity('init', '--data', place, '--pack', 'town');
  const other = createServer().listen(0, '127.0.0.1');
  t.after(() => other.close());
  await new Promise((resolve) => other.once('listening', resolve));
  await refused(1, 'serve', '--data', place, '--listen', `127.0.0.1:${other.address().port}`);
  for (const listen of ['127.0.0.1:99999', '127.0.0.1:x', 'nowhere.invalid:8080', '127.0.0.1', ''])
    await refused(1, 'serve', '--data', place, '--listen', listen);
  for (const url of ['foo', '', 'https://', 'ftp://members.example', 'https://members.example/path', 'https://members.example?'])
    assert.match(await refused(2, 'serve', '--data', place, '--public-url', url), /--public-url must be such as/);
});

test('options that contradict each other, or come twice, are told', async () => {
  const place = join(folder(), 'council');
  await refused(2, 'init', '--data', place, '--store', 'postgresql://x', '--pack', 'town');
  await refused(2, 'init', '--data', place, '--data', place, '--pack', 'town');
  await refused(2, 'init', '--data', place, '--pack');
  await refused(2, 'init', '--data', place, '--pack', 'town', 'more');
  await refused(2, 'demo', '--now', 'noon');
  await refused(1, 'demo', '--pack', 'atlantis');
  await refused(2, 'token');
});

test('tokens and invitations are for people who are there', async () => {
  const place = join(folder(), 'council');
  await comity('init', '--data', place, '--pack', 'town');
  await refused(1, 'token', 'nobody', '--data', place);
  await refused(1, 'person', 'invite', 'nobody', '--data', place);
  await refused(1, 'token', 'revoke', 'ffffffffffff', '--data', place);
  await refused(1, 'person', 'deactivate', 'nobody', '--data', place);
});

test('a folder that cannot be written to is told', async () => {
  const place = join(folder(), 'file');
  mkdirSync(place);
  writeFileSync(join(place, 'council'), 'a file where the folder should be');
  const line = await refused(1, 'init', '--data', join(place, 'council'), '--pack', 'town');
  assert.ok(line.length > 20);
});
