// Bad input changes nothing: everything that a council shows is compared before and after.
import assert from 'node:assert/strict';

const PAGES = ['/api/v1/records?limit=100', '/api/v1/duties', '/api/v1/notices', '/api/v1/me'];

/** All that everybody is shown, and the directory. */
export async function everything(council) {
  const everybody = await council.everybody();
  const pages = everybody.flatMap((visitor) => PAGES.map(async (page) => (await visitor.get(page)).text));
  return JSON.stringify([...(await Promise.all(pages)), await council.comity('directory', 'export')]);
}

/** Begins a test file's watch; `await unchanged()` wants the server alive and all as it was. */
export async function watch(council) {
  const before = await everything(council);
  return async () => {
    assert.ok(council.server.alive, `the server died: ${council.server.errors}`);
    assert.ok((await everything(council)) === before, 'something changed');
  };
}
