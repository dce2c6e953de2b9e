// Whom a matter goes to: the line manager where there is one, and where the post of a head of service is vacant, the next
// whom the protocol names.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { folder } from '../lib/comity.mjs';
import { advice, enquiry, forGroup } from '../lib/protocol.mjs';
import { within } from '../lib/within.mjs';

const concern = { about: 'employee', subject: 'A meeting on Monday', concern: 'They shouted at a resident.' };
const press = { wanted: 'advice', ask: 'head', purpose: 'council', subject: 'The Echo', question: 'Why is it shut?', 'by-when': 'Tomorrow' };

/** [clause, what it is, who opens it, procedure, its fields, who gets it]: what goes to a line manager. */
const TO_MANAGERS = {
  northampton: [['3.10', 'a report of pressure', 'junior', 'pressure', () => ({})]],
  county: [
    ['1.6.4(a)', 'a concern about discourtesy', 'member', 'concern', (at) => ({ ...concern, employee: at.junior.id, what: 'courtesy' })],
    ['1.6.4(b)', 'an Employee’s concern', 'junior', 'concern', (at) => ({ ...concern, about: 'member', member: at.member.id })],
  ],
  town: [],
};

const TO_HEADS = {
  northampton: [
    ...TO_MANAGERS.northampton,
    ['3.12', 'a concern', 'member', 'concern', (at) => ({ ...concern, service: at.service.id, raised: 'raised', neutrality: 'else', ground: 'none' })],
  ],
  county: [
    ...TO_MANAGERS.county,
    ['1.9.3', 'what a Member asks of the press', 'member', 'media', (at) => ({ ...press, service: at.service.id }), 'press'],
    ['1.12.2', 'a concern about a breach', 'member', 'concern', (at) => ({ ...concern, employee: at.junior.id, what: 'breach', to: 'chief-officer' })],
  ],
  town: [
    ['3.3', 'an enquiry', 'member', 'enquiry', (at) => enquiry('town', at.service)],
    ['3.3', 'a request for advice', 'member', 'advice', (at) => advice('town', at.service)],
    ['8.1', 'a request for a report', 'member', 'group-report', (at) => forGroup('town', at.service)[1]],
  ],
};

const handlerOf = async (at, by, procedure, fields) => (await at[by].preview(procedure, fields(at))).handler;

for (const pack of Object.keys(TO_HEADS)) {
  if (TO_MANAGERS[pack].length > 0)
    within(pack, (at) => {
      before(async () => {
        const directory = JSON.parse(await at.council.comity('directory', 'export'));
        directory.persons.find((person) => person.id === at.junior.id).manager = at.otherHead.id;
        const file = join(folder(), 'directory.json');
        writeFileSync(file, JSON.stringify(directory));
        await at.council.comity('directory', 'import', file, '--format', 'popolo');
      });
      for (const [clause, what, by, procedure, fields] of TO_MANAGERS[pack])
        test(`${pack} ${clause}: ${what} goes to the line manager, who need not be the head of the service`, async () =>
          assert.match(await handlerOf(at, by, procedure, fields), new RegExp(at.otherHead.name)));
    });

  within(pack, (at) => {
    before(() => at.council.comity('person', 'deactivate', at.head.id));
    for (const [clause, what, by, procedure, fields, next = 'chief'] of TO_HEADS[pack])
      test(`${pack} ${clause}: ${what} goes on to the next in line where a service has no head`, async () =>
        assert.match(await handlerOf(at, by, procedure, fields), new RegExp(at[next].name)));
  });
}
