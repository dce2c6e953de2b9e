// Files that are broken or hostile: an import is refused in one line that names the place, and changes nothing.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { comity, folder, refused } from '../lib/comity.mjs';
import { newPlace } from '../lib/council.mjs';

let place, start;

before(async () => {
  place = newPlace();
  await comity('init', ...place, '--pack', 'northampton', '--name', 'Exampleton');
  const path = join(folder(), 'officers.csv');
  writeFileSync(path, 'name,service,post,role,tier\nDee Eaton,Parks,Head of Parks,head,senior\n');
  await comity('directory', 'import', path, '--format', 'csv', ...place);
  start = await comity('directory', 'export', ...place);
});

const wards = (inside) => `<councillorsbyward><wards><ward>${inside}</ward></wards></councillorsbyward>`;
const councillor =
  '<councillors><councillor><councillorid>1</councillorid><fullusername>A B</fullusername></councillor></councillors>';
const deep = (n, open, close) => open.repeat(n) + close.repeat(n);

const files = {
  moderngov: {
    'no XML': ['hello', /[Ll]ine 1/],
    'an empty file': ['', /./],
    'an open element': [`<councillorsbyward><wards>`, /[Ll]ine/],
    'elements that cross': ['<a><b></a></b>', /[Ll]ine/],
    'two roots': ['<committees/><committees/>', /[Ll]ine/],
    'another document': ['<html><body/></html>', /html/],
    'an entity of its own': ['<!DOCTYPE a [<!ENTITY x "y">]><councillorsbyward>&x;</councillorsbyward>', /[Ll]ine 1/],
    'an entity that reads a file': [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><committees>&x;</committees>',
      /[Ll]ine 1/,
    ],
    'entities that explode': [
      `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><committees>&b;</committees>`,
      /[Ll]ine 1/,
    ],
    'an unknown entity': [wards('<wardtitle>&nbsp;</wardtitle>'), /[Ll]ine 1/],
    'nesting without end': [deep(5000, '<a>', '</a>'), /./],
    'an attribute twice': ['<committees a="1" a="2"/>', /[Ll]ine/],
    'bytes that are no UTF-8': [Buffer.from(wards('<wardtitle>\xff</wardtitle>'), 'latin1'), /[Ll]ine|UTF-8/],
    'a control character': [wards('<wardtitle>a\u0001b</wardtitle>'), /[Ll]ine/],
    'a councillor without a number': [wards(councillor.replace('<councillorid>1</councillorid>', '')), /number/],
    'a councillor whose number is none': [wards(councillor.replace('>1<', '>one<')), /number/],
    'a councillor without a name': [wards(councillor.replace('A B', '')), /name/],
  },
  csv: {
    'an empty file': ['', /./],
    'an open quote': ['name,post\n"Dee,Head\n', /[Ll]ine 2/],
    'a quote in the middle': ['name,post\nD"ee,Head\n', /[Ll]ine 2/],
    'too few fields': ['name,post,service\nDee,Head\n', /[Ll]ine 2/],
    'too many fields': ['name,post\nDee,Head,Parks\n', /[Ll]ine 2/],
    'a column twice': ['name,name\nDee,Eaton\n', /name/],
    'a column without a name': ['name,\nDee,x\n', /./],
    'too many columns': [`${Array.from({ length: 100 }, (_, i) => `c${i}`).join()}\n`, /./],
    'a line that says nothing': ['name,post,service\nDee,Head,Parks\n,,Bins\n', /[Ll]ine 3/],
    'a date that is none': ['name,post,from\nDee,Head,31/02/2026\n', /[Ll]ine 2.*31\/02\/2026/],
    'an end before its start': ['name,post,from,to\nDee,Head,2026-05-01,2026-04-01\n', /[Ll]ine 2/],
    'a tier of its own': ['name,post,tier\nDee,Head,supreme\n', /[Ll]ine 2.*supreme/],
    'bytes that are no UTF-8': [Buffer.from('name,post\nD\xe9e,Head\n', 'latin1'), /UTF-8|[Ll]ine/],
    'a NUL byte': ['name,post\nD\0e,Head\n', /./],
  },
  popolo: {
    'no JSON': ['hello', /[Ll]ine 1/],
    'an empty file': ['', /./],
    'a text': ['"persons"', /./],
    'persons that are no list': ['{"persons":{}}', /persons/],
    'a person that is no object': ['{"persons":["Ann"]}', /persons/],
    'a name that is a number': ['{"persons":[{"id":"ann","name":7}]}', /name/],
    'a member twice': ['{"persons":[],"persons":[]}', /./],
    'nesting without end': [`{"persons":${deep(5000, '[', ']')}}`, /./],
    'a date that is none': [
      '{"persons":[{"id":"a","name":"A"}],"memberships":[{"person_id":"a","organization":{"id":"o","name":"O","classification":"group"},"start_date":"soon"}]}',
      /memberships, number 1: "start_date"/,
    ],
    'an escaped NUL': ['{"persons":[{"id":"a","name":"A\\u0000B"}]}', /./],
    'bytes that are no UTF-8': [Buffer.from('{"persons":[{"id":"a","name":"\xff"}]}', 'latin1'), /./],
  },
};

for (const [format, cases] of Object.entries(files))
  for (const [what, [text, words]] of Object.entries(cases))
    test(`a ${format} file with ${what} changes nothing`, async () => {
      const path = join(folder(), `file.${format}`);
      writeFileSync(path, text);
      const args = ['directory', 'import', path, '--format', format, ...place];
      const line = await refused(1, ...args);
      assert.match(line, words);
      assert.ok(line.includes(path), 'it names the file');
      assert.ok(line.length < 1000);
      assert.equal(await comity('directory', 'export', ...place), start);
    });

test('a file that is too large is refused', async () => {
  const path = join(folder(), 'large.csv');
  writeFileSync(path, `name,post\n${'Dee,Head\n'.repeat(4000000)}`);
  await refused(1, 'directory', 'import', path, '--format', 'csv', ...place);
  assert.equal(await comity('directory', 'export', ...place), start);
});

test('a file of another kind than was said is refused', async () => {
  const path = join(folder(), 'file');
  writeFileSync(path, wards(councillor));
  await refused(1, 'directory', 'import', path, '--format', 'csv', ...place);
  await refused(1, 'directory', 'import', path, '--format', 'popolo', ...place);
  assert.equal(await comity('directory', 'export', ...place), start);
});

test('formulas, markup and SQL in names are text', async () => {
  const names = ['=1+1', '<b>Dee</b>', "'; DROP TABLE person; --", '"Dee ""D"" Eaton"', 'Ødë 🦆'];
  const path = join(folder(), 'names.csv');
  writeFileSync(path, `name,service\n${names.map((name) => `${name},Parks`).join('\n')}\n`);
  await comity('directory', 'import', path, '--format', 'csv', ...place);
  const people = JSON.parse(await comity('person', 'list', ...place, '--json')).map((person) => person.name);
  for (const name of names) assert.ok(people.includes(name.replace(/^"|"$/g, '').replaceAll('""', '"')), name);
  start = await comity('directory', 'export', ...place);
});
