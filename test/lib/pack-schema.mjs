// packs/schema.json, by which an editor completes and checks packs. It is made from the tables by which the program reads
// them (src/pack/build_*.c), so that a key cannot be in one and not in the other.
//
//   node test/lib/pack-schema.mjs            writes packs/schema.json
//   node test/lib/pack-schema.mjs --check    fails when it is stale
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'src/pack';
const path = 'packs/schema.json';
const header = readFileSync(join(folder, 'pack.h'), 'utf8');
const sources = readdirSync(folder)
  .filter((name) => /^build.*\.c$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));

// ---- what stands in C

/** The rows of an X macro: [name in packs, meaning]. */
function rows(macro) {
  const body = header.split(`#define ${macro}(X)`)[1].split('/* clang-format on */')[0];
  return [...body.matchAll(/X\((?:\w+, )?(?:SAID\()?"([^"]+)"\)?, (?:SAID\()?"([^"]+)"\)?\)/g)].map(([, name, meaning]) => [name, meaning]);
}

/** Each mapping of the language: its keys, with the function that reads the value. */
function tables() {
  const found = new Map();
  for (const source of sources)
    for (const [, keys, name] of source.matchAll(
      /static const struct key keys\[\] = \{(.*?)\n {4}\};(?:(?!static const struct key).)*?BUILD_MAP\(b, \w+, "([^"]+)", keys/gs,
    ))
      found.set(
        name,
        [...keys.matchAll(/\{"([^"]+)", (\w+),[^{}]*?(true|false)\}/g)].map(([, key, read, required]) => ({
          key,
          read,
          required: required === 'true',
        })),
      );
  return found;
}

// ---- what is written where

const text = { type: 'string' };
const name = { type: 'string', pattern: '^[a-z][a-z0-9-]*$' };
const truth = { enum: ['yes', 'no'] };
const list = (items, least = 1) => ({ type: 'array', items, minItems: least });
const mapping = (value, keys = {}) => ({ type: 'object', additionalProperties: { anyOf: [value, { type: 'null' }] }, ...keys });
const of = (what) => ({ $ref: `#/$defs/${what.replaceAll(' ', '-')}` });
const oneOf = (macro) => rows(macro).map(([value, meaning]) => ({ const: value, description: meaning }));
const texts = list(text);
const oneOrMore = { anyOf: [text, texts] };

/** By the function that reads the value; what is not here is left open. */
const values = {
  build_text: text,
  build_new_name: name,
  build_new_names: list(name),
  build_language: name,
  build_truth: truth,
  build_late: truth,
  build_mark: truth,
  build_term: { type: 'string', pattern: '^[1-9][0-9]* ' },
  build_lasts: text,
  build_day: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  build_hours: { type: 'string', pattern: '^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$' },
  build_prefix: { type: 'string', pattern: '^[A-Z]{2,4}$' },
  build_cites: texts,
  build_relations: list(of('a relation')),
  build_route: list(of('a relation')),
  build_report_to: list(of('a relation')),
  build_report_every: { enum: ['month', 'quarter', 'year'] },
  build_when: { type: 'object' },
  build_part: text,
  build_part_name: text,
  build_power_name: text,
  build_step_act: text,
  build_to: text,
  build_handler: text,
  build_precedents: text,
  build_until: text,
  build_duty_calendar: text,
  build_from: texts,
  build_within_of: texts,
  build_duty_from: texts,
  build_met_by: texts,
  build_paused_in: texts,
  build_on: texts,
  build_of: texts,
  build_in: texts,
  build_divisions: texts,
  build_form: list(of('a field'), 0),
  build_open_form: list(of('a field'), 0),
  build_power_form: list(of('a field'), 0),
  build_open_refuse: list(of('a refusal'), 0),
  build_power_refuse: list(of('a refusal'), 0),
  build_choices: list(of('a choice'), 2),
  build_not_among: list(of('a relation')),
  build_instead: of('another part'),
  build_kind: { anyOf: oneOf('FIELD_KINDS') },
  build_grants: list(of('a grant'), 0),
  build_missed: list(of('a step'), 0),
  build_does: list(of('what is done on another record')),
  build_opens: of('what is opened'),
  build_offered_on: of('where it is offered'),
  build_about: list(of('whom it is about')),
  build_open: of('open'),
  build_words: mapping(text),
  build_terms: mapping(texts),
  build_menus: mapping(text),
  build_menu: text,
  build_clauses: list(of('a clause')),
  build_clause_kind: { enum: ['power', 'duty', 'audience', 'ban', 'route', 'record', 'guide'] },
  build_excused: mapping(text),
  build_not_yet: texts,
  build_shown: mapping(list({ anyOf: [...oneOf('PLACES'), { type: 'string', description: 'a procedure, on its start page' }] })),
  build_posts: mapping(of('a post')),
  build_nations: mapping(of('a nation')),
  build_tier: { enum: ['senior'] },
  build_per: { enum: ['service', 'group', 'body'] },
  build_calendars: mapping(of('a calendar')),
  build_closures: list(of('a closure'), 0),
  build_zone: text,
  build_about_kind: text,
  build_does_on: text,
  build_does_use: text,
  build_opens_procedure: text,
  build_with: mapping(text),
  build_offered_field: text,
  build_offered_of: oneOrMore,
  build_among: oneOrMore,
  build_ends_in: text,
  build_apart: text,
  build_readers_of: text,
  build_named: text,
  build_address: { type: 'string', pattern: '^https://' },
  build_begin: text,
  build_beginnings: list(of('a beginning')),
  build_state_name: text,
  build_earlier: { anyOf: [{ const: 'stay' }, mapping(text)] },
};

/** A procedure's mappings of named things. */
const named = {
  audiences: mapping(list(of('an audience'))),
  parts: mapping(of('a part')),
  states: mapping(of('a state')),
  powers: mapping(of('a power')),
  duties: mapping(of('a duty')),
  notices: mapping(of('a notice')),
};

/** These are merged key by key with those of the pack that is extended: what they leave out, that one has. (And what a
 * library leaves out of others, clauses, is the council's to say.) */
const merged = ['a pack', 'a procedure', 'open', 'a power', 'a duty', 'a notice', 'a part', 'a state', 'a post', 'a calendar', 'a nation'];

function definition(what, keys) {
  const properties = {};
  for (const { key, read } of keys) {
    const value = (what === 'a procedure' && named[key]) || values[read] || {};
    properties[key] = merged.includes(what) ? { anyOf: [value, { type: 'null' }] } : value;
  }
  const required = merged.includes(what) ? [] : keys.filter(({ key, required }) => required && key !== 'cites').map(({ key }) => key);
  return { type: 'object', properties, required, additionalProperties: false };
}

function schema() {
  const $defs = {};
  for (const [what, keys] of tables()) $defs[what.replaceAll(' ', '-')] = definition(what, keys);
  $defs['a-relation'] = { anyOf: [...oneOf('RELATIONS'), { type: 'string', description: 'a post, an audience, or a relation through a field' }] };
  const { properties: pack } = $defs['a-pack'];
  delete pack.procedures; // each has a file of its own, and so have
  delete pack.holidays;
  Object.assign(pack, { extends: name, library: truth });
  $defs['a-procedure'].properties.like = { anyOf: [name, { type: 'null' }] };
  $defs.holidays = { type: 'object', properties: { holidays: mapping(list(of('a holiday'), 0)) }, required: ['holidays'], additionalProperties: false };
  const file = (key, otherwise) => ({ if: { required: [key] }, then: of(`a ${key}`), else: otherwise });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A protocol pack',
    description: 'pack.yaml, a procedure, or holidays.yaml. Made by test/lib/pack-schema.mjs; docs/packs.md says what each key means.',
    ...file('pack', file('procedure', of('holidays'))),
    $defs,
  };
}

const written = `${JSON.stringify(schema(), null, 1)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(path, written);
} else if (readFileSync(path, 'utf8') !== written) {
  console.error(`${path} is stale; node test/lib/pack-schema.mjs writes it anew.`);
  process.exitCode = 1;
}
