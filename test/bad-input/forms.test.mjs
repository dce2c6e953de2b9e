// Forms that are replayed, stale, of another session or from another site: nothing is done twice, nothing by mistake.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser, formFields, withoutMask } from '../lib/browser.mjs';
import { demo } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';

const pack = 'northampton';
let council, cast, service, member, browser;

before(async () => {
  council = await demo({ pack });
  cast = council.cast;
  service = cast.services[0];
  const person = cast.groups.find((group) => group.backbenchers.length > 0).backbenchers[0];
  member = await council.as(person);
  browser = await new Browser(council.address).signInAs(person);
});
after(() => council?.stop());

/** The form to be sent last, as the page "check your answers" gives it. */
async function checked(subject) {
  const form = await browser.get('/start/enquiry');
  assert.equal(form.status, 200, form.text);
  const fields = { ...formFields(form.text, '/start/enquiry/check'), ...enquiry(pack, service, { subject }) };
  const check = await browser.post('/start/enquiry/check', fields);
  assert.equal(check.status, 200, check.text);
  return formFields(check.text, '/start/enquiry');
}

const count = async (subject) => (await member.list()).filter((row) => row.title === subject).length;

test('a form that is sent twice is done once, and leads to the same record', async () => {
  const fields = await checked('Sent twice');
  const first = await browser.post('/start/enquiry', fields);
  const second = await browser.post('/start/enquiry', fields);
  assert.equal(first.status, 303, first.text);
  assert.equal(second.status, 303, second.text);
  assert.equal(second.headers.get('location'), first.headers.get('location'));
  assert.equal(await count('Sent twice'), 1);
});

test('a form that is sent many times at once is done once', async () => {
  const fields = await checked('Sent at once');
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser.post('/start/enquiry', fields)));
  assert.deepEqual([...new Set(answers.map((one) => one.status))], [303]);
  assert.equal(await count('Sent at once'), 1);
});

test('a form that was gone back to and sent with other words is another request', async () => {
  const fields = await checked('First words');
  const first = await browser.post('/start/enquiry', fields);
  const again = await browser.post('/start/enquiry', { ...fields, subject: 'Other words' });
  assert.equal(again.status, 303, again.text);
  assert.notEqual(again.headers.get('location'), first.headers.get('location'));
  assert.deepEqual([await count('First words'), await count('Other words')], [1, 1]);
});

test('a form without its token, or with another’s, is not done, and what was typed is kept', async () => {
  const other = await new Browser(council.address).signInAs(cast.groups[1].members[0]);
  const foreign = formFields((await other.get('/start/enquiry')).text, '/start/enquiry/check');
  const fields = await checked('Without a token');
  for (const token of [undefined, '', 'wrong', foreign['form-token']]) {
    const { 'form-token': _, ...rest } = fields;
    const sent = token === undefined ? rest : { ...rest, 'form-token': token };
    const answer = await browser.post('/start/enquiry', sent);
    assert.equal(answer.status, 403, `${token}`);
    assert.ok(answer.text.includes('Without a token'), 'what was typed is in the page');
  }
  assert.equal(await count('Without a token'), 0);
});

test('a form key that nobody gave out is not done', async () => {
  const fields = await checked('Own key');
  const answer = await browser.post('/start/enquiry', { ...fields, 'form-key': 'mine' });
  assert.ok([303, 400, 403, 409].includes(answer.status), `${answer.status}`);
  assert.ok((await count('Own key')) <= 1);
});

test('a form from before signing out is not done after it', async () => {
  const fields = await checked('Stale session');
  const home = await browser.get('/');
  await browser.post('/sign-out', formFields(home.text, '/sign-out'));
  const answer = await browser.post('/start/enquiry', fields);
  assert.equal(answer.status, 401);
  assert.ok(answer.text.includes('Stale session'), 'what was typed is kept');
  assert.equal(await count('Stale session'), 0);
  await browser.signInAs(member.person);
  assert.equal((await browser.post('/start/enquiry', fields)).status, 403, 'nor by the session after');
  assert.equal(await count('Stale session'), 0);
});

test('what was to be held is not sent at once when the session has ended meanwhile', async () => {
  const fields = await checked('Held over a session');
  const home = await browser.get('/');
  await browser.post('/sign-out', formFields(home.text, '/sign-out'));
  const late = await browser.post('/start/enquiry?hold=yes', fields);
  assert.equal(late.status, 401);
  const kept = formFields(late.text, '/start/enquiry?hold=yes');
  await browser.signInAs(member.person);
  const again = await browser.post('/start/enquiry?hold=yes', kept);
  assert.equal(again.status, 403, 'it is asked for once more, by the session after');
  const held = await browser.post('/start/enquiry?hold=yes', formFields(again.text, '/start/enquiry?hold=yes'));
  assert.match(held.headers.get('location') ?? held.text, /^\/held\//);
  assert.equal(await count('Held over a session'), 0);
});

test('a form from another site is not done', async () => {
  const fields = await checked('From elsewhere');
  for (const headers of [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ]) {
    assert.equal((await browser.post('/start/enquiry', fields, { headers })).status, 403, JSON.stringify(headers));
    const signIn = await new Browser(council.address).post('/sign-in', { person: member.id, next: '/' }, { headers });
    assert.equal(signIn.status, 403, 'nor a sign-in');
  }
  assert.equal(await count('From elsewhere'), 0);
});

test('a stale form of a power is refused with its clause when the record has moved on', async () => {
  const record = await member.open('enquiry', enquiry(pack, service));
  const path = `/records/${record.ref}/withdraw`;
  const page = await browser.get(path);
  const fields = formFields(page.text, path);
  const head = await council.as(service.head);
  await head.use(record, 'answer', { answer: 'Done.' });
  const answer = await browser.post(path, fields);
  assert.ok([409, 422].includes(answer.status), `${answer.status}`);
  assert.match(answer.text, /cannot be done while the record is/);
  assert.equal((await member.read(record)).state, 'answered');
});

test('after signing in one is sent to a page of ours only', async () => {
  const places = [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/a//b',
    'javascript:alert(1)',
    '/%0d%0aX: y',
    'x'.repeat(9000),
  ];
  for (const next of places) {
    const answer = await new Browser(council.address).post('/sign-in', { person: member.id, next });
    assert.equal(answer.status, 303, next.slice(0, 20));
    assert.equal(answer.headers.get('location'), '/', next.slice(0, 20));
  }
});

test('form fields that come twice, are broken or too many are refused', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (const body of [
    'a=1&a=2',
    'a=%zz',
    'a=%ff',
    '=x',
    `${'n'.repeat(2000)}=1`,
    Array.from({ length: 2000 }, (_, i) => `f${i}=1`).join('&'),
  ]) {
    const answer = await browser.request('POST', '/start/enquiry', { body, headers });
    assert.equal(answer.status, 400, body.slice(0, 20));
  }
  assert.equal(
    (await browser.request('POST', '/start/enquiry', { body: '{}', headers: { 'Content-Type': 'application/json' } }))
      .status,
    415,
  );
});

test('a view whose query is no address is not saved', async () => {
  const page = await browser.get('/views?query=state%3Dopen');
  const fields = { ...formFields(page.text, '/views'), name: 'Broken' };
  for (const query of ['state=open\r\nSet-Cookie: x=y', 'state=open\n', 'a#b', 'a b', '\\'])
    assert.equal((await browser.post('/views', { ...fields, query })).status, 400, JSON.stringify(query));
  assert.ok(!(await browser.get('/views')).text.includes('Broken'));
});

test('an invitation is not held, whatever the address says: its link is shown to who is there', async () => {
  const monitor = cast.holder('monitoring-officer');
  const officer = await council.as(monitor);
  const record = await member.open('complaint', { about: cast.groups[1].leader.id, subject: 'Words', complaint: 'Loud.' });
  await officer.use(record, 'investigate', { scope: 'What was said.' });
  const signedIn = await new Browser(council.address).signInAs(monitor);
  const path = `/records/${record.ref}/seek-view`;
  const fields = { ...formFields((await signedIn.get(path)).text, path), findings: 'It happened.', independent: 'Robin Ash' };
  const answer = await signedIn.post(`${path}?hold=yes`, fields);
  assert.equal(answer.status, 200, answer.headers.get('location'));
  assert.match(answer.text, /\/receipt\/[0-9A-Z-]{19}/);
  assert.equal((await officer.read(record)).state, 'awaiting-view');
});

test('a session cookie that is made up, cut or another’s kind signs nobody in', async () => {
  const real = [...browser.cookies.values()][0];
  for (const value of ['x', real.slice(1), `${real}x`, member.token, '', "' OR 1=1"]) {
    const answer = await new Browser(council.address).get('/', { headers: { Cookie: `comity=${value}` } });
    assert.equal(answer.status, 303, value);
    assert.match(answer.headers.get('location'), /^\/sign-in/);
  }
});

test('the pages that are not there for this person look like pages that are not there', async () => {
  const other = await new Browser(council.address).signInAs(cast.groups[1].members[0]);
  const record = await member.open('enquiry', enquiry(pack, service));
  for (const end of ['', '/why?power=answer', '/answer', '/withdraw']) {
    const [hidden, absent] = [
      await other.get(`/records/${record.ref}${end}`),
      await other.get(`/records/ENQ-0000-0000${end}`),
    ];
    assert.equal(hidden.status, 404);
    assert.equal(withoutMask(hidden.text), withoutMask(absent.text));
  }
  assert.ok(council.server.alive);
});
