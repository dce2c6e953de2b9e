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

const unsure = { whom: 'head', subject: 'A leaflet', question: 'May I hand it out?' };
const instruction = { 'rests-on': 'register', subject: 'The market', instruction: 'Move it.' };
const raised = { ...concern, raised: 'raised', neutrality: 'else', ground: 'none' };
const aboutHead = { ...concern, about: 'head', to: 'chief-executive', neutrality: 'else', ground: 'none' };

const meeting = (at) => ({
  arranged: 'one',
  meeting: '2026-07-15T18:30',
  purpose: 'council',
  attending: [at.member.id],
  outsiders: 'nobody',
  subject: 'The budget',
  matter: 'What the reserves are for.',
});

/** A decision that is on the register. */
async function decisionOf({ monitor }) {
  const [body] = (await monitor.expect(200, 'GET', '/api/v1/bodies')).bodies;
  const decided = { body: body.id, resolved: '2026-06-30', subject: 'The market', resolution: 'RESOLVED that it be moved.' };
  return (await monitor.open('decision', decided)).ref;
}

/** What is sent to the head of a service; while there is none, to the Chief Executive, and then to the Monitoring Officer. */
const TO_THE_TOP = [
  ['3.9, 3.7', 'an enquiry', 'enquiry', (at) => enquiry(at.pack, at.service)],
  ['3.9, 3.7', 'a request for advice', 'advice', (at) => advice(at.pack, at.service)],
  ['4.5', 'a request for support', 'support', (at) => ({ ...room, service: at.service.id })],
  ['3.9', 'an instruction', 'instruction', async (at) => ({ ...instruction, authority: await decisionOf(at), service: at.service.id })],
  ['3.12', 'a concern about an employee', 'concern', (at) => ({ ...raised, service: at.service.id })],
  ['3.12', 'a concern about their head', 'concern', (at) => ({ ...aboutHead, service: at.service.id })],
  ['3.16.1', 'what a group asks for', 'group-meeting', (at) => meeting(at)],
  ['3.16.1', 'what it asks for under an agreement', 'group-meeting', (at) => ({ ...meeting(at), arranged: 'standing', agreement: at.agreement.ref })],
  ['1.3', 'what an Officer is unsure of', 'guidance', () => ({ ...unsure, topic: 'protocol' }), 'junior'],
  ['1.2', 'an Officer’s other matter', 'other', () => ({ ...unsure, matter: 'other' }), 'junior'],
  ['3.8', 'a representation about an employee', 'representation', (at) => ({ ...employee, service: at.service.id })],
];

const handlerOf = async (at, by, procedure, fields) => (await at[by].preview(procedure, await fields(at))).handler;

async function changeDirectory(council, change) {
  const directory = JSON.parse(await council.comity('directory', 'export'));
  change(directory);
  const file = join(folder(), 'directory.json');
  writeFileSync(file, JSON.stringify(directory));
  await council.comity('directory', 'import', file, '--format', 'popolo');
}

for (const pack of Object.keys(TO_HEADS)) {
  if (TO_MANAGERS[pack].length > 0)
    within(pack, (at) => {
      before(() =>
        changeDirectory(at.council, ({ persons }) => {
          persons.find((person) => person.id === at.junior.id).manager = at.otherHead.id;
        }),
      );
      for (const [clause, what, by, procedure, fields] of TO_MANAGERS[pack])
        test(`${pack} ${clause}: ${what} goes to the line manager, who need not be the head of the service`, async () =>
          assert.match(await handlerOf(at, by, procedure, fields), new RegExp(at.otherHead.name)));
    });

  within(pack, (at) => {
    const harbour = { id: 's-harbour' };
    before(async () => {
      const { post } = at.otherHead.person.tenures.find((tenure) => tenure.now && tenure.role === 'head');
      const head = ['Harbour Master', '--id', 'harbour-master', '--role', 'head', '--of', harbour.id, '--deputy', post];
      await at.council.comity('directory', 'add', 'service', 'Harbour', '--id', harbour.id);
      await at.council.comity('directory', 'add', 'post', ...head);
      await at.council.comity('person', 'set', at.junior.id, '--service', harbour.id);
    });

    test(`${pack} C.2: who acts for a head while there is none hands a matter on, and can be given it back`, async () => {
      for (const [procedure, fields] of [
        ['enquiry', enquiry(pack, harbour)],
        ['advice', advice(pack, harbour)],
        pack === 'town' ? forGroup(pack, harbour) : ['support', { ...room, service: harbour.id }],
      ]) {
        const record = await at.member.open(procedure, fields);
        await at.otherHead.use(record, 'reassign', { to: at.junior.id });
        await at.junior.use(record, 'reassign', { to: at.otherHead.id });
        assert.deepEqual((await at.otherHead.dutiesOf(record)).map((duty) => duty.name), ['respond'], procedure);
      }
    });
  });

  within(pack, (at) => {
    before(() => at.council.comity('person', 'deactivate', at.head.id));
    for (const [clause, what, by, procedure, fields, next = 'chief'] of TO_HEADS[pack])
      test(`${pack} ${clause}: ${what} goes on to the next in line where a service has no head`, async () =>
        assert.match(await handlerOf(at, by, procedure, fields), new RegExp(at[next].name)));
  });
}

within('northampton', (at) => {
  before(async () => {
    at.agreement = await at.member.open('group-meeting', { ...meeting(at), arranged: 'regular', meeting: undefined });
    await at.chief.use(at.agreement, 'agree-regular', { officer: at.head.id, until: '2026-07-31' });
  });
  test('northampton 3.9, 3.7: what is sent to the head of a service goes up to the Chief Executive, and then to the Monitoring Officer', async () => {
    for (const [leaves, next] of [
      ['head', 'chief'],
      ['chief', 'monitor'],
    ]) {
      await at.council.comity('person', 'deactivate', at[leaves].id);
      for (const [clause, what, procedure, fields, by = 'member'] of TO_THE_TOP)
        assert.match(await handlerOf(at, by, procedure, fields), new RegExp(at[next].name), `${clause}: ${what}`);
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

/** What is handed on inside a service. */
const HANDED_ON = {
  northampton: ['enquiry', 'advice', 'support'],
  county: ['enquiry', 'advice', 'support'],
  town: ['enquiry', 'advice'],
};
const fieldsOf = { enquiry, advice, support: (pack, service) => ({ ...room, service: service.id }) };

for (const [pack, procedures] of Object.entries(HANDED_ON))
  within(pack, (at) => {
    test(`${pack} C.2: what was handed on goes back to the deputy while the service has no head, though they work in another`, async () => {
      await changeDirectory(at.council, ({ posts }) => {
        const headOf = (service) => posts.find((post) => post.role === 'head' && post.organization_id === service.id);
        headOf(at.service).deputy_id = headOf(at.other).id;
      });
      await at.council.comity('person', 'deactivate', at.head.id);
      for (const procedure of procedures) {
        const record = await at.member.open(procedure, fieldsOf[procedure](pack, at.service));
        await at.otherHead.use(record, 'reassign', { to: at.junior.id });
        await at.junior.use(record, 'reassign', { to: at.otherHead.id });
        assert.match((await at.otherHead.read(record)).handler, new RegExp(at.otherHead.name));
      }
    });
  });
