// Bodies, fields, references and queries that are wrong: one clear error, nothing changed, the process lives.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertErrors, demo } from '../lib/council.mjs';
import { answer, enquiry } from '../lib/protocol.mjs';
import { watch } from '../lib/unchanged.mjs';

const pack = 'northampton';
let council, cast, service, member, head, record, unchanged;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  member = await council.as(cast.groups.find((group) => group.backbenchers.length > 0).backbenchers[0]);
  head = await council.as(service.head);
  record = await member.open('enquiry', enquiry(pack, service));
  unchanged = await watch(council);
});
after(() => council?.stop());

/** A JSON error of this status that says something about the words. */
function assertSays(answered, status, words) {
  assert.equal(answered.status, status, answered.text);
  assert.match(answered.body.error.code, /^[a-z-]+$/);
  assert.match(answered.body.error.say, words);
}

const text = (fields) => `{"procedure":"enquiry","fields":${JSON.stringify(fields)}}`;

const bodies = {
  'no JSON': ['hello', /line 1, column/],
  'half of it': ['{"procedure":"enquiry","fields":{', /line 1/],
  'two values': ['{} {}', /line 1/],
  'a list': ['[]', /object/],
  'a text': ['"enquiry"', /line 1/],
  'a number': ['7', /line 1/],
  'nothing at all': ['null', /line 1/],
  'no procedure': ['{}', /"procedure" is missing/],
  'an empty body': ['', /"procedure" is missing/],
  'a procedure that is a number': ['{"procedure":7}', /"procedure" must be a text/],
  'a procedure that is null': ['{"procedure":null}', /"procedure" must be a text/],
  'an unknown member': ['{"procedure":"enquiry","state":"closed"}', /"state" is not known/],
  'a member twice': ['{"procedure":"enquiry","procedure":"advice"}', /duplicate/],
  'a field twice': ['{"procedure":"enquiry","fields":{"for":"myself","for":"constituent"}}', /duplicate/],
  'fields that are a list': ['{"procedure":"enquiry","fields":[]}', /"fields" must be an object/],
  'fields that are a text': ['{"procedure":"enquiry","fields":"all"}', /"fields" must be an object/],
  'a field that is a number': ['{"procedure":"enquiry","fields":{"subject":5}}', /"subject" must be a text/],
  'a field that is null': ['{"procedure":"enquiry","fields":{"subject":null}}', /"subject" must be a text/],
  'a field that is an object': ['{"procedure":"enquiry","fields":{"subject":{}}}', /"subject" must be a text/],
  'a tick where a text stands': ['{"procedure":"enquiry","fields":{"subject":true}}', /"subject" must be a text/],
  'too many fields': [
    `{"procedure":"enquiry","fields":{${Array.from({ length: 101 }, (_, i) => `"f${i}":""`)}}}`,
    /more than 100/,
  ],
  'deep nesting': [`{"procedure":"enquiry","fields":${'['.repeat(100000)}`, /nested deeper/],
  'deep nesting that is closed': [`${'{"fields":'.repeat(50)}{}${'}'.repeat(50)}`, /nested deeper/],
  'an escaped NUL': ['{"procedure":"enquiry","fields":{"subject":"a\\u0000b"}}', /line 1/],
  'half a surrogate pair': ['{"procedure":"enquiry","fields":{"subject":"\\ud800"}}', /line 1/],
  'a control character': ['{"procedure":"enquiry","fields":{"subject":"a\u0001b"}}', /line 1/],
  'a trailing comma': ['{"procedure":"enquiry",}', /line 1/],
  'a comment': ['{"procedure":"enquiry"/* */}', /line 1/],
  NaN: ['{"procedure":NaN}', /line 1/],
};

for (const [what, [body, words]] of Object.entries(bodies))
  test(`a body with ${what} is refused`, async () => {
    assertSays(
      await member.post('/api/v1/records', body, { headers: { 'Content-Type': 'application/json' } }),
      400,
      words,
    );
  });

test('a body that is no UTF-8 is refused', async () => {
  for (const bytes of [
    '{"procedure":"\xff"}',
    '{"procedure":"\xc3"}',
    '{"procedure":"\xed\xa0\x80"}',
    '{"a":"\x00"}',
  ]) {
    const answered = await fetch(`${council.address}/api/v1/records`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${member.token}`, 'Content-Type': 'application/json' },
      body: Buffer.from(bytes, 'latin1'),
    });
    assert.equal(answered.status, 400);
    assert.match((await answered.json()).error.say, /UTF-8/);
  }
});

test('a body of more than a megabyte is refused', async () => {
  for (let i = 0; i < 20; i++)
    assertSays(await member.post('/api/v1/records', text({ question: 'x'.repeat(1100000 + i * 400000) })), 413, /1 MB/);
});

test('a procedure that the pack does not have is not found', async () => {
  for (const procedure of ['dance', '', '../enquiry', 'Enquiry', 'x'.repeat(10000)])
    assert.equal((await member.tryOpen(procedure, {})).status, 404, procedure.slice(0, 20));
});

test('a field that the form does not have is told beside its name', async () => {
  assertErrors(await member.tryOpen('enquiry', enquiry(pack, service, { handler: head.id })), 'handler');
  assertErrors(
    await member.tryOpen('enquiry', enquiry(pack, service, { __proto__x: '1', '': 'empty' })),
    '__proto__x',
    '',
  );
});

test('choices, dates, people and services that are none are told beside their fields', async () => {
  const open = (more) => member.tryOpen('enquiry', enquiry(pack, service, more));
  assertErrors(await open({ for: 'everyone' }), 'for');
  assertErrors(await open({ purpose: 'Council' }), 'purpose');
  for (const wrong of [
    'nowhere',
    cast.groups[0].id,
    member.id,
    `${service.id} `.repeat(2),
    "' OR 1=1 --",
    'x'.repeat(5000),
  ])
    assertErrors(await open({ service: wrong }), 'service');
  for (const expected of [
    'yesterday',
    '2026-13-01',
    '2026-02-29',
    '07/07/2026',
    '2026-07-06',
    '0000-00-00',
    '99999-01-01',
    '2099-01-01',
  ])
    assertErrors(await head.tryUse(record, 'acknowledge', { explanation: 'Soon.', expected }), 'expected');
  for (const to of ['nobody', member.id, cast.services[1].head.id, service.id, ''])
    assertErrors(await head.tryUse(record, 'reassign', { to }), 'to');
});

test('texts have limits, in characters', async () => {
  const open = (more) => member.tryOpen('enquiry', enquiry(pack, service, more));
  assertErrors(await open({ subject: 'é'.repeat(201) }), 'subject');
  assertErrors(await open({ question: 'x'.repeat(20001) }), 'question');
  assertErrors(await open({ subject: 'two\nlines' }), 'subject');
  assertErrors(await open({ subject: ' \t ', question: '\n\n' }), 'question', 'subject');
  const preview = await member.tryPreview('enquiry', enquiry(pack, service, { subject: 'é'.repeat(200) }));
  assert.equal(preview.status, 200, 'two hundred are not too many');
});

test('an attestation is a tick, and nothing else', async () => {
  const fields = { for: 'constituent', 'constituent-name': 'Ida Wells' };
  for (const consent of ['no', 'true', '1', 'on', false])
    assertErrors(
      await member.tryOpen('enquiry', enquiry(pack, service, { ...fields, 'constituent-consent': consent })),
      'constituent-consent',
    );
});

test('queries that are not known, or have no such value, are refused', async () => {
  const queries = [
    'state=ajar',
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=ten',
    'limit=1e1',
    'mine=yes',
    'sort=opener',
    'state=open&state=closed',
  ];
  for (const query of queries) {
    const answered = await member.get(`/api/v1/records?${query}`);
    assert.equal(answered.status, 400, query);
    assert.ok(answered.body.error.say.length > 10, query);
  }
  assert.equal((await member.get(`/api/v1/records/${record.ref}/why`)).status, 400);
  assert.equal((await member.post('/api/v1/records?preview=maybe', text({}))).status, 400);
});

test('a cursor that nobody gave out yields nothing, and no error that tells more', async () => {
  const { next } = (await head.get('/api/v1/records?limit=1')).body;
  assert.notEqual(next, null);
  const cursors = [
    'x',
    '0',
    '-1',
    '9'.repeat(100),
    `${next}x`,
    next.slice(1),
    '../../etc',
    "' OR ''='",
    '%F0%9F%A6%86',
  ];
  for (const cursor of cursors) {
    const answered = await head.get(`/api/v1/records?limit=1&after=${encodeURIComponent(cursor)}`);
    assert.ok([200, 400].includes(answered.status), `${cursor}: ${answered.status}`);
    if (answered.status === 200) assert.ok(Array.isArray(answered.body.records), cursor);
  }
});

test('another person’s cursor shows nothing that is not one’s own', async () => {
  const { next } = (await head.get('/api/v1/records?limit=1')).body;
  const mine = new Set((await member.list()).map((row) => row.ref));
  const { body } = await member.get(`/api/v1/records?limit=100&after=${encodeURIComponent(next)}`);
  assert.ok(body.records.every((row) => mine.has(row.ref)));
});

test('tokens that are wrong, cut, padded or of another scheme open nothing', async () => {
  const { token } = member;
  const wrong = [
    token.slice(0, -1),
    `${token}x`,
    token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(),
    `${token} ${token}`,
    '',
    ' ',
    "' OR 1=1 --",
    'x'.repeat(8000),
  ];
  for (const one of wrong) {
    const visitor = council.nobody();
    const answered = await visitor.get('/api/v1/me', { headers: { Authorization: `Bearer ${one}` } });
    assert.equal(answered.status, 401, one.slice(0, 30));
  }
  for (const header of [token, `Basic ${token}`, `bearer${token}`, `Token ${token}`])
    assert.equal(
      (await council.nobody().get('/api/v1/me', { headers: { Authorization: header } })).status,
      401,
      header,
    );
  const query = await council.nobody().get(`/api/v1/me?token=${token}`);
  assert.equal(query.status, 401);
  const cookie = await council.nobody().get('/api/v1/me', { headers: { Cookie: `comity=${token}` } });
  assert.equal(cookie.status, 401);
});

test('idempotency keys have limits', async () => {
  const fields = enquiry(pack, service);
  assert.equal((await member.tryOpen('enquiry', fields, { key: 'k'.repeat(201) })).status, 400);
});

test('references of other records, parts and people are refused', async () => {
  for (const ref of [
    '',
    '..',
    'ENQ',
    'ENQ-0000-0000',
    `${record.ref}x`,
    record.ref.toLowerCase(),
    encodeURIComponent(`${record.ref}' --`),
    'a'.repeat(3000),
  ]) {
    const answered = await member.get(`/api/v1/records/${ref}`);
    assert.ok([400, 404, 414].includes(answered.status) || ref === '', `${ref}: ${answered.status}`);
  }
  for (const id of ['nobody', '..%2f..', '%27', 'x'.repeat(3000)])
    for (const kind of ['people', 'groups', 'services', 'wards', 'bodies'])
      assert.ok(
        [400, 404, 414].includes((await member.get(`/api/v1/${kind}/${id}`)).status),
        `${kind} ${id.slice(0, 20)}`,
      );
  assert.equal((await member.get(`/api/v1/groups/${service.id}`)).status, 404, 'a service is no group');
});

test('search takes anything', async () => {
  for (const words of ["'", '"', '%', '*', 'a OR b', '\\', '(', 'é', '🦆', 'x'.repeat(1000), 'NEAR/2', '-', ' ']) {
    const answered = await member.get(`/api/v1/records?q=${encodeURIComponent(words)}`);
    assert.ok([200, 400].includes(answered.status), `${words.slice(0, 20)}: ${answered.status} ${answered.text}`);
  }
});

test('markup is text', async () => {
  const preview = await member.preview('enquiry', enquiry(pack, service, { subject: '<script>alert(1)</script>' }));
  assert.ok(preview.handler);
});

test('a power that the record’s state forbids changes nothing when it is tried all the same', async () => {
  for (const [visitor, power, fields] of [
    [member, 'answer', answer(pack)],
    [head, 'withdraw', {}],
    [head, 'lapse', {}],
    [member, 'close', {}],
  ])
    assert.equal((await visitor.tryUse(record, power, fields)).status, 422, power);
});

test('after all of that, nothing changed and the process lives', () => unchanged());
