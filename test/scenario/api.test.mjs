// The API: its answers' shapes, idempotency keys, cursors, and that what is hidden and what is absent look alike.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { assertStatus, demo } from '../lib/council.mjs';
import { advice, answer, enquiry } from '../lib/protocol.mjs';
import { clauses } from '../lib/visitor.mjs';

const pack = 'northampton';
let council, cast, service, member, colleague, rival, head;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  const [group, otherGroup] = cast.groups.filter((one) => one.backbenchers.length >= 2);
  [member, colleague] = await Promise.all(group.backbenchers.map((person) => council.as(person)));
  rival = await council.as(otherGroup.backbenchers[0]);
  head = await council.as(service.head);
});
after(() => council?.stop());

const ask = (more) => member.open('enquiry', enquiry(pack, service, more));

// ---- shapes

test('GET /me: the signed-in person, group, posts and tenures', async () => {
  const { body } = await member.get('/api/v1/me');
  assert.equal(body.id, member.id);
  assert.equal(body.kind, 'member');
  assert.deepEqual(Object.keys(body.group), ['id', 'name']);
  const boss = (await head.get('/api/v1/me')).body;
  assert.equal(boss.service.id, service.id);
  assert.ok(boss.posts.length > 0);
  assert.ok(boss.tenures.some((tenure) => tenure.role === 'head' && tenure.now && tenure.from !== undefined));
});

test('GET /procedures: what this person may open, with forms, and why not', async () => {
  for (const visitor of [member, head]) {
    const { procedures } = (await visitor.get('/api/v1/procedures')).body;
    for (const name of ['advice', 'enquiry'])
      assert.equal(procedures.find((one) => one.name === name).allowed, visitor === member);
    for (const procedure of procedures) {
      assert.ok(clauses(procedure).length > 0 && procedure.title && procedure.say);
      for (const field of procedure.form) {
        for (const key of ['name', 'label', 'kind', 'required', 'choices']) assert.ok(key in field, key);
        if (field.kind === 'choice' || field.kind === 'service') assert.ok(field.choices.length > 0, field.name);
        for (const choice of field.choices) assert.ok(choice.value && choice.label);
      }
    }
  }
});

test('a Member without a group is not offered to ask for a group', async () => {
  const choices = async (visitor) => {
    const { procedures } = (await visitor.get('/api/v1/procedures')).body;
    const fields = procedures.find((one) => one.name === 'advice').form;
    return fields.find((field) => field.name === 'for').choices.map((choice) => choice.value);
  };
  assert.deepEqual(await choices(member), ['me', 'my group']);
  assert.deepEqual(await choices(await council.as(cast.ungrouped[0])), ['me']);
});

test('POST /records answers 201 with the record and its place', async () => {
  const answered = await member.tryOpen('enquiry', enquiry(pack, service));
  const record = assertStatus(answered, 201);
  assert.equal(answered.headers.get('location'), `/api/v1/records/${record.ref}`);
  assert.match(record.ref, /^ENQ-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.deepEqual(await member.read(record), record);
  for (const key of ['state', 'parts', 'timeline', 'powers', 'duties', 'audience']) assert.ok(key in record, key);
});

test('references are random: they neither count nor repeat', async () => {
  const refs = [];
  for (let i = 0; i < 20; i++) refs.push((await ask()).ref);
  assert.equal(new Set(refs).size, 20);
  assert.notDeepEqual([...refs].sort(), refs);
  const digits = refs.map((ref) => ref.slice(4, 6));
  assert.ok(new Set(digits).size > 5, digits.join());
});

test('the directory: people, groups, services, wards and bodies, and a page of each', async () => {
  for (const kind of ['people', 'groups', 'services', 'wards', 'bodies']) {
    const list = (await head.expect(200, 'GET', `/api/v1/${kind}`))[kind];
    assert.ok(list.length > 0, kind);
    for (const one of list) {
      const page = await head.expect(200, 'GET', `/api/v1/${kind}/${one.id}`);
      assert.equal(page.name, one.name);
      assert.ok(Array.isArray(kind === 'people' ? page.tenures : page.people));
    }
  }
  assert.equal(cast.groups.length, 3);
  assert.ok(cast.services.length >= 5 && cast.ungrouped.length >= 1);
});

test('GET /people: by kind and by words of the name', async () => {
  const ask = async (query) => (await head.expect(200, 'GET', `/api/v1/people?${query}`)).people;
  const members = await ask('kind=member');
  assert.ok(members.length > 0 && members.every((person) => person.kind === 'member'));
  const [first] = member.name.split(' ');
  const found = await ask(`q=${first.toLowerCase()}`);
  assert.ok(found.some((person) => person.id === member.id));
  assert.ok(found.length < members.length);
  assert.equal((await head.get('/api/v1/people?kind=robot')).status, 400);
});

test('GET /protocol: every clause, with the rules that stand under it', async () => {
  const { clauses: all } = (await member.get('/api/v1/protocol')).body;
  assert.ok(all.length > 20);
  assert.ok(all.find((clause) => clause.id === '3.5-b').rules.length > 0);
});

// ---- lists

test('the list: newest first, by pages that neither skip nor repeat', async () => {
  for (let i = 0; i < 12; i++) await ask({ subject: `Page ${i}` });
  const whole = (await member.expect(200, 'GET', '/api/v1/records?limit=100')).records;
  const paged = [];
  let next = '';
  for (let page = 0; page < 50; page++) {
    const { records, next: cursor } = await member.expect(200, 'GET', `/api/v1/records?limit=5${next}`);
    assert.ok(records.length <= 5);
    paged.push(...records);
    if (cursor === null) break;
    next = `&after=${encodeURIComponent(cursor)}`;
  }
  assert.deepEqual(paged, whole);
  const times = whole.map((row) => row.opened_at);
  assert.deepEqual(times, [...times].sort().reverse());
});

test('the list: by state, procedure, words, and one’s own', async () => {
  const record = await ask({ subject: 'Zeppelin landing', question: 'When does it land at Kelmarsh?' });
  const asked = await member.open('advice', advice(pack, service));
  const refs = async (query, visitor = member) => (await visitor.list(query)).map((row) => row.ref);
  assert.ok((await refs('&procedure=enquiry')).includes(record.ref));
  assert.ok(!(await refs('&procedure=advice')).includes(record.ref));
  assert.ok((await refs('&procedure=advice')).includes(asked.ref));
  assert.deepEqual(await refs('&q=zeppelin'), [record.ref]);
  assert.deepEqual(await refs('&q=ZEPPELIN+kelmarsh'), [record.ref]);
  assert.deepEqual(await refs('&q=zeppelin+nowhere'), []);
  assert.deepEqual(await refs('&q=zeppelin', rival), []);
  assert.ok((await refs('&mine=1')).includes(record.ref));
  assert.ok(!(await refs('&mine=1', head)).includes(record.ref));
  await member.use(record, 'withdraw');
  assert.ok(!(await refs('&state=open')).includes(record.ref));
  assert.deepEqual(await refs('&state=closed&q=zeppelin'), [record.ref]);
});

test('the list tells no total and no count of what is hidden', async () => {
  const { body } = await rival.get('/api/v1/records?limit=3');
  assert.deepEqual(Object.keys(body).sort(), ['next', 'records']);
});

// ---- hidden and absent

/** All bytes of an answer, without a client between. */
function raw(visitor, method, path) {
  const { port } = council.server;
  const body = method === 'POST' ? '{"fields":{}}' : '';
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${visitor.token}`,
    'Connection: close',
    ...(body ? ['Content-Type: application/json', `Content-Length: ${body.length}`] : []),
  ];
  return new Promise((resolve, reject) => {
    let bytes = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`));
    socket.setEncoding('latin1').on('data', (piece) => (bytes += piece));
    socket.on('end', () => resolve(bytes)).on('error', reject);
  });
}

test('a hidden record and an absent one give the same bytes, whatever is asked of them', async () => {
  const hidden = await ask();
  const tail = ['', '/why?power=answer', '/why?power=dance'];
  for (const visitor of [colleague, rival, await council.as(cast.services[1].head)]) {
    for (const end of tail) {
      const [there, absent, malformed] = await Promise.all(
        [hidden.ref, 'ENQ-0000-0000', 'x'].map((ref) => raw(visitor, 'GET', `/api/v1/records/${ref}${end}`)),
      );
      assert.match(there, /^HTTP\/1\.1 404 /);
      assert.equal(there, absent);
      assert.equal(there, malformed);
    }
    for (const power of ['answer', 'withdraw', 'dance']) {
      const [there, absent] = await Promise.all(
        [hidden.ref, 'ENQ-0000-0000'].map((ref) => raw(visitor, 'POST', `/api/v1/records/${ref}/${power}`)),
      );
      assert.match(there, /^HTTP\/1\.1 404 /);
      assert.equal(there, absent);
    }
  }
});

test('a power that is not there on a record that is seen is not found, and one that is not allowed is refused', async () => {
  const record = await ask();
  assert.equal((await member.tryUse(record, 'dance')).status, 404);
  assert.equal((await member.tryUse(record, 'answer', answer(pack))).status, 422);
});

test('without a token, or with a wrong one, the answer is 401 with the same body', async () => {
  const record = await ask();
  const nobody = council.nobody();
  const wrong = council.nobody();
  wrong.token = 'wrong';
  for (const path of [
    '/api/v1/me',
    '/api/v1/records',
    `/api/v1/records/${record.ref}`,
    '/api/v1/records/ENQ-0000-0000',
  ]) {
    const [none, bad] = [await nobody.get(path), await wrong.get(path)];
    assert.equal(none.status, 401, path);
    assert.equal(none.headers.get('www-authenticate'), 'Bearer');
    assert.equal(bad.status, 401, path);
    assert.equal(bad.text, none.text);
  }
  assert.equal((await nobody.tryOpen('enquiry', enquiry(pack, service))).status, 401);
});

test('answers are kept by no cache', async () => {
  const { headers } = await member.get('/api/v1/records');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

// ---- idempotency

test('a request repeated with its key is done once', async () => {
  const fields = enquiry(pack, service, { subject: 'Sent twice by a bad line' });
  const first = assertStatus(await member.tryOpen('enquiry', fields, { key: 'twice' }), 201);
  const again = assertStatus(await member.tryOpen('enquiry', fields, { key: 'twice' }), 201);
  assert.equal(again.ref, first.ref);
  assert.equal((await member.list('&q=twice+bad')).length, 1);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => member.tryOpen('enquiry', fields, { key: 'all at once' })),
  );
  assert.equal(new Set(answers.map((one) => assertStatus(one, 201).ref)).size, 1);
  assert.equal((await member.list('&q=twice+bad')).length, 2);
});

test('the key belongs to a person; another’s is another', async () => {
  const fields = enquiry(pack, service);
  const mine = assertStatus(await member.tryOpen('enquiry', fields, { key: 'shared' }), 201);
  const theirs = assertStatus(await rival.tryOpen('enquiry', fields, { key: 'shared' }), 201);
  assert.notEqual(mine.ref, theirs.ref);
});

test('a key that was used for something else is a conflict, and changes nothing', async () => {
  await member.tryOpen('enquiry', enquiry(pack, service), { key: 'once' });
  const before = await member.list();
  const other = await member.tryOpen('enquiry', enquiry(pack, service, { subject: 'Other' }), { key: 'once' });
  assert.equal(other.status, 409);
  assert.deepEqual(await member.list(), before);
});

test('powers honour the key too', async () => {
  const record = await ask();
  const fields = { asked: 'Which?' };
  await head.use(record, 'ask-back', fields, { key: 'ask-back once' });
  const again = await head.tryUse(record, 'ask-back', fields, { key: 'ask-back once' });
  assert.equal(again.status, 200, again.text);
  const { timeline } = await member.read(record);
  assert.equal(timeline.filter((event) => event.power === 'ask-back').length, 1);
});

test('a key whose request was refused or wrong can be used for the right one', async () => {
  const wrong = await member.tryOpen('enquiry', enquiry(pack, service, { subject: '' }), { key: 'second try' });
  assert.equal(wrong.status, 422);
  assertStatus(await member.tryOpen('enquiry', enquiry(pack, service), { key: 'second try' }), 201);
});

// ---- the test clock

test('the clock goes forward only, and only to a time', async () => {
  const nobody = council.nobody();
  for (const body of [{}, { to: 'tomorrow' }, { to: '2020-01-01T00:00:00Z' }, { to: 5 }])
    assert.equal((await nobody.post('/api/v1/test/clock', body)).status, 400, JSON.stringify(body));
  assert.equal((await council.clock('2026-07-06T09:00:01Z')).now, '2026-07-06T09:00:01Z');
});
