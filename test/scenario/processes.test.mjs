// Two processes on one PostgreSQL database: the same answers from both, and nothing lost when one is killed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Council, demo, NOW, postgres } from '../lib/council.mjs';
import { answer, enquiry } from '../lib/protocol.mjs';
import { Server } from '../lib/server.mjs';
import { Visitor } from '../lib/visitor.mjs';

const options = { skip: postgres === undefined && 'needs PostgreSQL: script/test --store postgres' };
const pack = 'northampton';

async function begin(t) {
  const first = await demo({ pack });
  const server = new Server(['serve', ...first.place, '--test', '--now', NOW, '--quiet']);
  await server.start();
  const second = new Council(server, first.place);
  t.after(() => Promise.all([first.stop(), second.stop()]));
  const { cast } = first;
  const service = cast.services[0];
  const here = await first.as(cast.groups.find((group) => group.backbenchers.length > 0).backbenchers[0]);
  const head = await first.as(service.head);
  const there = (visitor) => new Visitor(second, visitor.person, visitor.token);
  return { first, second, cast, service, here, head, there };
}

test('two processes: what one writes, the other reads at once', options, async (t) => {
  const { service, here, head, there } = await begin(t);
  const record = await here.open('enquiry', enquiry(pack, service));
  assert.deepEqual(await there(here).read(record), record);
  await there(head).use(record, 'answer', answer(pack));
  assert.equal((await here.read(record)).state, 'answered');
});

test('two processes: everybody gets the same bytes from both', options, async (t) => {
  const { first, there } = await begin(t);
  for (const visitor of await first.everybody())
    for (const path of ['/api/v1/me', '/api/v1/records', '/api/v1/duties', '/api/v1/notices', '/api/v1/people'])
      assert.equal((await there(visitor).get(path)).text, (await visitor.get(path)).text, `${visitor.name} ${path}`);
});

test('two processes: a change of the directory holds in both', options, async (t) => {
  const { first, here, there } = await begin(t);
  await first.comity('person', 'deactivate', here.id);
  assert.equal((await here.get('/api/v1/me')).status, 401);
  assert.equal((await there(here).get('/api/v1/me')).status, 401);
});

test('two processes: a request repeated to the other process is done once', options, async (t) => {
  const { service, here, there } = await begin(t);
  const fields = enquiry(pack, service, { subject: 'Once between two' });
  const answers = await Promise.all(
    [here, there(here), here, there(here)].map((visitor) => visitor.tryOpen('enquiry', fields, { key: 'between' })),
  );
  assert.deepEqual([...new Set(answers.map((one) => one.status))], [201]);
  assert.equal(new Set(answers.map((one) => one.body.ref)).size, 1);
  assert.equal((await here.list('&q=between')).length, 1);
});

test('two processes: when one is killed under load, the other has all that was acknowledged', options, async (t) => {
  const { first, service, here, there } = await begin(t);
  const other = there(here);
  const acknowledged = [];
  let killed = false;
  let enough;
  const underLoad = new Promise((resolve) => (enough = resolve));
  const writers = Array.from({ length: 4 }, async (_, writer) => {
    for (let i = 0; !killed; i++) {
      const answered = await here
        .tryOpen('enquiry', enquiry(pack, service, { subject: `Load ${writer} ${i}` }))
        .catch(() => null);
      if (answered?.status === 201) acknowledged.push(answered.body.ref);
      if (acknowledged.length >= 8) enough();
    }
  });
  const steady = Array.from({ length: 20 }, (_, i) =>
    other.open('enquiry', enquiry(pack, service, { subject: `Steady ${i}` })),
  );
  await underLoad;
  await first.server.kill();
  killed = true;
  await Promise.all(writers);
  acknowledged.push(...(await Promise.all(steady)).map((record) => record.ref));
  assert.ok(acknowledged.length >= 20 + 8);
  const listed = new Set((await other.list()).map((row) => row.ref));
  for (const ref of acknowledged) assert.ok(listed.has(ref), ref);
});
