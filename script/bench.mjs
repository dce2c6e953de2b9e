#!/usr/bin/env node
// Measures Comity against nginx serving the same bytes as files, in one run, and prints ratios. Absolute rates tell of the machine and are not kept.
//   script/bench [--records 100000] [--seconds 3] [--rounds 3] [--markdown FILE]
// The two are measured in turns, and the middle of the rounds' ratios is kept: what else the machine does falls on both.
// Data is kept in TMPDIR (/tmp): writing is only measured on a real disk, which /dev/shm is not.
// Needs what `script/bootstrap --bench` installs (nginx, wrk) and build/comity (or COMITY).
import { spawn, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { mkdtempSync, mkdirSync, writeFileSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const comity = process.env.COMITY || join(root, 'build/comity');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const records = Number(option('records', 100000)), seconds = Number(option('seconds', 3)), rounds = Number(option('rounds', 3)), markdown = option('markdown', null);
const NOW = '2026-12-18T10:00:00Z';
const place = mkdtempSync(join(tmpdir(), 'comity-bench-'));
const children = [];
const say = (...words) => console.error(...words);

function stop() {
  for (const child of children) child.kill('SIGTERM'); // nginx's workers outlive a master that is killed outright
  rmSync(place, { recursive: true, force: true });
}
process.on('exit', stop);
process.on('SIGINT', () => process.exit(1));

/** A demo with so many more records; its address, folder and process once it answers. */
function serve(name, count) {
  const data = join(place, name), fresh = !existsSync(data);
  const args = ['demo', '--pack', 'northampton', '--listen', '127.0.0.1:0', '--data', data, '--now', NOW];
  if (fresh) args.push('--records', String(count));
  const begun = process.hrtime.bigint();
  const child = spawn(comity, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (bytes) => {
      out += bytes;
      const address = /http:\/\/[0-9.:]+/.exec(out);
      if (address) resolve({ child, data, address: address[0], started: Number(process.hrtime.bigint() - begun) / 1e9 });
    });
    child.on('exit', (code) => reject(new Error(`comity demo ended with ${code}`)));
  });
}

/** A session's cookie, by the demo's sign-in page. */
async function signIn(address, person) {
  const page = await fetch(`${address}/sign-in`);
  const cookies = page.headers.getSetCookie?.() ?? [page.headers.get('set-cookie')].filter(Boolean);
  const html = await page.text();
  const form = html.split('<form').find((piece) => piece.includes(person));
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<(?:input|button)[^>]*>/g)) {
    const field = /name="([^"]*)"/.exec(tag)?.[1], value = /value="([^"]*)"/.exec(tag)?.[1];
    if (field && (!tag.startsWith('<button') || value === person)) fields.set(field, value ?? '');
  }
  const action = /action="([^"]*)"/.exec(form)?.[1] ?? '/sign-in';
  const answer = await fetch(address + action, {
    method: 'POST', redirect: 'manual', body: fields, headers: { cookie: cookies.map((c) => c.split(';')[0]).join('; ') },
  });
  const set = (answer.headers.getSetCookie?.() ?? [answer.headers.get('set-cookie')]).filter(Boolean);
  if (set.length === 0) throw new Error(`signing in as ${person} failed: ${answer.status}`);
  return set.map((c) => c.split(';')[0]).join('; ');
}

/** Requests a second and latencies in microseconds, by wrk. */
function load(url, connections, { headers = {}, script } = {}) {
  const args = ['-t', connections > 1 ? '2' : '1', '-c', String(connections), '-d', `${seconds}s`, '--latency'];
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}: ${value}`);
  if (script) args.push('-s', script);
  const out = execFileSync('wrk', [...args, url], { encoding: 'utf8' });
  const micro = (text) => { const [, n, unit] = /([\d.]+)(us|ms|s)/.exec(text) ?? [null, NaN, 'us']; return Number(n) * { us: 1, ms: 1e3, s: 1e6 }[unit]; };
  if (/Non-2xx/.test(out)) throw new Error(`${url}: ${out}`);
  const percentile = (n) => micro(new RegExp(`^ *${n}% +(\\S+)`, 'm').exec(out)[1]); // a line of its own: other lines end in such a number
  return { rate: Number(/Requests\/sec:\s*([\d.]+)/.exec(out)[1]), median: percentile(50), p99: percentile(99) };
}

const middle = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** What `one` measures over what `other` does, in turns: the middle ratio of each figure, and the rates. */
function compare(one, other) {
  const pairs = Array.from({ length: rounds }, () => [one(), other()]);
  const ratio = (figure) => middle(pairs.map(([a, b]) => a[figure] / b[figure]));
  return { rate: ratio('rate'), median: ratio('median'), p99: ratio('p99'), rates: [0, 1].map((i) => middle(pairs.map((pair) => pair[i].rate))) };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Its address, once it serves the files. The port is a free one: an nginx that an earlier run left would serve other bytes. */
async function nginx(files) {
  const port = await freePort();
  const folder = join(place, 'nginx'), www = join(folder, 'www');
  mkdirSync(www, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(www, name), bytes);
  writeFileSync(join(folder, 'nginx.conf'), `daemon off; worker_processes 2; pid ${folder}/pid; error_log ${folder}/error.log; ${process.getuid() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http { access_log off; sendfile on; keepalive_requests 100000000; default_type text/html;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${port}; root ${www}; } }\n`);
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  children.push(child);
  const address = `http://127.0.0.1:${port}`, [name] = Object.keys(files);
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(`${address}/${name}`).catch(() => null);
    if (answer !== null && Buffer.from(await answer.arrayBuffer()).equals(files[name])) return address;
    await wait(100);
  }
  throw new Error(`nginx does not serve at ${address}: see what it said above`);
}

const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const peak = (pid) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
const token = (data, id) => execFileSync(comity, ['token', '--data', data, id], { encoding: 'utf8' }).trim();
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function restarted(server, name) {
  server.child.removeAllListeners('exit');
  server.child.kill('SIGTERM');
  await new Promise((resolve) => server.child.once('exit', resolve));
  return serve(name, 0);
}

const HEAD = 'p-dana-okafor', MEMBER = 'p-alex-moss';
say(`building ${records} records …`);
let big = await serve('big', records);
say('building 1000 records …');
const small = await serve('small', 1000);
big = await restarted(big, 'big');
const cookie = { cookie: await signIn(big.address, HEAD) }, smallCookie = { cookie: await signIn(small.address, HEAD) };
const idle = rss(big.child.pid);
const list = await (await fetch(`${big.address}/records`, { headers: cookie })).text();
const ref = /\/records\/(ENQ-[0-9A-Z]+-[0-9A-Z]+)"/.exec(list)[1]; // an enquiry, as most are
const pages = { record: `/records/${ref}`, list: '/records', home: '/', search: '/records?q=street+light&state=all' };
const files = {};
for (const [name, path] of Object.entries(pages)) files[`${name}.html`] = Buffer.from(await (await fetch(big.address + path, { headers: cookie })).arrayBuffer());
const baseline = await nginx(files);

const rows = [];
for (const [name, path] of Object.entries(pages)) {
  for (const connections of [1, 8]) {
    say(`${name}, ${connections} connection(s) …`);
    const found = compare(() => load(big.address + path, connections, { headers: cookie }), () => load(`${baseline}/${name}.html`, connections));
    rows.push({ name, connections, bytes: files[`${name}.html`].length, ...found });
    say(`   ${found.rates.map(Math.round).join(' against ')} a second: ${found.rate.toFixed(3)}`);
  }
}
say('the same list at 1000 records …');
const flat = ['list', 'search', 'home'].map((name) => {
  const found = compare(() => load(small.address + pages[name], 1, { headers: smallCookie }), () => load(big.address + pages[name], 1, { headers: cookie }));
  return { name, growth: found.rate };
});

say('sending enquiries …');
const body = JSON.stringify({ procedure: 'enquiry', fields: { service: 's-housing', for: 'myself', purpose: 'council', subject: 'Bench', question: 'How fast is this?' } });
const bearer = token(big.data, MEMBER), script = join(place, 'send.lua');
writeFileSync(script, `math.randomseed(os.time()) -- other keys in each round
local n = 0
function setup(thread) thread:set("id", tostring(math.random(1000000000))) end
function request()
  n = n + 1
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer ${bearer}", ["Idempotency-Key"] = id .. "-" .. tostring(n) .. "-" .. tostring(os.clock()) }
  return wrk.format("POST", "/api/v1/records", headers, [[${body}]])
end\n`);
const writers = compare(() => load(big.address, 8, { script }), () => load(big.address, 1, { script }));
say(`   ${writers.rates.map(Math.round).join(' of eight against ')} of one a second: ${writers.rate.toFixed(2)}`);
const memory = rss(big.child.pid), most = peak(big.child.pid);

const f = (n, digits = 2) => n.toFixed(digits);
let out = `Against nginx serving the same bytes as files, in the same run (${records.toLocaleString('en')} records):\n\n`;
out += '| page | bytes | connections | rate, of nginx\'s | median time, times nginx\'s | 99th percentile, times nginx\'s |\n|---|---:|---:|---:|---:|---:|\n';
for (const row of rows) out += `| ${row.name} | ${row.bytes} | ${row.connections} | ${f(row.rate)} | ${f(row.median)} | ${f(row.p99)} |\n`;
out += `\n| growing from 1,000 to ${records.toLocaleString('en')} records | times slower |\n|---|---:|\n`;
for (const row of flat) out += `| ${row.name} | ${f(row.growth)} |\n`;
out += `\n| writing | |\n|---|---:|\n| acts a second of eight writers, times those of one | ${f(writers.rate)} |\n| median time of one of eight, times that of one alone | ${f(writers.median)} |\n| 99th percentile, likewise | ${f(writers.p99)} |\n| failed or "busy" | 0 |\n`;
out += `\n| the process | |\n|---|---:|\n| memory when started, MiB | ${f(idle, 0)} |\n| memory at the end, MiB (at most) | ${f(memory, 0)} (${f(most, 0)}) |\n| started and answering, seconds | ${f(big.started)} |\n`;
console.log(out);
if (markdown) writeFileSync(markdown, readFileSync(markdown, 'utf8').replace(/(<!-- bench -->\n)[\s\S]*?(<!-- end -->)/, (_, a, b) => `${a}${out}${b}`));
process.exit(0);
