// The promise: for every viewer, and any two histories that differ only in what that viewer may not see under the pack,
// every byte sent to that viewer is the same.
import { readSource } from '../mutation/source.mjs';
import { Crawl } from './crawl.mjs';
import { EnoughFound, Lockstep, NOBODY } from './lockstep.mjs';
import { Routes } from './routes.mjs';
import { showsReaders } from './rules.mjs';
import { castOf, live, secretsOf, viewersOf } from './story.mjs';
import { World } from './worlds.mjs';

/** Secrets that the same people know share a world: all who do not know see it beside the first. */
function shared(secrets) {
  const found = new Map();
  for (const secret of secrets) {
    const who = [...secret.knows.map((person) => person.id).sort(), ...(secret.unless ?? [])].join(' ');
    found.set(who, [...(found.get(who) ?? []), secret]);
  }
  return [...found.values()];
}

export class Paired {
  static async begin(beginning, { thorough = false, only } = {}) {
    const paired = new Paired();
    const parts = castOf(beginning.cast, beginning.pack);
    const secrets = secretsOf(parts);
    const kept = secrets.filter((secret) => only === undefined || only.includes(secret.name));
    const groups = thorough ? kept.map((secret) => [secret]) : shared(kept);
    const first = await World.after(beginning, 'the first world');
    const worlds = await Promise.all(
      groups.map((group) => World.after(beginning, group.map((secret) => secret.name).join('; '))),
    );
    Object.assign(paired, { parts, secrets, first, worlds, viewers: viewersOf(beginning.cast, parts, thorough), pack: beginning.pack, thorough });
    paired.lockstep = new Lockstep(
      first,
      worlds.map((world, i) => ({ world, knows: groups[i][0].knows, unless: groups[i][0].unless ?? [] })),
      await Routes.read(),
      showsReaders(await readSource(beginning.pack)),
    );
    await paired.#live(groups);
    return paired;
  }

  async #live(groups) {
    const all = [this.first, ...this.worlds];
    const people = [...new Set([...this.viewers, ...this.secrets.flatMap((secret) => secret.knows)])];
    await Promise.all(
      all.map(async (world) => {
        for (const person of people) await world.signIn(person);
      }),
    );
    this.lockstep.routes.note('POST', '/sign-in', 303);
    const lives = await Promise.all(all.map((world, i) => live(world, this.parts, this.secrets, i === 0 ? [] : groups[i - 1])));
    const once = (records) => [...new Map(records.map((record) => [record.ref, record])).values()];
    this.story = {
      records: once(lives.flatMap((life) => life.records)),
      seen: lives[0].seen,
      words: this.secrets.flatMap((secret) => secret.words),
    };
  }

  /** Looks with all eyes. Differences stand in the lockstep afterwards. */
  async crawl({ stopAtFirst = false } = {}) {
    this.lockstep.stopAtFirst = stopAtFirst;
    try {
      const crawls = [NOBODY, ...this.viewers].map(
        (viewer, turn) => new Crawl(this.lockstep, viewer, this.pack, this.parts, this.story, this.thorough ? undefined : turn),
      );
      for (const crawl of crawls) await crawl.all();
      for (const crawl of crawls) await crawl.send();
      for (const crawl of crawls) await crawl.lists();
      for (const viewer of this.viewers) await this.#signOut(viewer);
    } catch (error) {
      if (!(error instanceof EnoughFound)) throw error;
    }
  }

  async #signOut(viewer) {
    const page = (await this.lockstep.ask(viewer, 'GET', '/')).body.toString();
    const token = /name="form-token" value="([^"]+)"/.exec(page)?.[1];
    await this.lockstep.ask(viewer, 'POST', '/sign-out', { form: { 'form-token': token }, everywhere: true });
    await this.lockstep.ask(viewer, 'GET', '/', { everywhere: true });
  }

  /** What no log may hold: words of records and of searches, references, tokens. */
  get loggedSecrets() {
    const secrets = [...this.story.words, ...this.story.records.map((record) => record.ref)];
    return [this.first, ...this.worlds].flatMap((world) => {
      const log = world.log.toLowerCase();
      const kept = [...secrets, ...world.tokens.values(), ...[...world.cookies.values()].map((cookie) => cookie.split('=')[1])];
      return kept.filter((secret) => log.includes(secret.toLowerCase()));
    });
  }

  end() {
    return Promise.all([this.first, ...this.worlds].map((world) => world.stop()));
  }
}
