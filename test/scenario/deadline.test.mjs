// comity deadline: what a clock comes to, with its working.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { comity, folder, packs, refused } from '../lib/comity.mjs';
import { protocols } from '../lib/protocol.mjs';

const deadline = async (pack, duty, received, ...more) =>
  JSON.parse(await comity('deadline', '--pack', pack, '--duty', duty, '--received', received, '--json', ...more));

const cases = [
  ['northampton', 'enquiry.respond', '2026-12-18T10:00', '2026-12-29', 'five working days over Christmas'],
  ['county', 'enquiry.respond', '2026-12-18T10:00', '2026-12-29', 'five working days over Christmas'],
  ['town', 'enquiry.respond', '2026-12-18T10:00', '2027-01-06', 'ten working days over Christmas and New Year'],
  ['town', 'enquiry.respond', '2022-09-08T10:00', '2022-09-23', 'the funeral holiday of 19 September 2022'],
  ['northampton', 'enquiry.reply', '2026-07-06T10:00', '2026-08-03', 'twenty working days in a summer'],
  ['northampton', 'enquiry.respond', '2026-07-11T10:00', '2026-07-17', 'received on a Saturday, Monday is day one'],
  ['northampton', 'enquiry.respond', '2026-07-12T23:30', '2026-07-17', 'received on a Sunday night'],
  ['northampton', 'enquiry.respond', '2020-05-01T10:00', '2020-05-11', 'the May holiday that moved to 8 May 2020'],
  ['northampton', 'enquiry.respond', '2022-05-30T10:00', '2022-06-08', 'two holidays in a row, 2 and 3 June 2022'],
  [
    'northampton',
    'enquiry.respond',
    '2022-12-21T10:00',
    '2022-12-30',
    'Boxing Day before the substitute for Christmas',
  ],
  ['northampton', 'enquiry.respond', '2023-05-05T10:00', '2023-05-15', 'the coronation, 8 May 2023, is added'],
  ['northampton', 'enquiry.respond', '2026-07-06T22:59:59Z', '2026-07-13', 'a second before midnight in summer'],
  ['northampton', 'enquiry.respond', '2026-07-06T23:00:00Z', '2026-07-14', 'midnight in summer is the next day'],
];

/** The clause that sets each clock. */
const clauseOf = (pack, duty) => (duty === 'enquiry.reply' ? 'C.5' : protocols[pack].respond.clause);

for (const [pack, duty, received, due, what] of cases)
  test(`${pack} ${clauseOf(pack, duty)}: ${what}`, async () => {
    assert.equal((await deadline(pack, duty, received)).due, due);
  });

test('the working names each day that was passed over, and why', async () => {
  const { working, due_at: end } = await deadline('northampton', 'enquiry.respond', '2026-12-18T10:00');
  assert.equal(working[0], 'Fri 18 December received');
  assert.ok(
    working.some((step) => /Fri 25.*Christmas Day/.test(step)),
    working.join(),
  );
  assert.ok(
    working.some((step) => /Mon 28.*Boxing Day/.test(step)),
    working.join(),
  );
  assert.match(working.at(-1), /^Tue 29.* due$/);
  assert.equal(end, '2026-12-30T00:00:00Z');
});

test('without --json it is said in words, with the clause', async () => {
  const printed = await comity(
    ...['deadline', '--pack', 'county', '--duty', 'enquiry.respond', '--received', '2026-12-18T10:00'],
  );
  assert.match(printed, /^Due Tuesday 29 December 2026, within 5 working days/);
  assert.match(printed, /^1\.7\.2: /m);
});

test('what cannot be counted is refused in one line', async () => {
  const ask = (pack, duty, received) => ['deadline', '--pack', pack, '--duty', duty, '--received', received];
  await refused(1, ...ask('atlantis', 'enquiry.respond', '2026-07-06'));
  await refused(1, ...ask('county', 'enquiry.dance', '2026-07-06'));
  await refused(1, ...ask('county', 'enquiry.complete', '2026-07-06'));
  await refused(2, ...ask('county', 'enquiry.respond', '2026-02-30'));
  await refused(2, ...ask('county', 'enquiry.respond', 'yesterday'));
  await refused(2, 'deadline', '--pack', 'county');
});

// ---- a fourth council, in another nation, without a line of C

function fourthCouncil() {
  const root = folder();
  for (const base of ['common', 'town']) cpSync(join(packs, base), join(root, base), { recursive: true });
  mkdirSync(join(root, 'glen'));
  writeFileSync(
    join(root, 'glen/pack.yaml'),
    `pack: glen
extends: town
title: Glen council protocol
nation: scotland
code: Councillors' Code of Conduct
calendars:
  working: {zone: "Europe/London", holidays: [scotland], hours: "09:00-17:00", late: no, closures: [{day: "2026-07-07", name: Glen Fair}]}
  foi: {zone: "Europe/London", holidays: [england-and-wales, scotland, northern-ireland], hours: "09:00-17:00", late: no}
  scots: {zone: "Europe/London", holidays: [scotland], hours: "09:00-17:00", late: no}
  late: {zone: "Europe/London", holidays: [scotland], hours: "09:00-17:00", late: yes}
`,
  );
  const clock = (name, calendar, within) =>
    `  ${name}: {label: Answer, bearer: [handler], from: [opening], within: ${within}, calendar: ${calendar}, met by: [refuse], ` +
    `missed: [{tell: [head of service], say: "It is late."}], cites: ["6.1(d)"]}\n`;
  writeFileSync(
    join(root, 'glen/enquiry.yaml'),
    `procedure: enquiry\nduties:\n${clock('foi', 'foi', '20 working days')}${clock('scots', 'scots', '20 working days')}` +
      `${clock('ten', 'scots', '10 working days')}${clock('late', 'late', '5 working days')}${clock('clear', 'scots', '5 clear days')}`,
  );
  return root;
}

test('a fourth council: its own holidays, closures, clear days and late receipts, from its pack alone', async () => {
  const root = fourthCouncil();
  const due = async (duty, received) => (await deadline('glen', duty, received, '--packs', root)).due;
  assert.equal(await due('enquiry.scots', '2026-07-06T10:00'), '2026-08-04', 'Scotland');
  assert.equal(await due('enquiry.foi', '2026-07-06T10:00'), '2026-08-05', 'a holiday in any part of the kingdom');
  assert.equal(await due('enquiry.ten', '2026-12-18T10:00'), '2027-01-07', 'the second of January is one in Scotland');
  assert.equal(await due('enquiry.respond', '2026-07-06T10:00'), '2026-07-21', 'Glen Fair is closed');
  assert.equal(await due('enquiry.clear', '2026-07-06T10:00'), '2026-07-12', 'neither the first nor the last day');
  assert.equal(await due('enquiry.late', '2026-07-06T16:59'), '2026-07-13');
  assert.equal(await due('enquiry.late', '2026-07-06T17:01'), '2026-07-14', 'after hours counts as the next day');
});
