// A council to try things on: the demo's, with its cast of Members and Officers, its clock, and whoever signs in.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { castOf, readDirectory } from './cast.mjs';
import { comity, folder, replayed, run } from './comity.mjs';
import { Server } from './server.mjs';
import { Visitor } from './visitor.mjs';

/** Monday 6 July 2026, ten o'clock in England. No bank holiday of England is near. */
export const NOW = '2026-07-06T09:00:00Z';

/** PostgreSQL's URL when the scenarios run on it (script/test --store postgres). */
export const postgres = process.env.COMITY_TEST_POSTGRES;

/** The options that name a council's place: a folder of its own, or a schema of its own. */
export function newPlace() {
  if (postgres === undefined) return ['--data', join(folder(), 'council')];
  const schema = `t${randomBytes(8).toString('hex')}`;
  return ['--store', `${postgres}${postgres.includes('?') ? '&' : '?'}options=-csearch_path%3D${schema}`];
}

/**
 * The folder of a council that was made ahead, for a campaign that plays scenarios thousands of times
 * (test/mutation/councils.mjs); undefined: there is none.
 */
function madeAhead(kind, pack) {
  const made = process.env.COMITY_TEST_COUNCILS && join(process.env.COMITY_TEST_COUNCILS, `${kind}-${pack}`);
  return made !== undefined && existsSync(made) ? made : undefined;
}

/** Puts a copy of one there, under the pack as it is now; gives {directory, tokens: of everybody} as it was on NOW. */
async function copied(from, pack, place) {
  cpSync(join(from, 'council'), place[1], { recursive: true });
  await comity('pack', 'adopt', ...place, '--pack', pack);
  return JSON.parse(readFileSync(join(from, 'people.json'), 'utf8'));
}

export class Council {
  /** tokens: those that people have already, by their ids. */
  constructor(server, place, tokens = {}) {
    this.server = server;
    this.place = place;
    this.tokens = tokens;
    this.visitors = new Map();
  }

  /** Starts it, and learns who is who, which is known of a directory made ahead. */
  async begin(pack, directory) {
    await this.server.start();
    this.pack = pack;
    this.directory = directory ?? (await readDirectory(this));
    this.cast = castOf(this.directory);
    return this;
  }

  get address() {
    return this.server.address;
  }

  /** Runs a command on this council, beside the server. */
  comity(...args) {
    return comity(...args, ...this.place);
  }

  run(...args) {
    return run([...args, ...this.place]);
  }

  /** A person who is signed in; the same visitor each time. */
  async as(person) {
    if (!this.visitors.has(person.id))
      this.visitors.set(
        person.id,
        this.tokenOf(person).then((token) => new Visitor(this, person, token)),
      );
    return this.visitors.get(person.id);
  }

  async tokenOf(person) {
    return this.tokens[person.id] ?? (await this.comity('token', person.id)).trim();
  }

  /** Tokens for all of these by one command, which is quicker than one each. */
  async giveTokens(people) {
    const ids = people.map((person) => person.id).filter((id) => this.tokens[id] === undefined);
    const printed = ids.length === 0 ? '' : await this.comity('token', ...ids);
    printed.trim().split('\n').forEach((token, i) => (this.tokens[ids[i]] = token));
  }

  /** Everybody, in the order of the cast. */
  everybody() {
    return Promise.all(this.cast.people.map((person) => this.as(person)));
  }

  nobody() {
    return new Visitor(this, { id: 'nobody', name: 'nobody' }, undefined);
  }

  /** Moves the clock on and lets fall due what does. */
  clock(to) {
    return this.nobody().expect(200, 'POST', '/api/v1/test/clock', { body: { to } });
  }

  /** Stops it, and makes every decision again from what is kept of it: each must come out as it did. */
  async stop() {
    const ended = await this.server.stop();
    await replayed(this.place);
    return ended;
  }
}

/** The demo council under a pack, at a time. */
export async function demo({ pack, now = NOW, place }) {
  const at = place ?? newPlace();
  const ahead = now === NOW && place === undefined ? madeAhead('demo', pack) : undefined;
  const { tokens, directory } = ahead === undefined ? {} : await copied(ahead, pack, at);
  return new Council(new Server(['demo', '--pack', pack, ...at, '--now', now]), at, tokens).begin(pack, directory);
}

const directories = new Map(); // pack -> promise of a file with the demo's people

/** The file is made once for all test files that one run starts: to live through the demo's weeks takes longest. */
async function directoryOf(pack) {
  const path = join(process.env.COMITY_TEST_SHARED ?? folder(), `${pack}.json`);
  if (existsSync(path)) return path;
  const [place, made] = [newPlace(), join(folder(), 'directory.json')];
  const server = new Server(['demo', '--pack', pack, ...place, '--now', NOW]);
  await server.start();
  writeFileSync(made, await comity('directory', 'export', ...place));
  await server.stop();
  renameSync(made, path); // whole, whoever else makes it at the same time
  return path;
}

async function newCouncil(pack, place) {
  if (!directories.has(pack)) directories.set(pack, directoryOf(pack));
  await comity('init', ...place, '--pack', pack, '--name', 'Young Council');
  await comity('directory', 'import', await directories.get(pack), '--format', 'popolo', ...place);
  return {};
}

/** A council with the demo's people and no records yet: quicker to make, for tests that move the clock. */
export async function young({ pack, now = NOW }) {
  const place = newPlace();
  const ahead = now === NOW ? madeAhead('young', pack) : undefined;
  const { tokens, directory } = await (ahead === undefined ? newCouncil(pack, place) : copied(ahead, pack, place));
  return new Council(new Server(['serve', ...place, '--test', '--now', now, '--quiet']), place, tokens).begin(pack, directory);
}

/** What these people (or everybody) were told since: call it, do something, and call what it gave; then go on. */
export async function watchNotices(council, people = council.cast.people) {
  const everybody = await Promise.all(people.map((person) => council.as(person)));
  const seen = new Map(people.map((person) => [person.id, new Set()]));
  const told = async () => {
    const all = await Promise.all(everybody.map((visitor) => visitor.notices()));
    return everybody.flatMap(({ id, person }, i) => {
      const fresh = all[i].filter((notice) => !seen.get(id).has(notice.ref));
      for (const notice of fresh) seen.get(id).add(notice.ref);
      return fresh.map((notice) => ({ ...notice, person }));
    });
  };
  await told();
  return told;
}

/** The names of who was told, once each and sorted. */
export const whoWasTold = (told) => [...new Set(told.map((notice) => notice.person.name))].sort();
export const names = (people) => [...new Set(people.map((person) => person.name))].sort();

export function assertStatus(answer, status) {
  assert.equal(answer.status, status, answer.text);
  return answer.body;
}

/** 422 with a refusal under this clause. */
export function assertRefused(answer, clause) {
  assertStatus(answer, 422);
  assert.equal(answer.body.refused?.clause, clause, answer.text);
  assert.ok(answer.body.refused.say.length > 10, 'a refusal says why');
  const cited = answer.body.refused.cites.find((one) => one.id === clause);
  assert.ok(cited?.summary, 'the clause comes with its summary');
}

/** 422 with an error beside each of these fields, and no other. */
export function assertErrors(answer, ...fields) {
  assertStatus(answer, 422);
  assert.deepEqual(answer.body.errors?.map((error) => error.field).sort(), [...fields].sort(), answer.text);
  for (const error of answer.body.errors) assert.ok(error.say.length > 5, 'an error says what is wrong');
}
