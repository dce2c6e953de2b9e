// What can be done to a rule so that it no longer says what the protocol does. `mutants` goes through a pack key by key:
// `procedure` says what each key holds, and each kind of value has its operator, which lists what it could become.
//
// A mutant: {id, procedure ("pack": of the pack itself), way: [key, …] from the procedure, operator, change(source)}.

const without = (list, i) => [...list.slice(0, i), ...list.slice(i + 1)];
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// ---- operators: [[what is done, what the value becomes; undefined: the key goes], …]

const gone = () => [['removed', undefined]];

/** Flags count when they say yes; what they are without it is another rule. */
const flag = (value) => (value === true ? [['no more', undefined]] : []);
/** A pack can say that what has no mark is confidential. */
const mark = (value) => (value === true ? [['no more', false]] : []);

const doubled = (term) => [['doubled', term.replace(/^\d+/, (amount) => String(2 * Number(amount)))]];

// ---- lists

const eachDropped = (list, name) => (list.length > 1 ? list.map((entry, i) => [`without ${name(entry, i)}`, without(list, i)]) : []);

/** Names of powers or states: each may be left out. */
const names = (list) => eachDropped(list, (entry) => entry);
/** The same where none is needed. */
const namesOrNone = (list) => (list.length > 1 ? names(list) : gone());

/** A field: what must be answered need not be, and the other way round. */
const needs = (field) => [
  field.required === false ? ['made required', { ...field, required: true }] : ['made optional', { ...field, required: false }],
];

/** Rules without a name: each may be missing. */
const items = (list) => list.map((_, i) => [`without the ${i + 1}.`, without(list, i)]);

/** Who: each left out, or everybody let in. Everyone who can sign in is a Member or an Officer. */
const isEverybody = (list) =>
  [['everyone'], ['public'], ['member', 'officer']].some((all) => all.every((relation) => list.includes(relation)));
const people = (list) => [
  ...eachDropped(list, (entry) => entry),
  ...(isEverybody(list) ? [] : [['widened to everyone', [...list, 'everyone']]]),
];
/** Who is told: also nobody. */
const told = (list) => [...people(list), ['emptied', []]];
/** The first that somebody holds: another one. */
const first = (list) => [
  ...eachDropped(list, (entry) => entry),
  ['given to the Monitoring Officer', ['monitoring-officer']],
].filter(([, changed]) => !same(changed, list));
const bearer = (list) => [
  ...eachDropped(list, (entry) => entry),
  list.includes('opener') ? ['borne by the handler', ['handler']] : ['borne by the opener', ['opener']],
];

// ---- conditions

const PERSON = Object.fromEntries(
  ['opener is', 'handler is', 'actor is'].flatMap((is) => [
    [is, `${is} not`],
    [`${is} not`, is],
  ]),
);
const renamed = (map, from, to, value) =>
  Object.fromEntries(Object.entries(map).map(([key, old]) => (key === from ? [to, value] : [key, old])));
const lacking = (map, key) => Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));

function testsOf(when, key) {
  const test = when[key];
  const keep = (value) => renamed(when, key, key, value);
  const inverted =
    key in PERSON ? renamed(when, key, PERSON[key], test) : keep(typeof test === 'object' && 'not' in test ? test.not : { not: test });
  const lists = Array.isArray(test) ? eachDropped(test, (entry) => entry).map(([say, list]) => [`${key} ${say}`, keep(list)]) : [];
  return [[`${key} inverted`, inverted], ...lists];
}

function condition(when) {
  const keys = Object.keys(when);
  const dropped = keys.length > 1 ? keys.map((key) => [`without ${key}`, lacking(when, key)]) : [];
  return [['removed', undefined], ...dropped, ...keys.flatMap((key) => testsOf(when, key))];
}

// ---- the shape of a procedure: what a key holds is an operator, a mapping, or entries that are alike, or several of these

const mapping = (keys) => ({ keys });
const each = (shape) => ({ each: shape });

const conditional = mapping({ when: condition });
const grant = mapping({ when: condition, to: people });
const step = mapping({ after: doubled, tell: told, act: gone, 'pass to': gone });
const field = mapping({
  when: condition,
  among: people,
  'not among': namesOrNone,
  deciding: flag,
  of: namesOrNone,
  in: namesOrNone,
  instead: gone,
  counted: flag,
  marks: gone,
  choices: each(mapping({ by: people })),
});
const form = [each(needs), each(field)];
const open = mapping({
  by: people,
  form,
  refuse: [items, each(conditional)],
  route: first,
  begins: [items, each(conditional)],
  'count open': flag,
  'offer earlier': flag,
  'offered on': gone,
  does: [items, each(conditional)],
});
const power = mapping({
  by: people,
  from: names,
  to: gone,
  when: condition,
  form,
  refuse: [items, each(conditional)],
  within: doubled,
  'within of': names,
  handler: gone,
  'event part': gone,
  revises: gone,
  precedents: gone,
  grants: [items, each(grant)],
  does: [items, each(conditional)],
  opens: gone,
});
const duty = mapping({
  bearer,
  from: names,
  when: condition,
  within: doubled,
  before: doubled,
  calendar: gone,
  'met by': names,
  'paused in': namesOrNone,
  missed: [items, each(step)],
  'survives closing': flag,
  quiet: flag,
  part: gone,
});
const procedure = mapping({
  open,
  about: [items, each(conditional)],
  audiences: each([items, each(mapping({ when: condition, is: people }))]),
  parts: each(mapping({ audience: people, confidential: mark })),
  states: each(mapping({ final: flag })),
  powers: each(power),
  duties: each(duty),
  notices: each(mapping({ on: names, when: condition, to: people, first: flag, part: gone })),
});

/** {way, operator, becomes} for whatever can be changed in a value of this shape. */
function* editsOf(value, shape, way) {
  if (value === undefined) return;
  if (typeof shape === 'function') for (const [operator, becomes] of shape(value)) yield { way, operator, becomes };
  else if (Array.isArray(shape)) for (const one of shape) yield* editsOf(value, one, way);
  else for (const key of Object.keys(shape.keys ?? value)) yield* editsOf(value[key], shape.keys?.[key] ?? shape.each, [...way, key]);
}

function put(at, way, becomes) {
  const [key, ...rest] = way;
  if (rest.length > 0) put(at[key], rest, becomes);
  else if (becomes === undefined) delete at[key];
  else at[key] = becomes;
}

/** The way as a person would say it: fields by their names, what has none by its number. */
function said(at, way) {
  const words = [];
  for (const key of way) {
    at = at[key];
    words.push(/^\d+$/.test(key) ? (at.name ?? at.value ?? Number(key) + 1) : key);
  }
  return words.join(' ');
}

// ---- whole rules: with what names them

const dropName = (list, name) => list?.filter((one) => one !== name);

function dropPower(procedure, name) {
  delete procedure.powers[name];
  for (const duty of Object.values(procedure.duties)) {
    for (const key of ['from', 'met by']) duty[key] = dropName(duty[key], name);
    for (const step of duty.missed ?? []) if (step.act === name) delete step.act;
  }
  for (const notice of Object.values(procedure.notices)) notice.on = dropName(notice.on, name);
  for (const power of Object.values(procedure.powers)) {
    if (power['within of'] === undefined) continue;
    power['within of'] = dropName(power['within of'], name);
  }
}

function* wholeRules(procedure) {
  for (const [name, power] of Object.entries(procedure.powers)) {
    yield { way: ['powers', name], operator: 'removed', change: (changed) => dropPower(changed, name) };
    if (power['clock only'] !== true) continue;
    const open = (changed) => {
      delete changed.powers[name]['clock only'];
      changed.powers[name].by = ['everyone'];
    };
    yield { way: ['powers', name], operator: 'given to everyone', change: open };
  }
  for (const kind of ['duties', 'notices'])
    for (const name of Object.keys(procedure[kind]))
      yield { way: [kind, name], operator: 'removed', change: (changed) => delete changed[kind][name] };
}

/** What ends the record ends its duties as well: whether a duty says that it is met by that shows nowhere. */
function endsAnyway(rules, [kind, name, key], operator) {
  if (kind !== 'duties' || key !== 'met by' || rules.duties[name]['survives closing'] === true) return false;
  return rules.states[rules.powers[operator.slice('without '.length)].to]?.final === true;
}

/** Whether a record that is in one of these states can come into one of those. */
function leadsTo(rules, from, to) {
  const reached = new Set(from);
  for (const state of reached)
    for (const power of Object.values(rules.powers))
      if (power.to !== undefined && power.from.includes(state))
        for (const next of power.to === 'previous' ? Object.keys(rules.states) : [power.to]) reached.add(next);
  return to.some((state) => reached.has(state));
}

/**
 * Where opener and handler alone see the record, and guests, who are nobody of "everyone", the handler's decision is theirs
 * anyway: nobody decides on a matter of their own.
 */
function nobodyElse(rules, [kind, name, key], operator) {
  if (kind !== 'powers' || key !== 'by' || operator !== 'widened to everyone') return false;
  const { by, from, to, decides } = rules.powers[name];
  const handed = rules.powers[name].handler !== undefined;
  const guests = Object.values(rules.powers).flatMap(({ form }) => form.filter(({ kind }) => kind === 'guest').map(({ name }) => `named ${name}`));
  const shared = Object.values(rules.powers).some(
    (power) =>
      leadsTo(rules, power.to === undefined ? power.from : [power.to], from) &&
      power.grants?.some((grant) => grant.part === 'record' && !grant.to.every((who) => guests.includes(who))),
  );
  return (
    same(by, ['handler']) &&
    !shared &&
    rules.parts.record.audience.every((who) => who === 'opener' || who === 'handler') &&
    (decides === true || (to !== undefined && !handed && decides !== false))
  );
}

function* ofProcedure(rules) {
  yield* wholeRules(rules);
  for (const { way, operator, becomes } of editsOf(rules, procedure, []))
    if (!endsAnyway(rules, way, operator) && !nobodyElse(rules, way, operator))
      yield { way, operator, change: (changed) => put(changed, way, becomes) };
}

// ---- the pack's own rules

function* ofPack(source) {
  const edit = (way, operator, becomes) => ({ way, operator, change: (changed) => put(changed, way, becomes) });
  for (const key of ['junior names hidden', 'group sees past'])
    if (source[key] !== undefined) yield edit([key], 'removed', undefined);
  const readers = source['report to'] ?? [];
  for (const who of readers) yield edit(['report to'], `without ${who}`, readers.filter((other) => other !== who));
  if (readers.length > 0) {
    yield edit(['report to'], 'widened to everyone', ['everyone']);
    yield edit(['report every'], 'lengthened', 'year');
  }
  for (const [name, post] of Object.entries(source.posts))
    if (post.tier !== undefined) yield edit(['posts', name, 'tier'], 'removed', undefined);
  for (const [name, calendar] of Object.entries(source.calendars)) {
    yield edit(['calendars', name, 'holidays'], 'emptied', []);
    yield edit(['calendars', name, 'late'], 'inverted', calendar.late !== true);
    if (calendar.closures !== undefined) yield edit(['calendars', name, 'closures'], 'removed', undefined);
  }
}

/** All mutants of a pack. change(source) is to be given a copy. */
export function mutants(source) {
  const named = (procedure, at, mutant, change) => ({
    ...mutant,
    id: `${source.pack} ${procedure}: ${said(at, mutant.way)}: ${mutant.operator}`,
    procedure,
    change,
  });
  const ofProcedures = source.procedures.flatMap((rules, i) =>
    [...ofProcedure(rules)].map((mutant) => named(rules.procedure, rules, mutant, (copy) => mutant.change(copy.procedures[i]))),
  );
  return [...ofProcedures, ...[...ofPack(source)].map((mutant) => named('pack', source, mutant, mutant.change))];
}

/** The keys that lead to it from the top of the source, as `comity pack source --places` says them. */
export function wayIn(source, mutant) {
  const i = source.procedures.findIndex((procedure) => procedure.procedure === mutant.procedure);
  return i < 0 ? mutant.way : ['procedures', String(i), ...mutant.way];
}
