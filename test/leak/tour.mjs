// A story through all procedures of a pack, made up by a seeded generator: people and guests open records, as the API
// offers it, and use whatever powers they have, until each was used if it can be. It becomes a list of steps, which
// worlds live through alike but for what is secret.
import { fill } from './form.mjs';
import { NOBODY } from './lockstep.mjs';
import { list } from './rules.mjs';
import { secretText } from './secret.mjs';
import { Told } from './told.mjs';

const ROUNDS = 40; // at most
const LONG = 7; // every so many rounds, what is owed is missed
const OF_ONE_PROCEDURE = 18; // records, at most
const TRIES = 5; // to fill a form so that the pack does not refuse it
const LOOKS = 6; // people who look at a record in a round
const DAY = 24 * 3600_000;

const later = (now, days) => new Date(Date.parse(now) + days * DAY).toISOString().replace('.000Z', 'Z');

/** What is refused whatever else is said: "field value". */
function refusedAlone({ refuse }) {
  const tests = list(refuse).map((one) => Object.entries(one.when ?? {}));
  const alone = tests.filter((test) => test.length === 1).map(([one]) => one);
  return new Set(alone.flatMap(([field, values]) => list(values).map((value) => `${field} ${value}`)));
}

export class Tour {
  /** cast: people by preference {openers, everybody}, each {id}. */
  constructor(rules, cast, chance, now) {
    Object.assign(this, { rules, cast, chance, now });
    this.people = new Map(cast.everybody.map((person) => [person.id, person]));
    this.guests = [];
    this.records = [];
    this.steps = [];
    this.used = new Set(); // "procedure power"
    this.written = new Set(); // "procedure part"
    this.wanted = new Set(); // procedures of which others want to name a record
    this.tried = 0;
  }

  record(ref) {
    return this.records.find((one) => one.ref === ref);
  }

  /** Whom the program keeps apart from somebody, as was declared. */
  apartFrom(person) {
    const declared = this.records.filter((record) => record.procedure.open['keeps apart'] !== undefined);
    return declared.flatMap((record) => {
      const both = [record.opener, ...record.named(record.procedure.open['keeps apart'])];
      return both.includes(person) ? both.filter((one) => one !== person) : [];
    });
  }

  // ---- making it up, in a world of its own

  async explore(world) {
    for (let round = 0; round < ROUNDS && !(round > LONG && this.unused.length === 0); round++) {
      for (const procedure of this.chance.shuffled(this.rules.procedures)) await this.#openMore(world, procedure, round);
      for (const record of this.chance.shuffled(this.records)) if (this.#goesOn(record)) await this.#actOn(world, record);
      await this.#wait(world, round % LONG === LONG - 1 ? 70 : 1 + this.chance.number(4));
    }
  }

  #goesOn(record) {
    return !record.over && (this.#unused(record.procedure).length > 0 || this.chance.once(4));
  }

  async #wait(world, days) {
    this.now = later(this.now, days);
    this.steps.push({ clock: this.now });
    await world.clock(this.now);
  }

  /** What nobody did yet, of all that people can do, or without writing all that it could. */
  get unused() {
    return this.rules.procedures.flatMap((procedure) => this.#unused(procedure).map((name) => `${procedure.procedure} ${name}`));
  }

  #unused(procedure) {
    const yet = (set, name) => set.has(`${procedure.procedure} ${name}`);
    return Object.entries(procedure.powers)
      .filter(([, power]) => !power['clock only'])
      .filter(([name, { form }]) => !yet(this.used, name) || this.rules.partsWritten(form).some((part) => !yet(this.written, part)))
      .map(([name]) => name);
  }

  async #openMore(world, procedure, round) {
    const opened = this.records.filter((record) => record.procedure === procedure).length;
    const name = procedure.procedure;
    const unwritten = this.rules.partsWritten(procedure.open.form).some((part) => !this.written.has(`${name} ${part}`));
    const more = unwritten || this.#unused(procedure).length > 0 || this.wanted.delete(name);
    const enough = procedure.parts.opener === undefined ? 2 : 6; // by guests and by others
    if (opened >= (more ? OF_ONE_PROCEDURE : enough)) return;
    if (round < 2 || opened < enough || this.chance.once(2)) await this.#open(world, procedure);
  }

  /** Those who are asked to do something: the cast rather than others, and now and then somebody without an account. */
  #someone(ids) {
    if (ids.has(NOBODY.id) && this.chance.once(3)) return undefined;
    const able = this.cast.everybody.filter((person) => ids.has(person.id));
    const known = this.cast.openers.filter((person) => ids.has(person.id));
    return this.chance.of(known.length > 0 && !this.chance.once(4) ? known : able);
  }

  async #open(world, procedure) {
    const person = this.#someone(this.rules.people(procedure.open.by, { tour: this, handlers: [], acts: [], named: () => [] }));
    const { body } = await world.try(person, 'GET', '/procedures');
    const offered = body.procedures.find((one) => one.name === procedure.procedure);
    if (offered === undefined || !offered.allowed) return;
    for (let tries = 0; tries < TRIES; tries++) {
      const step = { key: `step ${this.tried++}`, who: person, procedure: procedure.procedure };
      if (!this.#fill(step, offered.form, procedure.open)) return;
      const asked = { procedure: step.procedure, fields: step.fields };
      const { status, body } = await world.try(person, 'POST', '/records', asked, step.key);
      if (status >= 300) continue;
      this.#opened(world, step, procedure, body);
      return;
    }
  }

  #opened(world, step, procedure, { ref, receipt }) {
    const number = this.records.length;
    if (step.who === undefined) {
      step.guest = this.#guest(`opener of ${number}`, number);
      world.tokens.set(step.guest.id, receipt);
    }
    const opener = step.who ?? step.guest;
    const record = new Told(this, number, ref, procedure, opener.id, { power: {}, fields: step.fields, actor: opener.id });
    this.records.push(record);
    record.handlers = this.rules.route(record);
    this.#done(record, step, record.opening, procedure.open);
  }

  #guest(id, number) {
    const guest = { id: `guest-${id.replaceAll(' ', '-')}`, name: `a guest, ${id}`, kind: 'guest', of: number };
    this.guests.push(guest);
    this.people.set(guest.id, guest);
    return guest;
  }

  /** form: the API's; rule: the pack's opening or power. */
  #fill(step, form, rule) {
    const known = list(rule.form);
    step.written = {};
    const write = ({ name, kind }) => {
      step.written[name] = kind;
      return secretText(`${step.key} ${name}`, kind, false);
    };
    const cast = new Set(this.cast.openers.map(({ id }) => id));
    const prefer = (values) => {
      const preferred = values.filter((value) => cast.has(value) || this.cast.units.includes(value));
      return preferred.length > 0 && !this.chance.once(4) ? preferred : values;
    };
    const ours = (ref) => this.record(ref) !== undefined;
    for (const field of known) if (field.kind === 'record') for (const name of field.of ?? []) this.wanted.add(name);
    const partsOf = (ref) => this.rules.partsRead(this.record(ref), step.who.id);
    const at = { chance: this.chance, now: this.now, prefer, refused: refusedAlone(rule), ours, partsOf, write };
    step.fields = fill(at, form, (name) => known.find((field) => field.name === name));
    return step.fields !== undefined;
  }

  async #actOn(world, record) {
    const unused = this.#unused(record.procedure);
    const able = unused.flatMap((name) => [...this.rules.people(record.procedure.powers[name].by, record)]);
    const around = [...record.handlers, record.opener];
    const actors = [...new Set([...this.chance.shuffled(able).slice(0, LOOKS - 2), ...this.chance.shuffled(around).slice(0, 2)])];
    for (const id of actors) {
      const actor = this.people.get(id);
      if (actor !== undefined && !record.over) await this.#useOne(world, record, actor);
    }
  }

  /** For each state in how many acts at least it leads to one in which something unused can be done. */
  #distances({ states, powers }, unused) {
    const far = new Map(unused.flatMap((name) => list(powers[name].from).map((state) => [state, 0])));
    for (let steps = 1; steps < Object.keys(states).length; steps++)
      for (const power of Object.values(powers))
        if (far.get(power.to) === steps - 1) for (const state of list(power.from)) if (!far.has(state)) far.set(state, steps);
    return far;
  }

  /** What nobody did yet, before what ends a record; else what leads there; else now and then anything. */
  #choose({ procedure }, state, powers) {
    const unused = this.#unused(procedure);
    const known = ({ name }) => procedure.powers[name];
    const fresh = powers.filter(({ name }) => unused.includes(name));
    const going = fresh.filter((power) => procedure.states[known(power).to]?.final !== true);
    if (fresh.length > 0) return this.chance.of(going.length > 0 ? going : fresh);
    const far = this.#distances(procedure, unused);
    const nearer = powers.filter((power) => (far.get(known(power).to) ?? Infinity) < (far.get(state) ?? Infinity));
    if (nearer.length > 0 && !this.chance.once(4)) return this.chance.of(nearer);
    return this.chance.once(6) ? this.chance.of(powers) : undefined;
  }

  async #useOne(world, record, actor) {
    const { status, body } = await world.try(actor, 'GET', `/records/${record.ref}`);
    const power = status === 200 ? this.#choose(record, body.state, body.powers ?? []) : undefined;
    if (power === undefined) return;
    const known = record.procedure.powers[power.name];
    for (let tries = 0; tries < TRIES; tries++) {
      const step = { key: `step ${this.tried++}`, who: actor, record, power: power.name };
      if (!this.#fill(step, power.form, known)) return;
      const path = `/records/${record.ref}/${power.name}`;
      const { status, body } = await world.try(actor, 'POST', path, { fields: step.fields }, step.key);
      if (status >= 300) continue;
      await this.#usedOne(world, step, known, body);
      return;
    }
  }

  async #usedOne(world, step, power, body) {
    const { record } = step;
    this.used.add(`${record.procedure.procedure} ${step.power}`);
    record.over = record.procedure.states[power.to]?.final === true && this.#unused(record.procedure).length === 0;
    const act = { power, fields: { ...step.fields }, actor: step.who.id };
    for (const { name, code } of body.invitations ?? []) {
      const field = Object.keys(step.written).find((one) => step.fields[one] === name);
      const guest = this.#guest(`named in ${step.key}`, record.number);
      world.tokens.set(guest.id, code);
      act.fields[field] = guest.id;
      step.invited = [...(step.invited ?? []), guest];
    }
    record.acts.push(act);
    if (power.handler !== undefined) record.handlers = [...new Set([...record.handlers, act.fields[power.handler]])];
    if (power.opens !== undefined) for (const opens of list(power.opens)) await this.#openedWith(world, record, opens);
    this.#done(record, step, act, power);
  }

  /** A record that an act opened for whoever opened this one. */
  async #openedWith(world, record, { procedure: name, with: handed }) {
    const { body } = await world.try(this.people.get(record.opener), 'GET', `/records/${record.ref}`);
    const found = body.linked.find(({ ref, procedure }) => procedure === name && this.record(ref) === undefined);
    const fields = Object.fromEntries(Object.entries(handed).map(([to, from]) => [to, record.named(from).join(' ')]));
    const procedure = this.rules.procedure(name);
    const opening = { power: {}, fields, actor: record.opener };
    const opened = new Told(this, this.records.length, found.ref, procedure, record.opener, opening);
    opened.from = { record, handed };
    this.records.push(opened);
    opened.handlers = this.rules.route(opened);
    this.#link(record, opened);
  }

  #link(one, other) {
    one.linked.add(other);
    other.linked.add(one);
  }

  /** What hangs together: records that an act names, and what it does to them. */
  #done(record, step, act, rule) {
    this.steps.push(step);
    step.record = record;
    step.act = act;
    for (const name of Object.keys(act.fields))
      this.written.add(`${record.procedure.procedure} ${this.rules.partOf(record.fieldNamed(name), record, act)}`);
    for (const ref of record.namedRecords(act)) if (this.record(ref) !== undefined) this.#link(record, this.record(ref));
    for (const { on, use, when } of list(rule.does)) {
      const other = this.record(act.fields[on] ?? record.fields[on]);
      if (other !== undefined && this.rules.holds(when, record, act))
        other.acts.push({ power: other.procedure.powers[use], fields: {}, actor: undefined });
    }
  }

  // ---- living it

  /**
   * altered: {skips(record), other(step, field), opener(record)}: what is not so in this world. Resolves to what came of
   * each record there.
   */
  async live(world, altered) {
    const made = new Map(); // record -> {ref, cursor}, its own in this world
    const here = (ref) => made.get(this.record(ref))?.ref ?? ref;
    for (const step of this.steps) {
      if (step.clock !== undefined) await world.clock(step.clock);
      else if (!altered.skips(step.record)) await this.#liveStep(world, step, altered, made, here);
    }
    return made;
  }

  async #liveStep(world, step, altered, made, here) {
    const who = step.who?.id === step.record.opener ? altered.opener(step.record) ?? step.who : step.who;
    const fields = { ...step.fields };
    for (const [name, kind] of Object.entries(step.written))
      if (name in fields) fields[name] = secretText(`${step.key} ${name}`, kind, altered.other(step, name));
    for (const name of Object.keys(fields)) if (step.record.kindOf(name) === 'record') fields[name] = here(fields[name]);
    if (step.power !== undefined) {
      const body = await world.api(who, 'POST', `/records/${here(step.record.ref)}/${step.power}`, { fields }, step.key);
      (step.invited ?? []).forEach((guest, i) => world.tokens.set(guest.id, body.invitations[i].code));
      return;
    }
    const body = await world.api(who, 'POST', '/records', { procedure: step.procedure, fields }, step.key);
    made.set(step.record, { ref: body.ref, cursor: `${Date.parse(body.opened_at) / 1000}-${body.ref}` });
    if (step.guest !== undefined) world.tokens.set(step.guest.id, body.receipt);
  }
}
