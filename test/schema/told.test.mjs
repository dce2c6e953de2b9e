// Whatever a pack says, `pack explain` says in words and `pack diff` finds when it changes: key by key of the language, as
// packs/schema.json has them, so that none is forgotten.
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { folder, packs, run } from '../lib/comity.mjs';
import { readSource, writeSource } from '../mutation/source.mjs';

const { $defs } = JSON.parse(readFileSync(join(packs, 'schema.json'), 'utf8'));
const PACKS = ['town', 'county', 'northampton'];
const TRIES = 30; // changes of one key, of which some make a pack that cannot be read

/** Nothing of these is left once a pack is read, or it is how a pack's rules call one another. */
const NOT_TOLD = {
  'a-pack: extends': 'what it extends is in it',
  'a-pack: library': 'no council has a library for its pack',
  'a-pack: pack': 'the folder’s name',
  'a-procedure: like': 'what it is like is in it',
  'a-procedure: procedure': 'the name by which rules call it',
  'a-field: name': 'the name by which rules call it',
  'a-choice: value': 'the name by which rules call it',
};

// ---- where a key is used

/** Calls found(what, key, holder) for each key in a value, of which the schema says what it is. */
function walk(schema, value, found) {
  if (value === null || typeof value !== 'object') return;
  if (schema.$ref !== undefined) walkMapping(schema.$ref.replace('#/$defs/', ''), value, found);
  for (const one of schema.anyOf ?? []) walk(one, value, found);
  const inside = Array.isArray(value) ? schema.items : schema.additionalProperties;
  for (const item of Object.values(value)) walk(inside ?? {}, item, found);
}

function walkMapping(what, value, found) {
  if (Array.isArray(value)) return;
  for (const [key, schema] of Object.entries($defs[what].properties ?? {})) {
    if (!(key in value)) continue;
    found(what, key, value);
    walk(schema, value[key], found);
  }
}

/** "a-power: to" -> the mappings in which it stands. */
function uses(source) {
  const all = new Map();
  const found = (what, key, holder) => {
    const name = `${what}: ${key}`;
    all.set(name, [...(all.get(name) ?? []), holder]);
  };
  walkMapping('a-pack', source, found);
  for (const procedure of source.procedures) walkMapping('a-procedure', procedure, found);
  walkMapping('holidays', source, found);
  return all;
}

// ---- what is changed

const enquiry = (source) => source.procedures.find((one) => one.procedure === 'enquiry');
const closed = (source) => (source.calendars.working.closures = [{ day: '2027-01-04', name: 'Moving house' }]);
const appointment = (source) => source.procedures.find((one) => one.procedure === 'appointment');
function twoTimes(source) {
  const { form } = appointment(source).open;
  form.push({ ...form.find((one) => one.name === 'time'), name: 'other', label: 'Or when?' });
  form.push({ name: 'short', label: 'Short?', kind: 'choice', choices: [{ value: 'short', label: 'Yes' }, { value: 'long', label: 'No' }] });
  appointment(source).open['offered on'] = { field: 'time', of: ['offered-time'] };
}
const asked = (source) => source.procedures.find((one) => one.procedure === 'confidentiality').open.form;
function twoRecords(source) {
  asked(source).unshift({ ...asked(source).find((one) => one.name === 'record'), name: 'other', label: 'Or in which?' });
}
const sooner = (source) => uses(source).get('a-field: no sooner than')[0];
const [PACK, COUNTY, BOROUGH] = PACKS;

/**
 * Where a key is used by no pack, or only some value makes sense: in which pack, how it is changed, and what is there before
 * that, in both.
 */
const OWN = {
  'a-beginning: in': [COUNTY, (source) => {
    const { open, states } = source.procedures.find((one) => one.open.begins);
    open.begins[0].in = Object.keys(states).find((state) => state !== open.begins[0].in);
  }],
  'a-calendar: closures': [PACK, (source) => (source.calendars.working.closures = [{ day: '2027-01-04', name: 'Moving house' }])],
  'a-calendar: zone': [PACK, (source) => (source.calendars.working.zone = 'UTC')],
  'a-clause: from': [PACK, (source) => (source.clauses[0].from = '2027-01-01')],
  'a-clause: id': [PACK, (source) => Object.assign(source, JSON.parse(JSON.stringify(source).replaceAll('"9.3"', '"9.4"')))],
  'a-clause: to': [PACK, (source) => (source.clauses[0].to = '2027-01-01')],
  'a-closure: day': [PACK, (source) => (source.calendars.working.closures[0].day = '2027-01-05'), closed],
  'a-closure: name': [PACK, (source) => (source.calendars.working.closures[0].name = 'Painting'), closed],
  'a-duty: until': [PACK, (source) => (enquiry(source).duties.complete.until = 'again'), (source) => {
    const { form } = enquiry(source).powers.acknowledge;
    form.push({ ...form.find((one) => one.name === 'expected'), name: 'again', label: 'Or by when?' });
  }],
  'a-field: no sooner than': [BOROUGH, (source) => sooner(source)['no sooner than'] = '9 working days'],
  'a-field: of': [BOROUGH, (source) => {
    const { open } = source.procedures.find((one) => one.procedure === 'instruction');
    open.form.find((field) => field.name === 'authority').of = ['decision'];
  }],
  'a-field: part of': [COUNTY, (source) => (asked(source).find((one) => one.name === 'which')['part of'] = 'other'), twoRecords],
  'a-field: sooner cites': [BOROUGH, (source) => sooner(source)['sooner cites'] = ['C.1']],
  'a-grant: when': [BOROUGH, (source) => {
    source.procedures.find((one) => one.procedure === 'advice').powers.consent.grants[0].when = { for: 'me' };
  }],
  'a-pack: calendars': [PACK, (source) => (source.calendars.other = source.calendars.working)],
  'a-pack: clauses': [PACK, (source) => source.clauses.push({ id: '99', kind: 'guide', summary: 'Another.' })],
  'a-pack: excused': [PACK, (source) => (source.excused = { 1.1: 'It is for people.' })],
  'a-pack: language': [PACK, (source) => (source.language = 'cy')],
  'a-pack: languages': [PACK, (source) => (source.languages = ['cy'])],
  'a-pack: group sees past': [PACK, (source) => (source['group sees past'] = true)],
  'a-pack: nations': [PACK, (source) => (source.nations.england.member = ['informal'])],
  'a-pack: not yet': [PACK, (source) => (source['not yet'] = ['1.1'])],
  'a-power: clock only': [PACK, (source) => {
    delete enquiry(source).powers.lapse['clock only'];
    enquiry(source).powers.lapse.by = ['handler'];
  }],
  'a-power: keeps apart': [PACK, (source) => (enquiry(source).powers.reassign['keeps apart'] = 'to')],
  'a-procedure: audiences': [PACK, (source) => (enquiry(source).audiences.asker = [{ is: ['opener', 'town-clerk'] }])],
  'a-procedure: earlier records': [PACK, (source) => (enquiry(source)['earlier records'] = { waiting: 'open' })],
  'a-procedure: parts': [PACK, (source) => (enquiry(source).parts.more = { title: 'More', audience: ['opener'], cites: ['C.1'] })],
  'a-procedure: prefix': [PACK, (source) => (enquiry(source).prefix = 'ZZZ')],
  'a-procedure: states': [PACK, (source) => (enquiry(source).states.more = { title: 'More' })],
  'a-refusal: see': [PACK, (source) => (enquiry(source).open.refuse[0].see = 'https://council.example/rules')],
  'a-state: cites': [PACK, (source) => (enquiry(source).states.closed.cites = ['C.1'])],
  'a-step: after': [PACK, (source) => (enquiry(source).duties.respond.missed[1].after = '9 working days')],
  'a-step: pass to': [PACK, (source) => (enquiry(source).duties.respond.missed[0]['pass to'] = ['town-clerk'])],
  'another-part: part': [COUNTY, (source) => (uses(source).get('another-part: part')[0].part = 'refusal')],
  'what-is-done-on-another-record: on': [BOROUGH, (source) => (appointment(source).open.does[0].on = 'other'), twoTimes],
  'what-is-done-on-another-record: when': [BOROUGH, (source) => (appointment(source).open.does[0].when = { short: 'short' }), twoTimes],
  'what-is-opened: procedure': [COUNTY, (source) => (Object.values(enquiry(source).powers).find((power) => power.opens).opens.procedure = 'enquiry')],
  'where-it-is-offered: field': [BOROUGH, (source) => (appointment(source).open['offered on'].field = 'other'), twoTimes],
  'holidays: holidays': [PACK, (source) => source.holidays['england-and-wales'].push({ day: '2031-06-02', name: 'A jubilee' })],
};

/** What else could stand there: nothing, or what stands elsewhere under the same key. */
function* others(value, elsewhere) {
  if (typeof value === 'boolean') yield !value;
  for (const other of elsewhere) if (JSON.stringify(other) !== JSON.stringify(value)) yield other;
  if (typeof value === 'string') yield `${value} differently`;
  if (Array.isArray(value) && value.length > 1) yield value.slice(0, -1);
  if (value instanceof Object) yield Object.fromEntries(Object.entries(value).slice(0, -1));
  yield undefined;
}

/** Changes of the key, as in OWN. */
function* changes(name) {
  if (name in OWN) return yield OWN[name];
  const key = name.slice(name.indexOf(': ') + 2);
  for (const pack of PACKS) {
    const holders = uses(sources[pack]).get(name) ?? [];
    const elsewhere = [...new Map(holders.map((one) => [JSON.stringify(one[key]), one[key]])).values()].slice(0, 6);
    for (const [i, holder] of holders.slice(0, 4).entries())
      for (const value of others(holder[key], elsewhere))
        yield [pack, (source) => {
          const there = uses(source).get(name)[i];
          if (value === undefined) delete there[key];
          else there[key] = structuredClone(value);
        }];
  }
}

// ---- what is said of it

const sources = {};
const plain = {}; // pack -> {source, at, document}

/** Without the hash, which any change changes. */
const words = (document) => document.replace(/[0-9a-f]{64}|\b[0-9a-f]{12}\b/g, '');
const explained = async (pack, at) => words((await run(['pack', 'explain', pack, '--packs', at])).stdout);

async function written(source) {
  const at = folder();
  writeSource(at, source);
  return { source, at, document: await explained(source.pack, at) };
}

before(async () => {
  for (const pack of PACKS) {
    sources[pack] = await readSource(pack);
    plain[pack] = await written(sources[pack]);
  }
});

/** What is not told of a change; null: the pack cannot be read. */
async function untold(was, change) {
  const { pack } = was.source;
  const is = structuredClone(was.source);
  change(is);
  const at = folder();
  writeSource(at, is);
  try {
    const diff = await run(['pack', 'diff', join(was.at, pack), join(at, pack)]);
    if (diff.code !== 0) return null;
    const found = diff.stdout.split('\n').some((line) => line.startsWith('- '));
    const said = (await explained(pack, at)) !== was.document;
    return [...(found ? [] : ['pack diff']), ...(said ? [] : ['pack explain'])];
  } finally {
    rmSync(at, { recursive: true });
  }
}

async function prepared(pack, prepare) {
  if (prepare === undefined) return plain[pack];
  const source = structuredClone(sources[pack]);
  prepare(source);
  return written(source);
}

for (const [what, { properties = {} }] of Object.entries($defs))
  for (const key of Object.keys(properties)) {
    const name = `${what}: ${key}`;
    test(`it is told what a pack says under "${key}" in ${what}`, { skip: name in NOT_TOLD && NOT_TOLD[name] }, async () => {
      const silent = [];
      let tries = 0;
      for (const [pack, change, prepare] of changes(name)) {
        if (tries++ === TRIES) break;
        const missing = await untold(await prepared(pack, prepare), change);
        if (missing?.length === 0) return;
        if (missing !== null) silent.push(`${pack}: ${missing.join(' and ')}`);
      }
      assert.ok(silent.length > 0, `no change of "${name}" could be tried: give it one in OWN`);
      assert.fail(`of ${name} nothing is said by ${silent[0]}`);
    });
  }
