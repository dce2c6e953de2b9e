// The directory's imports and exports by the command line, with small made-up files.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { comity, folder, refused, root } from '../lib/comity.mjs';
import { newPlace } from '../lib/council.mjs';

let place;
beforeEach(async () => {
  place = newPlace();
  await comity('init', ...place, '--pack', 'northampton', '--name', 'Exampleton');
});

const exported = async () => JSON.parse(await comity('directory', 'export', ...place));

function written(name, text) {
  const path = join(folder(), name);
  writeFileSync(path, text);
  return path;
}

async function imported(format, text, ...more) {
  const path = written(`file.${format}`, text);
  const report = JSON.parse(await comity('directory', 'import', path, '--format', format, '--json', ...more, ...place));
  return report.findings;
}

const councillor = (number, name, more = '') => `
        <councillor>
          <councillorid>${number}</councillorid>
          <fullusername>Councillor ${name}</fullusername>
          <politicalpartytitle>${more.includes('party=') ? /party=(.*)/.exec(more)[1] : 'Lake Party'}</politicalpartytitle>
          <politicalgrouptitle>
          </politicalgrouptitle>
          <workaddress></workaddress>
          <homeaddress><line1>1 Secret Street</line1><email>${name.toLowerCase().replace(' ', '.')}@example.org</email></homeaddress>
          <termsofoffice>
            <termofoffice><startdate>06/05/2021</startdate><enddate>05/05/2024</enddate></termofoffice>
          </termsofoffice>
        </councillor>`;

const moderngov = `<?xml version="1.0" encoding="utf-8"?>
<councillorsbyward>
  <wards>
    <ward>
      <wardtitle>King&amp;#39;s Meadow</wardtitle>
      <councillors>
        <councillorcount> 2</councillorcount>${councillor(7, 'Ann Bell')}${councillor(8, 'Bo Carr')}
      </councillors>
    </ward>
  </wards>
</councillorsbyward>
`;

test('what a committee system serves: each thing that was repaired or left out is reported with its line', async () => {
  const findings = await imported('moderngov', moderngov);
  const of = (kind, words) => findings.filter((one) => one.kind === kind && words.test(one.say));
  assert.equal(of('added', /^Member /).length, 2, JSON.stringify(findings, null, 1));
  const [escaped] = of('repaired', /King's Meadow.*escaped twice/);
  assert.equal(escaped.line, 5);
  assert.equal(of('repaired', /ended on Sunday 5 May 2024/).length, 2, 'a current Member with an ended term');
  assert.equal(of('repaired', /stands under the home address/).length, 2);
  assert.equal(of('left out', /home address/).length, 2);
  assert.ok(findings.every((one) => one.say.length > 5));
  const text = JSON.stringify(await exported());
  assert.ok(!text.includes('Secret Street'), 'home addresses are nobody’s business');
  assert.ok(text.includes("King's Meadow") && text.includes('ann.bell@example.org'));
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  assert.deepEqual(people.map((person) => [person.name, person.kind, person.ward_name]).sort(), [
    ['Ann Bell', 'member', "King's Meadow"],
    ['Bo Carr', 'member', "King's Meadow"],
  ]);
});

test('a dry run says the same and changes nothing', async () => {
  const before = await exported();
  const dry = await imported('moderngov', moderngov, '--dry-run');
  assert.deepEqual(await exported(), before);
  assert.deepEqual(await imported('moderngov', moderngov), dry);
  assert.notDeepEqual(await exported(), before);
});

test('importing the same file again changes nothing and says nothing new', async () => {
  await imported('moderngov', moderngov);
  const before = await exported();
  const again = await imported('moderngov', moderngov);
  assert.deepEqual(
    again.filter((one) => ['added', 'changed', 'ended'].includes(one.kind)),
    [],
  );
  assert.deepEqual(await exported(), before);
});

test('who is not listed any more has left', async () => {
  const many = [1, 2, 3].map((number) => councillor(number, `Member Name${number}`)).join('');
  const file = (councillors) => moderngov.replace(/<councillorcount>[\s\S]*<\/councillor>/, councillors);
  await imported('moderngov', file(many));
  const findings = await imported('moderngov', file([1, 2].map((n) => councillor(n, `Member Name${n}`)).join('')));
  assert.equal(findings.filter((one) => one.kind === 'ended' && /Name3/.test(one.say)).length > 0, true);
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  assert.equal(people.find((person) => person.name === 'Member Name3').active, false);
});

test('the report is readable without --json, with path and line', async () => {
  const path = written('councillors.xml', moderngov);
  const printed = await comity('directory', 'import', path, '--format', 'moderngov', '--dry-run', ...place);
  assert.ok(printed.includes(`${path}:5: repaired: `), printed);
  assert.match(printed, /dry run: nothing was changed/);
});

const popolo = {
  persons: [
    {
      id: 'ann',
      name: 'Ann Bell',
      kind: 'member',
      email: 'ann@example.org',
      gender: 'female',
      links: [{ url: 'https://ann.example.org' }],
    },
    { id: 'dee', name: 'Dee Eaton', kind: 'officer', other_names: [{ name: 'D. Eaton', start_date: '2020-01-01' }] },
  ],
  organizations: [
    { id: 'lake', name: 'Lake Group', classification: 'group', administration: true, founding_date: '2023-05-09' },
    { id: 'parks', name: 'Parks', classification: 'service' },
  ],
  areas: [{ id: 'east', name: 'East', classification: 'ward', geometry: { type: 'Point', coordinates: [1, 2] } }],
  posts: [
    {
      id: 'parks-head',
      label: 'Head of Parks',
      role: 'head',
      tier: 'senior',
      organization_id: 'parks',
      deputy_id: 'parks-two',
    },
    { id: 'parks-two', label: 'Deputy Head of Parks', organization_id: 'parks' },
    { id: 'lake-leader', label: 'Leader of the Lake Group', role: 'leader', organization_id: 'lake' },
  ],
  memberships: [
    { id: 'm1', person_id: 'ann', organization_id: 'lake', start_date: '2023-05-09' },
    { id: 'm2', person_id: 'ann', post_id: 'lake-leader', start_date: '2023-05-09', end_date: '2027-05-06' },
    { id: 'm3', person_id: 'dee', post_id: 'parks-head', start_date: '2022-01-01', legislative_period_id: 'x1' },
    { id: 'm4', person_id: 'ann', area_id: 'east', start_date: '2023-05-09' },
  ],
};

test('Popolo goes in and comes out without loss, and in again elsewhere the same', async () => {
  await imported('popolo', JSON.stringify(popolo));
  const first = await exported();
  for (const [kind, rows] of Object.entries(popolo))
    for (const row of rows) {
      const got = first[kind].find((one) => one.id === row.id);
      for (const [key, value] of Object.entries(row)) assert.deepEqual(got[key], value, `${kind} ${row.id} ${key}`);
    }
  assert.deepEqual(await imported('popolo', JSON.stringify(first)), []);
  const old = place;
  place = newPlace();
  await comity('init', ...place, '--pack', 'town', '--name', 'Elsewhere');
  await imported('popolo', JSON.stringify(first));
  assert.deepEqual(await exported(), first);
  place = old;
  assert.deepEqual(await exported(), first);
});

test('a CSV of Officers, services and posts', async () => {
  const findings = await imported(
    'csv',
    `name,email,service,post,role,tier,deputy,from,to
Dee Eaton,dee@example.org,Parks,Head of Parks,head,senior,Deputy Head of Parks,06/01/2025,
"Fox, Gill",not an address,Parks,Deputy Head of Parks,,,,2025-01-06,2030-01-05
,,Bins,Head of Bins,head,senior,,,
`,
  );
  assert.ok(findings.some((one) => one.kind === 'left out' && one.line === 3 && /not an address/.test(one.say)));
  const people = JSON.parse(await comity('person', 'list', ...place, '--json'));
  assert.deepEqual(
    people.map((person) => [person.name, person.service_name, person.posts]),
    [
      ['Dee Eaton', 'Parks', ['Head of Parks']],
      ['Fox, Gill', 'Parks', ['Deputy Head of Parks']],
    ].sort((a, b) => people.findIndex((p) => p.name === a[0]) - people.findIndex((p) => p.name === b[0])),
  );
  const { posts } = await exported();
  const head = posts.find((post) => post.label === 'Head of Parks');
  assert.equal(head.role, 'head');
  assert.equal(head.deputy_id, posts.find((post) => post.label === 'Deputy Head of Parks').id);
  assert.ok(posts.some((post) => post.label === 'Head of Bins'));
});

test('an import to a format that is not known, or of a file that is not there, is refused', async () => {
  const path = written('x.xml', moderngov);
  await refused(2, 'directory', 'import', path, '--format', 'excel', ...place);
  await refused(2, 'directory', 'import', path, ...place);
  await refused(1, 'directory', 'import', join(root, 'no-such-file'), '--format', 'csv', ...place);
});
