// Histories made up by a seeded generator: people open records and use whatever powers they have, in any order.
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** A number from 0 up to, not including, `below` (mulberry32). */
  number(below) {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  }

  of(list) {
    return list[this.number(list.length)];
  }

  words(count) {
    const words = 'bins lamp lease roof river bench grant Castle hedge noise 41 permit <b> & "quoted" ’s'.split(' ');
    return Array.from({ length: 1 + this.number(count) }, () => this.of(words)).join(' ');
  }
}

/** What each choice must not be: what the pack refuses, and what would tell the people whom it must not reach. */
const NOT_CHOSEN = { purpose: ['party'], seeks: ['policy'], foi: ['releasable'] };
const NOT_CHOSEN_IN = { town: { for: ['my group'] } };

/** What stays among those who ask and those who answer; other procedures tell more people by their nature. */
const AMONG_THEMSELVES = ['enquiry', 'advice', 'group-report'];

function asked(field, fields) {
  return field.when === undefined || field.when === null || Object.entries(field.when).every(([name, values]) => values.includes(fields[name]));
}

/** A form filled in as somebody might; undefined when there is nothing to choose for what must be chosen. */
export function fill(chance, form, { pack, service, day }) {
  const never = { ...NOT_CHOSEN, ...NOT_CHOSEN_IN[pack] };
  const fields = {};
  for (const field of form) {
    if (!asked(field, fields) || (!field.required && chance.number(2) === 0)) continue;
    if (field.kind === 'attest') fields[field.name] = true;
    else if (field.kind === 'date') fields[field.name] = day;
    else if (field.kind === 'text' || field.kind === 'long') fields[field.name] = chance.words(field.kind === 'text' ? 4 : 30);
    else if (field.kind === 'service') fields[field.name] = service.id;
    else {
      const allowed = (field.choices ?? []).filter(({ value }) => !(never[field.name] ?? []).includes(value));
      if (allowed.length === 0) return undefined;
      fields[field.name] = chance.of(allowed).value;
    }
  }
  return fields;
}

/** A Wednesday: no office of the packs is closed on one in the weeks of a history. */
function workingDay(from) {
  const day = new Date(from);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

const later = (now, hours) => new Date(Date.parse(now) + hours * 3600_000).toISOString().replace('.000Z', 'Z');

/**
 * A plan that both worlds follow. Each step is whose: an outsider's happens in both; an insider's, on an insider's
 * record, in the second world alone. actors of a record: who might have a power on it.
 */
export class History {
  constructor(seed, parts, now) {
    Object.assign(this, { chance: new Chance(seed), parts, now });
    this.records = { in: [], out: [] };
    this.number = 0;
  }

  get #insiders() {
    const { asker, mate, head, junior, second } = this.parts;
    return { openers: [asker, mate], actors: [asker, mate, head, junior, second].filter(Boolean), service: this.parts.service };
  }

  get #outsiders() {
    const { stranger, otherHead, otherJunior } = this.parts;
    return { openers: [stranger], actors: [stranger, otherHead, otherJunior], service: this.parts.elsewhere };
  }

  /** worlds: [first, second]. */
  async step(worlds) {
    if (this.chance.number(6) === 0) {
      this.now = later(this.now, 1 + this.chance.number(60));
      await Promise.all(worlds.map((world) => world.clock(this.now)));
      return;
    }
    const inside = this.chance.number(2) === 0;
    const side = inside ? 'in' : 'out';
    const cast = inside ? this.#insiders : this.#outsiders;
    const acting = inside ? worlds.slice(1) : worlds;
    if (this.records[side].length === 0 || this.chance.number(3) === 0) await this.#open(acting, cast, side);
    else await this.#use(acting, cast, side);
  }

  async #open(worlds, cast, side) {
    const person = this.chance.of(cast.openers);
    const { procedures } = await worlds[0].api(person, 'GET', '/procedures');
    const { name, form } = this.chance.of(procedures.filter((one) => one.allowed && AMONG_THEMSELVES.includes(one.name)));
    const fields = this.#fill(form, cast);
    if (fields === undefined) return;
    const key = `step ${this.number++}`;
    const opened = await Promise.all(worlds.map((world) => world.open(key, person, name, fields)));
    this.records[side].push(opened[0]);
  }

  async #use(worlds, cast, side) {
    const record = this.chance.of(this.records[side]);
    const person = this.chance.of(cast.actors);
    const answer = await worlds[0].wire.send('GET', `/api/v1/records/${record.ref}`, worlds[0].bearer(person));
    const powers = answer.status === 200 ? (JSON.parse(answer.body).powers ?? []) : [];
    if (powers.length === 0) return;
    const { name, form } = this.chance.of(powers);
    const fields = this.#fill(form, cast);
    if (fields === undefined) return;
    const key = `step ${this.number++}`;
    await Promise.all(worlds.map((world) => world.use(key, person, record, name, fields)));
  }

  #fill(form, { service }) {
    return fill(this.chance, form, { pack: this.parts.pack, service, day: workingDay(later(this.now, 24 * (10 + this.chance.number(30)))) });
  }
}
