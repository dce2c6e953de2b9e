// What can differ between two worlds that live through the same story, and who may know: what was written to one part
// of one record, who opened it where that is hidden, and that there are some records at all. Several differ in one world;
// who may know none of them must see it like the first.
import { union } from './rules.mjs';

/** While such a record is there, others go another way: it is there in every world. */
const keepsApart = ({ procedure }) => procedure.open['keeps apart'] !== undefined;

/** Records that hang together: one names the other, or an act on one does something to the other. */
function clusters(records) {
  const found = [];
  const placed = new Set(records.filter(keepsApart));
  for (const record of records) {
    if (placed.has(record)) continue;
    const cluster = [record];
    placed.add(record);
    for (const one of cluster)
      for (const other of one.linked)
        if (!placed.has(other)) {
          placed.add(other);
          cluster.push(other);
        }
    found.push(cluster);
  }
  return found;
}

export class Units {
  /**
   * Units are {key, names, knows} and what differs: steps ([step, field]) or opener, of a record; or that there are these
   * records. names: "procedure part", or "procedure" where it is whether there is one. knows: ids.
   */
  constructor(tour, rules) {
    this.tour = tour;
    this.rules = rules;
    this.touched = new Map(tour.records.map((record) => [record, rules.touched(record)]));
    this.written = this.#written();
    this.opened = tour.records.flatMap((record) => this.#openedByAnother(record));
    this.existing = clusters(tour.records).map((cluster) => ({
      key: `record ${cluster[0].number}`,
      names: [...new Set(cluster.map((record) => record.procedure.procedure))],
      records: new Set(cluster),
      knows: union(cluster.map((record) => this.touched.get(record))),
    }));
  }

  get all() {
    return [...this.written, ...this.opened, ...this.existing];
  }

  /** Whether the viewer sees something of the record, though not this part of it. */
  near({ record }, viewer) {
    return record !== undefined && this.touched.get(record).has(viewer.id);
  }

  #written() {
    const units = new Map();
    for (const step of this.tour.steps)
      for (const name of Object.keys(step.written ?? {})) {
        if (!(name in step.fields)) continue;
        const { record, act } = step;
        const part = this.rules.partOf(record.fieldNamed(name), record, act);
        // to somebody without an account a reference is given that depends on what they write
        const told = step.guest !== undefined;
        const key = `${record.number} ${told ? 'opening' : part}`;
        const knows = told ? this.touched.get(record) : this.#readers(record, part);
        const unit = units.get(key) ?? { key, names: [], record, steps: [], knows };
        units.set(key, unit);
        unit.names = [...new Set([...unit.names, `${record.procedure.procedure} ${part}`])];
        unit.steps.push([step, name]);
      }
    return [...units.values()];
  }

  /** Where it is hidden who opened the record: somebody like them, of the same group or service, could have. */
  #openedByAnother(record) {
    const { rules, tour } = this;
    if (record.procedure.parts.opener === undefined || !rules.directory.persons.has(record.opener)) return [];
    if (record.linked.size > 0) return []; // what they see of it, they could name elsewhere
    const units = (id) => ['group', 'service'].map((kind) => rules.directory.unitOf(id, kind)).join(' ');
    const busy = new Set([...record.handlers, ...record.acts.map((act) => act.actor)]);
    const involved = (id) => [record.opening, ...record.acts].some((act) => Object.values(act.fields).includes(id));
    const other = tour.cast.everybody.find(
      ({ id, tenures }) =>
        id !== record.opener &&
        units(id) === units(record.opener) &&
        !tenures.some((one) => one.now && one.role) &&
        !busy.has(id) &&
        !involved(id),
    );
    const routed = record.handlers.some((id) => id !== record.opener);
    const apart = routed && [record.opener, other?.id].some((id) => tour.apartFrom(id).length > 0);
    if (other === undefined || (routed && record.handlers.includes(record.opener)) || apart) return [];
    const knows = union([rules.readers(record, 'opener'), [record.opener, other.id]]);
    return [{ key: `opener of ${record.number}`, names: [`${record.procedure.procedure} opener`], record, opener: other, knows }];
  }

  /** Of a part, wherever it was copied or handed on to. */
  #readers(record, part, seen = new Set()) {
    const key = `${record.number} ${part}`;
    if (seen.has(key)) return new Set();
    seen.add(key);
    const on = [];
    for (const other of this.tour.records) {
      if (other.from?.record === record)
        for (const [to, from] of Object.entries(other.from.handed))
          if (record.fieldNamed(from)?.part === part) on.push(this.#readers(other, other.fieldNamed(to).part ?? 'record', seen));
      for (const act of [other.opening, ...other.acts])
        for (const [name, ref] of Object.entries(act.fields)) {
          const field = other.fieldNamed(name);
          if (field.copies === part && ref === record.ref) on.push(this.#readers(other, field.part, seen));
        }
    }
    return union([this.rules.readers(record, part), ...on]);
  }
}

/** What is altered in a world: units. */
export class Altered {
  constructor(units) {
    this.units = units;
    this.gone = union(units.map((unit) => unit.records ?? []));
    this.fields = new Set(units.flatMap((unit) => (unit.steps ?? []).map(([step, name]) => `${step.key} ${name}`)));
    this.openers = new Map(units.filter((unit) => unit.opener !== undefined).map((unit) => [unit.record, unit.opener]));
    this.knows = union(units.map((unit) => unit.knows));
  }

  /** Who opens it instead; undefined: nobody else. */
  opener(record) {
    return this.openers.get(record);
  }

  skips(record) {
    return this.gone.has(record);
  }

  other(step, name) {
    return this.fields.has(`${step.key} ${name}`);
  }
}

/** Viewers who may know the same, of whom one is enough. viewers: [{id}]; gives [{viewer, hidden: units}]. */
export function eyes(units, viewers) {
  const found = new Map();
  for (const viewer of viewers) {
    const hidden = units.filter((unit) => !unit.knows.has(viewer.id));
    const key = hidden.map((unit) => units.indexOf(unit)).join(' ');
    if (hidden.length > 0 && !found.has(key)) found.set(key, { viewer, hidden: new Set(hidden) });
  }
  return [...found.values()];
}

// What it is worth that somebody is compared: for the first time that anybody is for this part of a procedure, or anybody
// who sees the record but not the part; once more such a one; anybody else.
const FIRST = 1000;
const NEAR = 10;
const FAR = 1;

/** Those who may know nothing of what differs in a world. */
export const blindTo = (eyes, units) => eyes.filter(({ hidden }) => units.every((unit) => hidden.has(unit)));

/**
 * So many worlds, and more of them for what nobody would be compared for otherwise. Each has units that differ in it: all
 * that one viewer may not know, or what two may not, chosen so that much is compared. eyes: as above; near(unit, viewer):
 * whether they see something of its record.
 */
export function shareWorlds(eyes, near, count) {
  const worths = ({ viewer, hidden }) => new Map([...hidden].map((unit) => [unit, near(unit, viewer) ? NEAR : FAR]));
  const left = new Map(eyes.map((eye) => [eye, worths(eye)]));
  const compared = new Set();
  const namesOf = (world, blind) =>
    world.flatMap((unit) => {
      const close = blind.some(({ viewer }) => near(unit, viewer));
      return unit.names.flatMap((name) => (close ? [name, `${name}, near`] : [name]));
    });
  const worth = (world) => {
    const blind = blindTo(eyes, world);
    const fresh = new Set(namesOf(world, blind).filter((name) => !compared.has(name)));
    const pairs = blind.map((eye) => world.reduce((sum, unit) => sum + (left.get(eye).get(unit) ?? 0), 0));
    return fresh.size * FIRST + pairs.reduce((sum, one) => sum + one, 0);
  };
  const fromBoth = (one, other) => [...one.hidden].filter((unit) => other.hidden.has(unit));
  const candidates = eyes.flatMap((one, i) => eyes.slice(i).map((other) => fromBoth(one, other)));
  const worlds = [];
  for (;;) {
    const best = candidates.map((world) => ({ world, worth: worth(world) })).reduce((a, b) => (b.worth > a.worth ? b : a));
    if (best.worth === 0 || (worlds.length >= count && best.worth < FIRST)) return worlds;
    worlds.push(new Altered(best.world));
    const blind = blindTo(eyes, best.world);
    for (const name of namesOf(best.world, blind)) compared.add(name);
    for (const eye of blind) for (const unit of best.world) left.get(eye).delete(unit);
  }
}
