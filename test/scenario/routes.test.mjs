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

const room = { what: 'room', purpose: 'council', subject: 'A room', need: 'On Friday.' };
const employee = { stage: 'no procedure', employee: 'The night caretaker', consent: true, subject: 'Night shifts', representation: 'They asked for others.' };

/** What Members send to the head of a service; while there is none, to the Chief Executive, and then to the Monitoring Officer. */
const TO_THE_TOP = [
  ['3.9, 3.7', 'an enquiry', 'enquiry', (at) => enquiry(at.pack, at.service)],
  ['3.9, 3.7', 'a request for advice', 'advice', (at) => advice(at.pack, at.service)],
  ['4.5', 'a request for support', 'support', (at) => ({ ...room, service: at.service.id })],
  ['3.8', 'a representation about an employee', 'representation', (at) => ({ ...employee, service: at.service.id })],
];

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

within('northampton', (at) => {
  test('northampton 3.9, 3.7: what Members send to a service goes up to the Chief Executive, and then to the Monitoring Officer', async () => {
    for (const [leaves, next] of [
      ['head', 'chief'],
      ['chief', 'monitor'],
    ]) {
      await at.council.comity('person', 'deactivate', at[leaves].id);
      for (const [clause, what, procedure, fields] of TO_THE_TOP)
        assert.match(await handlerOf(at, 'member', procedure, fields), new RegExp(at[next].name), `${clause}: ${what}`);
    }
  });
});

within('northampton', (at) => {
  test('northampton 3.5-c: while the Council has no Leader, the leaders of the Administration are asked', async () => {
    await at.council.comity('person', 'set', at.cast.holder('council-leader').id, '--post', 'leader-of-the-council', '--until', '2026-07-06');
    await at.council.clock('2026-07-07T09:00:00Z');
    const raised = { group: 'All others', due: 'information', subject: 'The depot', why: 'It is theirs too.' };
    const leaders = at.cast.groups.filter((group) => group.administration).map((group) => group.leader.name);
    assert.match(await handlerOf(at, 'chief', 'attention', () => raised), new RegExp(`^Leader of .*(${leaders.join('|')})`));
  });
});
