// Who may know what under a pack, worked out here from the pack's text, the directory and what was done, never from what
// the program grants: it is the program that is tested. Where the rules leave it open, more people may know than do: then
// less is compared, and nothing is called a leak that is none.
import assert from 'node:assert/strict';
import { comity } from '../lib/comity.mjs';
import { readSource } from '../mutation/source.mjs';
import { Directory, serviceOf, standIn } from './relations.mjs';

const TAKEN_TO_HOLD = /^(on or after|before|handler is|handler is not)$/;

export const list = (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
export const union = (sets) => new Set(sets.flatMap((set) => [...set]));

/** Whether some part under the pack shows who read a record. */
export const showsReaders = ({ procedures }) =>
  procedures.some(({ parts }) => Object.values(parts).some((part) => part['readers of'] !== undefined));

export class Rules {
  static async read(pack, place) {
    const rules = new Rules();
    rules.source = await readSource(pack);
    rules.directory = new Directory(JSON.parse(await comity('directory', 'export', ...place)));
    return rules;
  }

  get procedures() {
    return this.source.procedures;
  }

  procedure(name) {
    return this.procedures.find((one) => one.procedure === name);
  }

  /** Ids of those who stand in one of the relations. act: {fields}, what is done; undefined: no act. */
  people(relations, record, act) {
    return union(list(relations).map((relation) => this.#standIn(relation, record, act)));
  }

  #standIn(relation, record, act) {
    if (relation in this.source.posts) return this.directory.holding(relation);
    if (relation.startsWith('audience ')) return this.#audience(relation.slice('audience '.length), record, act);
    const found = standIn(this.directory, relation, record, act);
    assert.ok(found, `relations.mjs does not know who "${relation}" is`);
    return found;
  }

  /** The first case that holds, and before it those that may: they ask for the handler, who can have been several people. */
  #audience(name, record, act) {
    const holding = record.procedure.audiences[name].filter((one) => this.holds(one.when, record, act));
    const certain = holding.findIndex((one) => !Object.keys(one.when ?? {}).some((what) => TAKEN_TO_HOLD.test(what)));
    return union(holding.slice(0, certain < 0 ? undefined : certain + 1).map((one) => this.people(one.is, record, act)));
  }

  /** Whether all tests of a `when` hold. Those of a day and of the handler are taken to. */
  holds(when, record, act) {
    return Object.entries(when ?? {}).every(([what, wanted]) => {
      if (TAKEN_TO_HOLD.test(what)) return true;
      const [, who, not] = /^(opener|actor) is( not)?$/.exec(what) ?? [];
      if (who !== undefined) {
        const person = who === 'opener' ? record.opener : act?.actor;
        return this.people(wanted, record, act).has(person) === (not === undefined);
      }
      const value = act?.fields[what] ?? record.fields[what];
      if (wanted.not === undefined) return list(wanted).includes(value);
      return value !== undefined && !list(wanted.not).includes(value);
    });
  }

  /** The part that a field is written to; a fact of the record is seen with the part `record`. */
  partOf(field, record, act) {
    if (field.instead !== undefined && this.holds(field.instead.when, record, act)) return field.instead.part;
    return field.part ?? 'record';
  }

  /** The parts to which a form's texts can go. */
  partsWritten(form) {
    const texts = list(form).filter(({ kind }) => ['text', 'long', 'guest'].includes(kind));
    return [...new Set(texts.flatMap((field) => [field.part ?? 'record', ...list(field.instead?.part)]))];
  }

  /** Those parts of which there is anything: the record itself, who opened it, and what was written to. */
  #partsThere(record) {
    const written = [record.opening, ...record.acts].flatMap((act) =>
      Object.keys(act.fields).map((name) => this.partOf(record.fieldNamed(name), record, act)),
    );
    return Object.keys(record.procedure.parts).filter((part) => ['record', 'opener', ...written].includes(part));
  }

  /** Names of the parts in which something is written that somebody may read. */
  partsRead(record, id) {
    const written = this.#partsThere(record).filter((part) => part !== 'record' && part !== 'opener');
    return written.filter((part) => this.readers(record, part).has(id));
  }

  /** To whom a new record can go: the first that the route has, or any of it when that one might be passed over. */
  route(record) {
    const { directory } = this;
    const route = list(record.procedure.open.route).map((relation) => [...this.people([relation], record)]);
    const first = route.find((people) => people.length > 0) ?? [];
    const about = list(record.procedure.about).flatMap(({ named }) => record.named(named));
    const passed = [record.opener, ...about, ...record.tour.apartFrom(record.opener)];
    if (!first.some((person) => passed.includes(person))) return first;
    const whole = route.flat();
    const heads = whole.flatMap((person) => directory.headOf(serviceOf(directory, person)));
    return [...whole, ...directory.deputiesOf(whole), ...heads];
  }

  /** Who may read a part of the record, by its audience and by whatever was granted. */
  readers(record, part) {
    const granted = record.acts.flatMap((act) =>
      list(act.power.grants)
        .filter((grant) => grant.part === part && this.holds(grant.when, record, act))
        .map((grant) => this.people(grant.to, record, act)),
    );
    return union([this.people(record.procedure.parts[part].audience, record), ...granted, ...this.#toldOf(record, part)]);
  }

  /** Those to whom a notice says what stands in a field of the part. */
  #toldOf(record, part) {
    const told = Object.values(record.procedure.notices ?? {}).filter(({ say }) =>
      [...say.matchAll(/\{([a-z0-9-]+)\}/g)].some(([, field]) => (record.fieldNamed(field)?.part ?? 'record') === part),
    );
    return told.flatMap((notice) => record.acts.map((act) => this.people(notice.to, record, act)));
  }

  /** Whoever may know that there is such a record, or that something was done on it. */
  touched(record) {
    const acts = [undefined, ...record.acts];
    const [duties, notices, powers] = ['duties', 'notices', 'powers'].map((key) => Object.values(record.procedure[key] ?? {}));
    const steps = duties.flatMap((duty) => list(duty.missed));
    const byClock = powers.filter((power) => power['clock only']).flatMap((power) => list(power.grants));
    const relations = [
      ...notices.flatMap((notice) => list(notice.to)),
      ...duties.flatMap((duty) => list(duty.bearer)),
      ...steps.flatMap((step) => [...list(step.tell), ...list(step['pass to'])]),
      ...byClock.flatMap((grant) => list(grant.to)),
    ];
    return union([
      [record.opener],
      record.handlers,
      ...this.#partsThere(record).map((part) => this.readers(record, part)),
      ...acts.map((act) => this.people(relations, record, act)),
    ]);
  }
}
