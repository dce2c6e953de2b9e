// The relations of the pack language, by the directory: who stands in them. This is written a second time on purpose, as
// src/engine/principals.c is what is tested.
import { NOBODY } from './lockstep.mjs';

/** The directory as relations ask for it. Everything resolves to ids of people. */
export class Directory {
  constructor({ persons, organizations, posts, memberships }) {
    this.persons = new Map(persons.map((person) => [person.id, person]));
    this.organizations = organizations;
    this.posts = posts;
    this.memberships = memberships.filter((one) => one.end_date === undefined);
  }

  everybody(kind) {
    return [...this.persons.values()].filter((person) => kind === undefined || person.kind === kind).map(({ id }) => id);
  }

  of(classification) {
    return this.organizations.filter((one) => one.classification === classification);
  }

  /** The id of the one that the person belongs to. */
  unitOf(person, classification) {
    const units = new Set(this.of(classification).map(({ id }) => id));
    return this.memberships.find((one) => one.person_id === person && units.has(one.organization_id))?.organization_id;
  }

  members(unit) {
    const inside = (one) => one.organization_id === unit || one.area_id === unit;
    return this.memberships.filter(inside).map((one) => one.person_id);
  }

  holders(posts) {
    const ids = posts.map(({ id }) => id);
    return this.memberships.filter((one) => ids.includes(one.post_id)).map((one) => one.person_id);
  }

  holding(role, unit) {
    return this.holders(this.posts.filter((post) => post.role === role && (unit === undefined || post.organization_id === unit)));
  }

  senior(unit) {
    const ofUnit = (post) => unit === undefined || post.organization_id === unit;
    return this.holders(this.posts.filter((post) => post.tier === 'senior' && ofUnit(post)));
  }

  headOf(service) {
    if (service === undefined) return [];
    const heads = this.holding('head', service);
    return heads.length > 0 ? heads : this.senior(service);
  }

  /** Who manages the person: whoever the directory names, else the head of their service. */
  managerOf(person) {
    const manager = this.persons.get(person)?.manager;
    return manager === undefined ? this.headOf(this.unitOf(person, 'service')) : [manager];
  }

  leadersOf(groups) {
    return groups.flatMap(({ id }) => {
      const leaders = this.holding('leader', id);
      return leaders.length > 0 ? leaders : this.members(id);
    });
  }

  deputiesOf(people) {
    const held = this.memberships.filter((one) => people.includes(one.person_id)).map((one) => one.post_id);
    const deputies = this.posts.filter((post) => held.includes(post.id)).map((post) => post.deputy_id);
    return this.holders(this.posts.filter((post) => deputies.includes(post.id)));
  }
}

// ---- relations: (directory, record, act) => ids. What the handler was once, they may have read.

const perHandler = (find) => (d, record) => record.handlers.flatMap((person) => find(d, person));
const perOpener = (find) => (d, { opener }) => (opener === undefined ? [] : find(d, opener));
export const serviceOf = (d, person) => d.unitOf(person, 'service');
const groupOf = (d, person) => d.unitOf(person, 'group');

const RELATIONS = {
  public: (d, record) => [...d.everybody(), NOBODY.id, ...record.tour.guests.map(({ id }) => id)],
  everyone: (d) => d.everybody(),
  member: (d) => d.everybody('member'),
  officer: (d) => d.everybody('officer'),
  'group member': (d) => d.everybody('member').filter((person) => groupOf(d, person) !== undefined),
  administration: (d) => d.of('group').filter((one) => one.administration).flatMap(({ id }) => d.members(id)),
  'senior officer': (d) => d.senior(),
  opener: perOpener((d, person) => [person]),
  "opener's group": perOpener((d, person) => d.members(groupOf(d, person) ?? 'none')),
  "leader of the opener's group": perOpener((d, person) => d.holding('leader', groupOf(d, person) ?? 'none')),
  "whip of the opener's group": perOpener((d, person) => d.holding('whip', groupOf(d, person) ?? 'none')),
  "opener's head of service": perOpener((d, person) => d.headOf(serviceOf(d, person))),
  "opener's line manager": perOpener((d, person) => d.managerOf(person)),
  handler: (d, record) => record.handlers,
  "handler's head of service": perHandler((d, person) => d.headOf(serviceOf(d, person))),
  "handler's line manager": perHandler((d, person) => d.managerOf(person)),
  'head of service': (d, record) => d.headOf(record.service),
  'staff of the service': (d, record) => d.members(record.service ?? 'none'),
  'cabinet member': (d, record) => d.holding('cabinet-member', record.service ?? 'none'),
  'group leaders': (d) => d.leadersOf(d.of('group')),
  'other group leaders': (d, { opener }) => d.leadersOf(d.of('group').filter(({ id }) => id !== groupOf(d, opener))),
  'leaders of the administration': (d) => d.leadersOf(d.of('group').filter((one) => one.administration)),
  author: (d, record) => record.acts.map((act) => act.actor).filter(Boolean),
};

/** Through a field: what is named there, as [kind, value], to ids. */
const NAMED = {
  person: (d, id) => [id],
  people: (d, id) => [id],
  post: (d, id) => d.holders(d.posts.filter((post) => post.id === id)),
  service: (d, id) => d.members(id),
  body: (d, id) => d.members(id),
  ward: (d, id) => d.members(id),
  wards: (d, id) => d.members(id),
  guest: (d, id) => [id],
};
const namedPeople = (d, kind, id) => NAMED[kind](d, id);
const THROUGH = {
  named: namedPeople,
  'head of': (d, kind, id) =>
    kind === 'service' ? d.headOf(id) : namedPeople(d, kind, id).flatMap((person) => d.headOf(serviceOf(d, person))),
  'line manager of': (d, kind, id) => namedPeople(d, kind, id).flatMap((person) => d.managerOf(person)),
  'group leader of': (d, kind, id) =>
    namedPeople(d, kind, id).flatMap((person) => d.holding('leader', groupOf(d, person) ?? 'none')),
  'chair of': (d, kind, id) => d.holding('chair', id),
};

const NAMED_THERE = /^named ([a-z0-9-]+) of ([a-z0-9-]+)$/; // what a record names that is named here
const WAY = /^(named|head of|line manager of|group leader of|chair of|opener of|handler of) ([a-z0-9-]+)$/;

/** Ids of those who stand in a relation; undefined for one that is not of this vocabulary. act: {fields}, if one is done. */
export function standIn(directory, relation, record, act) {
  if (relation in RELATIONS) return RELATIONS[relation](directory, record);
  const [, there, naming] = NAMED_THERE.exec(relation) ?? [];
  const [, way, field = naming] = WAY.exec(relation) ?? [];
  if (field === undefined) return undefined;
  const given = act?.fields[field] ?? '';
  const values = [...record.named(field), ...String(given).split(' ')].filter((value) => value !== '');
  if (there !== undefined)
    return values.flatMap((ref) => {
      const named = record.tour.record(ref);
      return named === undefined ? [] : standIn(directory, `named ${there}`, named);
    });
  if (way === 'opener of') return values.flatMap((ref) => record.tour.record(ref)?.opener ?? []);
  if (way === 'handler of') return values.flatMap((ref) => record.tour.record(ref)?.handlers ?? []);
  return values.flatMap((value) => THROUGH[way](directory, record.kindOf(field), value));
}
