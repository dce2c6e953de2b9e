// One story made up by chance, lived in worlds that differ in what some may not know, and looked at with the eyes of all
// who may not.
import { NOW } from '../lib/council.mjs';
import { Chance } from './chance.mjs';
import { Crawl } from './crawl.mjs';
import { EnoughFound, Lockstep, NOBODY } from './lockstep.mjs';
import { Rules, showsReaders } from './rules.mjs';
import { secretWord } from './secret.mjs';
import { castOf } from './story.mjs';
import { Tour } from './tour.mjs';
import { Altered, blindTo, eyes, shareWorlds, Units } from './unit.mjs';
import { World } from './worlds.mjs';

const WORDS = 6; // that are searched for

/** Those first who see most of the records, though not what differs in them. */
function nearest(eyes, different, units) {
  const near = ({ viewer }) => different.filter((unit) => units.near(unit, viewer)).length;
  const counted = eyes.map((eye) => ({ eye, count: near(eye) }));
  return counted.sort((one, other) => other.count - one.count).map(({ eye }) => eye);
}

export class Story {
  /** Makes it up, in a world of its own, and decides what differs in each of so many worlds, and who looks at each. */
  static async tell(beginning, seed, { worlds, lookers }) {
    const rules = await Rules.read(beginning.pack, beginning.place);
    const parts = castOf(beginning.cast, beginning.pack);
    const { asker, mate, rival, head, junior, service } = parts;
    const cast = { openers: [asker, mate, rival, head, junior], everybody: beginning.cast.people, units: [service.id] };
    const tour = new Tour(rules, cast, new Chance(seed), NOW);
    const world = await World.after(beginning, 'the one in which it is made up');
    try {
      await tour.explore(world);
    } finally {
      await world.stop();
    }
    const units = new Units(tour, rules);
    const all = eyes(units.all, [NOBODY, ...beginning.cast.people, ...tour.guests]);
    const hidden = new Set(all.flatMap((eye) => [...eye.hidden]).flatMap(({ names }) => names));
    const open = new Set(units.all.flatMap(({ names }) => names).filter((name) => !hidden.has(name)));
    const altered = shareWorlds(all, (unit, viewer) => units.near(unit, viewer), worlds);
    const looking = new Set(altered.flatMap((one) => nearest(blindTo(all, one.units), one.units, units).slice(0, lookers)));
    const looks = all.filter((eye) => looking.has(eye) || eye.viewer === NOBODY);
    return Object.assign(new Story(), { beginning, seed, parts, rules, tour, eyes: looks, altered, open });
  }

  get viewers() {
    return this.eyes.map(({ viewer }) => viewer);
  }

  /**
   * What was compared: "procedure part", or "procedure" when it was whether there is a record -> how often, which is for a
   * viewer and a record.
   */
  get compared() {
    const pairs = new Map();
    for (const { units } of this.altered)
      for (const { viewer } of blindTo(this.eyes, units))
        for (const unit of units)
          for (const name of unit.names) pairs.set(name, (pairs.get(name) ?? new Set()).add(`${viewer.id} ${unit.key}`));
    return new Map([...pairs].map(([name, of]) => [name, of.size]));
  }

  /**
   * What there is to compare under the pack: parts in which somebody can write, and whether there are records; but for what
   * everybody may know of all records.
   */
  get wanted() {
    return this.rules.procedures.flatMap((procedure) => {
      const forms = [procedure.open.form, ...Object.values(procedure.powers).map((power) => power.form ?? [])].flat();
      const written = this.rules.partsWritten(forms);
      const hidden = procedure.parts.opener === undefined ? [] : ['opener'];
      const parts = [...new Set([...written, ...hidden])].map((part) => `${procedure.procedure} ${part}`);
      const names = procedure.open['keeps apart'] === undefined ? [procedure.procedure, ...parts] : parts;
      return names.filter((name) => !this.open.has(name));
    });
  }

  /** Lives it in all worlds and looks. Resolves to the lockstep, with the differences that were found, and `unseen`. */
  async compare(routes, { share }) {
    const { beginning, seed, tour, altered } = this;
    const names = altered.map(({ units }, i) => `seed ${seed}, world ${i + 1}: ${units.length} differences`);
    const worlds = await Promise.all(['the first', ...names].map((name) => World.after(beginning, name)));
    const others = worlds.slice(1).map((world, i) => ({ world, knows: [...altered[i].knows].map((id) => ({ id })), unless: [] }));
    const lockstep = new Lockstep(worlds[0], others, routes, showsReaders(this.rules.source));
    try {
      const lives = await Promise.all(worlds.map((world, i) => tour.live(world, i === 0 ? new Altered([]) : altered[i - 1])));
      await this.#look(lockstep, worlds, lives, share);
      lockstep.unseen = await this.#unseen(worlds, lives);
    } catch (error) {
      if (!(error instanceof EnoughFound)) throw new Error(`seed ${seed}: ${error.message}`, { cause: error });
    } finally {
      await Promise.all(worlds.map((world) => world.stop()));
    }
    return lockstep;
  }

  async #look(lockstep, worlds, lives, share) {
    const { beginning, parts, viewers } = this;
    await Promise.all(worlds.map((world) => this.#signIn(world)));
    const records = [...new Map(lives.flatMap((life) => [...life.values()]).map((record) => [record.ref, record])).values()];
    const story = { records, seen: records.slice(0, 3), words: this.#words };
    const crawls = viewers.map((viewer, turn) => new Crawl(lockstep, viewer, beginning.pack, parts, story, turn, share));
    for (const crawl of crawls) await crawl.all();
    for (const crawl of crawls) await crawl.lists();
  }

  /** In a world in which a guest has no record, a session is drawn all the same, as all come out of one stream. */
  async #signIn(world) {
    const { people } = this.beginning.cast;
    const guests = this.viewers.filter(({ kind }) => kind === 'guest');
    for (const guest of guests) if (!(await world.signIn(guest))) await world.signIn(people[0]);
    for (const person of people) if (this.viewers.includes(person)) await world.signIn(person);
  }

  get #words() {
    const written = this.tour.steps.flatMap((step) => Object.keys(step.written ?? {}).map((name) => `${step.key} ${name}`));
    return new Chance(this.seed).shuffled(written).slice(0, WORDS).map((key, i) => secretWord(key, i % 2 === 1));
  }

  /** Differences that nobody sees who may know them: to compare those would prove nothing. */
  async #unseen(worlds, lives) {
    const unseen = [];
    for (const [i, { units }] of this.altered.entries())
      for (const unit of units) {
        const seen = await this.#isSeen(unit, [worlds[0], worlds[i + 1]], [lives[0], lives[i + 1]]);
        if (!seen) unseen.push(unit.names.join(', '));
      }
    return unseen;
  }

  async #isSeen({ record, records, knows }, worlds, lives) {
    const [one] = records ?? [record];
    // one that an act opened has the same reference everywhere
    const refs = lives.map((life) => (life.get(one) ?? lives[0].get(one) ?? one).ref);
    for (const id of knows) {
      const person = this.tour.people.get(id);
      const [first, other] = await Promise.all(worlds.map((world, i) => world.try(person, 'GET', `/records/${refs[i]}`)));
      const said = (answer, ref) => JSON.stringify(answer).replaceAll(ref, '');
      if (said(first, refs[0]) !== said(other, refs[1])) return true;
    }
    return false;
  }
}
