// Worlds: councils that began alike, stand at the same time and draw the same references, each with its own history.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCast } from '../lib/cast.mjs';
import { comity, folder, replayed } from '../lib/comity.mjs';
import { Council, newPlace, NOW, postgres } from '../lib/council.mjs';
import { Server } from '../lib/server.mjs';
import { Wire, header } from './wire.mjs';

const SEED = '7';

const demoAt = (pack, place) => new Server(['demo', '--pack', pack, ...place, '--now', NOW, '--seed', SEED, '--verbose']);

let databases = Promise.resolve();

/** A database of our own, like another one or empty; its address. One at a time: a template must be at rest. */
async function copyDatabase(like) {
  const name = `leak_${randomBytes(8).toString('hex')}`;
  const template = like === undefined ? 'template1' : new URL(like).pathname.slice(1);
  databases = databases.then(() => promisify(execFile)('psql', [postgres, '-qc', `CREATE DATABASE ${name} TEMPLATE ${template}`]));
  await databases;
  return Object.assign(new URL(postgres), { pathname: `/${name}` }).href;
}

async function tokensOf(place, people) {
  const tokens = new Map();
  for (const { id } of people) tokens.set(id, (await comity('token', id, ...place)).trim());
  return tokens;
}

/** A demo council of which there can be copies: its place, who is who, and everybody's token. */
export class Beginning {
  static async of(pack) {
    const beginning = new Beginning();
    beginning.pack = pack;
    beginning.place = postgres === undefined ? newPlace() : ['--store', await copyDatabase()];
    const server = demoAt(pack, beginning.place);
    await server.start();
    const council = new Council(server, beginning.place);
    beginning.cast = await readCast(council);
    const { posts } = JSON.parse(await council.comity('directory', 'export'));
    /** Services for whose head somebody else acts while there is none. */
    beginning.cast.deputised = beginning.cast.services.filter((service) =>
      posts.some((post) => post.role === 'head' && post.organization_id === service.id && post.deputy_id !== undefined),
    );
    beginning.tokens = await tokensOf(beginning.place, beginning.cast.people);
    await server.stop();
    return beginning;
  }

  /** For another process: in a file, and out of it. */
  keep(file) {
    writeFileSync(file, JSON.stringify({ ...this, tokens: [...this.tokens] }));
    return file;
  }

  static from(file) {
    const people = new Map(); // each person is one object again, wherever they are named
    const one = (person) => people.get(person.id) ?? people.set(person.id, person).get(person.id);
    const kept = JSON.parse(readFileSync(file, 'utf8'), (_, value) => (value?.tenures === undefined ? value : one(value)));
    const holder = (role) =>
      kept.cast.people.find((person) => person.tenures.some((tenure) => tenure.now && tenure.role === role));
    return Object.assign(new Beginning(), kept, { tokens: new Map(kept.tokens), cast: { ...kept.cast, holder } });
  }

  /** The place of another council that began like that. */
  async again() {
    if (postgres !== undefined) return ['--store', await copyDatabase(this.place[1])];
    const place = join(folder(), 'council');
    cpSync(this.place[1], place, { recursive: true });
    return ['--data', place];
  }
}

export class World {
  static async after(beginning, name) {
    const world = new World();
    Object.assign(world, { name, place: await beginning.again(), tokens: new Map(beginning.tokens), cookies: new Map(), log: '' });
    world.server = demoAt(beginning.pack, world.place);
    await world.server.start();
    world.server.child.stderr.on('data', (piece) => (world.log += piece));
    world.wire = new Wire(world.server.address);
    return world;
  }

  // ---- as somebody; undefined: nobody who is signed in

  bearer(person) {
    return person === undefined ? {} : { Authorization: `Bearer ${this.tokens.get(person.id)}` };
  }

  cookie(person) {
    const cookie = this.cookies.get(person?.id);
    return cookie === undefined ? {} : { Cookie: cookie };
  }

  /** In every world in the same order: the sessions' tokens come out of one stream. False: a guest's code is not good any more. */
  async signIn(person) {
    const [path, form] = person.kind === 'guest' ? ['/receipt', { code: this.tokens.get(person.id) }] : ['/sign-in', { person: person.id }];
    const body = new URLSearchParams(form).toString();
    const answer = await this.wire.send('POST', path, { 'Content-Type': 'application/x-www-form-urlencoded' }, body);
    if (person.kind === 'guest' && answer.status === 422) return false;
    assert.equal(answer.status, 303, `${this.name}: ${person.name} cannot sign in`);
    this.cookies.set(person.id, header(answer, 'set-cookie').split(';')[0]);
    return true;
  }

  /** What the API answers, whatever that is: {status, body}. */
  async try(person, method, path, json, key) {
    const headers = { ...this.bearer(person), ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
    if (json !== undefined) headers['Content-Type'] = 'application/json';
    const { status, body } = await this.wire.send(method, `/api/v1${path}`, headers, json && JSON.stringify(json));
    return { status, body: JSON.parse(body.toString()) };
  }

  async api(person, method, path, json, key) {
    const { status, body } = await this.try(person, method, path, json, key);
    const asked = () => `${this.name}: ${person?.name ?? 'nobody'}: ${method} ${path}: ${status} ${JSON.stringify(body)}`;
    assert.ok(status < 300, asked());
    return body;
  }

  // ---- what the story is told with. A step's name is its key: the same act has the same references in each world

  async open(step, person, procedure, fields) {
    const record = await this.api(person, 'POST', '/records', { procedure, fields }, step);
    return { ref: record.ref, cursor: `${Date.parse(record.opened_at) / 1000}-${record.ref}` };
  }

  use(step, person, record, power, fields = {}) {
    return this.api(person, 'POST', `/records/${record.ref}/${power}`, { fields }, step);
  }

  clock(to) {
    return this.api(undefined, 'POST', '/test/clock', { to });
  }

  comity(...args) {
    return comity(...args, ...this.place);
  }

  /** The council's folder; undefined when its data stand in PostgreSQL. */
  get folder() {
    return this.place[0] === '--data' && existsSync(this.place[1]) ? this.place[1] : undefined;
  }

  async stop() {
    this.wire.close();
    await this.server.stop();
    await replayed(this.place);
  }
}
