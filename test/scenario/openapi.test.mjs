// The API as docs/openapi.json describes it: every route, asked by people of each role, answers in the shape that is told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../lib/comity.mjs';
import { demo } from '../lib/council.mjs';
import { advice, answer, enquiry } from '../lib/protocol.mjs';
import { problems } from '../lib/schema.mjs';

const pack = 'northampton';
const V1 = '/api/v1';
const document = JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8'));

let council, cast, service, member, colleague, head, junior;
const seen = new Set(); // "get /api/v1/me 200"

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  [member, colleague] = await Promise.all(
    cast.groups.find((one) => one.backbenchers.length >= 2).backbenchers.map((person) => council.as(person)),
  );
  head = await council.as(service.head);
  junior = await council.as(service.juniors[0]);
});
after(() => council?.stop());

/** The described path that an address is of; a plain piece goes before a name in braces. */
function templateOf(method, path) {
  const plain = path.split('?')[0];
  const fits = Object.keys(document.paths)
    .filter((one) => document.paths[one][method] !== undefined)
    .filter((one) => new RegExp(`^${one.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    .sort((one, other) => one.indexOf('{') - other.indexOf('{'));
  return fits.find((one) => !one.includes('{')) ?? fits.at(-1);
}

/** Asks, and holds the answer against the description. */
async function ask(visitor, method, path, options = {}) {
  const template = templateOf(method, path);
  const operation = document.paths[template][method];
  const reply = await visitor.request(method.toUpperCase(), path, options);
  const told = operation.responses[reply.status] ?? operation.responses.default;
  const [[type, { schema }]] = Object.entries(told.content);
  assert.ok(reply.headers.get('content-type').startsWith(type), `${path}: ${type}`);
  assert.deepEqual(problems(schema, type === 'application/json' ? reply.body : reply.text, `${method} ${path}`, document), []);
  if (options.body !== undefined && reply.status < 300)
    assert.deepEqual(problems(bodyOf(operation), options.body, 'what was sent', document), []);
  seen.add(`${method} ${template} ${reply.status}`);
  return reply;
}

const bodyOf = (operation) => operation.requestBody.content['application/json'].schema;
const get = (visitor, path) => ask(visitor, 'get', V1 + path);
const post = (visitor, path, body) => ask(visitor, 'post', V1 + path, { body });

async function look(visitor) {
  for (const path of ['/me', '/procedures', '/duties', '/notices', '/protocol', '/people', '/people?kind=member&q=a'])
    assert.equal((await get(visitor, path)).status, 200);
  for (const kind of ['groups', 'services', 'wards', 'bodies']) {
    const [one] = (await get(visitor, `/${kind}`)).body[kind];
    if (one !== undefined) await get(visitor, `/${kind}/${one.id}`);
  }
  const { people } = (await get(visitor, '/people')).body;
  for (const person of people.slice(0, 10)) await get(visitor, `/people/${person.id}`);
  const { records } = (await get(visitor, '/records?state=all&limit=20')).body;
  for (const record of records) await get(visitor, `/records/${record.ref}`);
  const { records: times } = (await get(visitor, '/records?state=open&procedure=offered-time')).body;
  for (const { ref } of times) assert.equal((await get(visitor, `/records/${ref}/calendar.ics`)).status, 200);
  await get(visitor, '/records?procedure=enquiry&q=the&mine=1&limit=1');
}

test('what people of each role read is as it is described', async () => {
  const people = [member, head, junior, await council.as(cast.holder('chief-executive'))];
  for (const visitor of people) await look(visitor);
});

test('what comes of acts is as it is described', async () => {
  const fields = enquiry(pack, service);
  assert.equal((await post(member, '/records?preview=1', { procedure: 'enquiry', fields })).status, 200);
  const { ref } = (await post(member, '/records', { procedure: 'enquiry', fields })).body;
  for (const power of ['answer', 'withdraw', 'nonsense']) await get(head, `/records/${ref}/why?power=${power}`);
  assert.equal((await post(head, `/records/${ref}/answer`, { fields: {} })).status, 422);
  assert.equal((await post(head, `/records/${ref}/answer`, { fields: answer(pack) })).status, 200);
  assert.equal((await post(member, `/records/${ref}/answer`, { fields: answer(pack) })).status, 422);
  const party = await post(member, '/records', { procedure: 'enquiry', fields: { ...fields, purpose: 'party' } });
  assert.deepEqual([party.status, Object.keys(party.body)], [422, ['refused']]);
  const group = await post(member, '/records', { procedure: 'advice', fields: advice(pack, service, { for: 'my group' }) });
  await get(colleague, `/records/${group.body.ref}`);
  await ask(council.nobody(), 'post', `${V1}/test/clock`, { body: { to: '2026-07-06T09:30:00Z' } });
});

test('what fails is as it is described', async () => {
  const statuses = async (...asked) => (await Promise.all(asked)).map((reply) => reply.status);
  assert.deepEqual(await statuses(get(council.nobody(), '/me'), get(member, '/records/ENQ-0000-0000')), [401, 404]);
  assert.deepEqual(await statuses(get(member, '/people/absent'), get(member, '/groups/absent')), [404, 404]);
  assert.deepEqual(await statuses(post(member, '/records', {}), post(member, '/records', { odd: 1 })), [400, 400]);
});

test('the names to ask with are those that are described, and others are refused', async () => {
  const good = { flag: '1', limit: '3', state: 'open', kind: 'member', power: 'answer' };
  for (const [path, methods] of Object.entries(document.paths)) {
    if (path.includes('{')) continue;
    for (const parameter of methods.get?.parameters.filter((one) => one.in === 'query') ?? []) {
      const value = parameter.schema.enum?.[0] ?? good[parameter.name] ?? 'a';
      assert.equal((await ask(member, 'get', `${path}?${parameter.name}=${value}`)).status, 200, parameter.name);
    }
    if (methods.get !== undefined) assert.equal((await ask(member, 'get', `${path}?odd=1`)).status, 400, path);
  }
});

test('it is served as it is in the documentation', async () => {
  const served = await ask(council.nobody(), 'get', `${V1}/openapi.json`);
  assert.deepEqual(served.body, document);
});

test('every route was asked, and answered well', () => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const method of Object.keys(methods))
      assert.ok([200, 201].some((status) => seen.has(`${method} ${path} ${status}`)), `${method} ${path}`);
});
