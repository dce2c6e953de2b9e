// Malformed HTTP: one clear error, nothing changed, the process lives.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { exchange, statuses } from '../lib/raw.mjs';
import { watch } from '../lib/unchanged.mjs';

let council, member, unchanged, good;

before(async () => {
  council = await demo({ pack: 'northampton' });
  member = await council.as(council.cast.groups[0].members[0]);
  const body = JSON.stringify({ procedure: 'enquiry', fields: enquiry('northampton', council.cast.services[0]) });
  good = {
    line: 'POST /api/v1/records HTTP/1.1',
    host: `Host: 127.0.0.1:${council.server.port}`,
    token: `Authorization: Bearer ${member.token}`,
    type: 'Content-Type: application/json',
    length: `Content-Length: ${Buffer.byteLength(body)}`,
    body,
  };
  unchanged = await watch(council);
});
after(() => council?.stop());

/** A request that would open a record, but for what is changed in it. null leaves a line out. */
function request(changes) {
  const { body, ...lines } = { ...good, ...changes };
  return `${Object.values(lines)
    .filter((line) => line !== null)
    .join('\r\n')}\r\n\r\n${body}`;
}

const length = (n) => `Content-Length: ${n}`;

// what is wrong, the request (or its changes), and the statuses that say so; 0 stands for a closed connection
const cases = {
  'two lengths': [{ length: () => `${good.length}\r\n${good.length}` }, 400],
  'two lengths that differ': [{ length: () => `${good.length}\r\nContent-Length: 5` }, 400],
  'a length that is no number': [{ length: 'Content-Length: ten' }, 400],
  'a negative length': [{ length: 'Content-Length: -1' }, 400],
  'a length with a sign': [{ length: () => `Content-Length: +${good.body.length}` }, 400],
  'a length in hexadecimal': [{ length: 'Content-Length: 0x10' }, 400],
  'a length beyond all numbers': [{ length: length('9'.repeat(40)) }, 400, 413],
  'no length': [{ length: null }, 411],
  'a length and chunks': [{ length: () => `${good.length}\r\nTransfer-Encoding: chunked` }, 400],
  chunks: [{ length: 'Transfer-Encoding: chunked', body: '0\r\n\r\n' }, 411],
  'chunks that hide their name': [{ length: () => `${good.length}\r\nTransfer-Encoding: xchunked` }, 400],
  'two hosts': [{ host: () => `${good.host}\r\nHost: evil.example` }, 400],
  'no host': [{ host: null }, 400],
  'an empty host': [{ host: 'Host:' }, 400],
  'a host with a path': [{ host: 'Host: a/b' }, 400],
  'a space before the colon': [{ type: 'Content-Type : application/json' }, 400],
  'a folded header': [{ type: 'Content-Type:\r\n application/json' }, 400],
  'a header without a colon': [{ type: () => `${good.type}\r\nNonsense` }, 400],
  'a line that begins with a colon': [{ type: () => `${good.type}\r\n: value` }, 400],
  'a line of a colon': [{ type: () => `${good.type}\r\n:` }, 400],
  'a line that ends with LF alone': [{ type: () => `${good.type}\nX-Odd: 1` }, 400],
  'a value with spaces around it': [{ type: () => good.type.replace(' ', '   ') }, 400],
  'a value without a space before it': [{ type: () => good.type.replace(' ', '') }, 400],
  'two spaces in the first line': [{ line: 'POST  /api/v1/records HTTP/1.1' }, 400],
  'a control character in a header': [{ type: () => `${good.type}\r\nX-Odd: a\x01b` }, 400],
  'two tokens': [{ token: () => `${good.token}\r\nAuthorization: Bearer other` }, 400],
  'two types': [{ type: () => `${good.type}\r\nContent-Type: text/plain` }, 400],
  'a compressed body': [{ type: () => `${good.type}\r\nContent-Encoding: gzip` }, 415],
  'another type': [{ type: 'Content-Type: text/plain' }, 415],
  'a form': [{ type: 'Content-Type: application/x-www-form-urlencoded' }, 415],
  'no type': [{ type: null }, 415],
  'an expectation': [{ type: () => `${good.type}\r\nExpect: the-unexpected` }, 417],
  'another version': [{ line: 'POST /api/v1/records HTTP/2.0' }, 400, 505],
  'no version': [{ line: 'POST /api/v1/records' }, 400, 505, 0],
  'a version of 1999': [{ line: 'POST /api/v1/records HTTP/1.999' }, 400, 505],
  'another method': [{ line: 'DELETE /api/v1/records HTTP/1.1' }, 405],
  'a made-up method': [{ line: 'FROBNICATE /api/v1/records HTTP/1.1' }, 405],
  'a whole address': [{ line: 'POST http://evil.example/api/v1/records HTTP/1.1' }, 400],
  'an address with two slashes': [{ line: 'POST //api/v1/records HTTP/1.1' }, 400],
  'an address with dots': [{ line: 'POST /api/v1/../v1/records HTTP/1.1' }, 400],
  'an address with escaped dots': [{ line: 'POST /api/v1/%2e%2e/v1/records HTTP/1.1' }, 400],
  'an address with a NUL': [{ line: 'POST /api/v1/records%00 HTTP/1.1' }, 400],
  'an address with a broken escape': [{ line: 'POST /api/v1/records%4 HTTP/1.1' }, 400],
  'an address that is no UTF-8': [{ line: 'POST /api/v1/records/%ff HTTP/1.1' }, 400],
  'an address with a backslash': [{ line: 'POST /api/v1\\records HTTP/1.1' }, 400],
  'an address that is too long': [{ line: `POST /api/v1/records?${'a'.repeat(20000)} HTTP/1.1` }, 400, 414],
  'a query with a name twice': [{ line: 'POST /api/v1/records?preview=1&preview=0 HTTP/1.1' }, 400],
  'a query with a broken escape': [{ line: 'POST /api/v1/records?preview=%zz HTTP/1.1' }, 400],
  'a header of a hundred kilobytes': [
    { type: () => `${good.type}\r\nX-Long: ${'a'.repeat(100000)}` },
    400,
    413,
    431,
    0,
  ],
  'a thousand headers': [{ type: () => `${good.type}${'\r\nX-Many: 1'.repeat(1000)}` }, 400, 413, 431, 0],
  'a body of two megabytes': [{ length: length(2000000), body: 'x'.repeat(2000000) }, 413],
  'a body of two hundred megabytes': [{ length: length(200000000), body: 'x'.repeat(1000) }, 413],
  'bytes that are no HTTP': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.repeat(20), 400, 0],
  'nothing but line ends': ['\r\n'.repeat(5000), 400, 0],
};

// some wait until the server gives up on them
describe('A request', { concurrency: 8 }, () => {
  for (const [what, [wrong, ...expected]] of Object.entries(cases))
    test(`${what} is refused`, async () => {
      const changes = Object.entries(wrong).map(([line, value]) => [line, typeof value === 'function' ? value() : value]);
      const bytes = typeof wrong === 'string' ? wrong : request(Object.fromEntries(changes));
      const answer = await exchange(council.server.port, bytes);
      const got = statuses(answer);
      assert.ok(new Set(got).size <= 1, `one answer: ${answer}`); // the library writes some of its own twice
      assert.ok(
        expected.includes(got[0] ?? 0),
        `${got[0] ?? 'no answer'} instead of ${expected.join(' or ')}: ${answer}`,
      );
      if (/^HTTP[^\n]*\r\n[\s\S]*application\/json/.test(answer)) {
        const { error } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
        assert.match(error.code, /^[a-z-]+$/);
        assert.ok(error.say.length > 10, 'it says what is wrong');
      }
    });
});

test('the request that all of these are made from is a good one', async () => {
  const preview = request({ line: 'POST /api/v1/records?preview=1 HTTP/1.1' });
  assert.deepEqual(statuses(await exchange(council.server.port, preview)), [200]);
});

test('what follows a refused body is not taken for a request', async () => {
  const smuggled = request({ length: 'Content-Length: 5' });
  const answer = await exchange(council.server.port, request({ type: 'Content-Type: text/plain', body: smuggled }));
  assert.equal(statuses(answer).length, 1, answer);
});

test('a connection that says nothing, or stops in the middle, keeps nobody waiting', async () => {
  const { port } = council.server;
  const halves = ['', 'GET / HT', request({}).slice(0, -10), `${good.line}\r\n${good.host}\r\n`];
  const open = halves.flatMap((half) => Array.from({ length: 10 }, () => exchange(port, half, { patience: 400 })));
  const answer = await member.get('/api/v1/me');
  assert.equal(answer.status, 200);
  await Promise.all(open);
});

test('HEAD gives the headers alone', async () => {
  const lines = ['HEAD /api/v1/me HTTP/1.1', good.host, good.token, 'Connection: close'];
  const answer = await exchange(council.server.port, `${lines.join('\r\n')}\r\n\r\n`);
  assert.deepEqual(statuses(answer), [200]);
  assert.ok(answer.endsWith('\r\n\r\n'));
});

test('after all of that, nothing changed and the process lives', () => unchanged());
