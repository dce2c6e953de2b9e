// Who is close to whom: seen by those alone who must know, and minded when a record is routed or handed on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { assertStands } from '../lib/stands.mjs';
import { clauses, events } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const packs = {
  northampton: { clause: '3.2', told: ['monitoring-officer', 'chief-executive'] },
  county: { clause: '1.6.3', told: ['monitoring-officer', 'chief-executive'], more: { what: 'relationship' } },
  town: { clause: '7.2', told: ['town-clerk'] },
};
/** A service whose head is none of those whom a declaration is told. */
function serviceOf(council, told) {
  const seniors = told.map((role) => council.cast.holder(role).id);
  return council.cast.services.find((service) => !seniors.includes(service.head.id));
}

for (const [pack, { clause, told, more }] of Object.entries(packs))
  within(pack, (at) => {
    const declare = (visitor, person) => visitor.open('declaration', { ...more, person: person.id, about: 'We are cousins.' });

    test(`${pack} ${clause}: a declaration is seen by who made it and by those who must know, and by nobody else`, async () => {
      const { council } = at;
      const member = await council.as(council.cast.members[0]);
      const declaration = await declare(member, serviceOf(council, told).head);
      const [keeper, ...others] = await Promise.all(told.map((role) => council.as(council.cast.holder(role))));
      /** How it stands for those whom it reaches: who made it can end it, and who keeps it can note something. */
      const standing = (state, has, mine, keeps) =>
        assertStands(council, declaration, state, [
          [member, { ...has, can: mine }],
          [keeper, { ...has, can: keeps }],
          ...others.map((who) => [who, has]),
        ]);
      const marked = ['declaration'];
      await standing('held', { reads: marked, marked, knows: ['open'] }, ['end'], ['note']);
      await keeper.use(declaration, 'note', { note: 'Neither sits on the other’s appeals.' });
      const seen = await member.read(declaration);
      assert.ok(seen.parts.every((part) => part.confidential));
      assert.ok(seen.audience.every((line) => clauses(line).includes(clause)));
      await member.use(declaration, 'end');
      const whole = ['declaration', 'note'];
      await standing('ended', { reads: whole, marked: whole, knows: ['open', 'note', 'end'] }, [], []);
    });

    test(`${pack} ${clause}: an Officer who is close to a Member does not get what that Member opens, until it has ended`, async () => {
      const { council } = at;
      const service = serviceOf(council, told);
      const [member, other] = await Promise.all([council.cast.members[1], council.cast.members[2]].map((one) => council.as(one)));
      const head = await council.as(service.head);
      const declaration = await declare(head, member.person);
      const tried = await member.tryOpen('enquiry', enquiry(pack, service));
      if (tried.status === 201) {
        assert.ok(!tried.body.handler.includes(head.name), `${tried.body.handler} deals with it`);
        const said = tried.body.timeline.find((event) => event.power === 'apart');
        assert.match(said.say, /^Another (Officer|Employee) was chosen to deal with it\.$/);
        assert.deepEqual(clauses(said), [clause]);
        assert.equal(said.by.name, 'Comity');
      } else {
        assertErrors(tried, 'service'); // there is nobody else
      }
      assert.ok((await other.open('enquiry', enquiry(pack, service))).handler.includes(head.name));
      await head.use(declaration, 'end');
      const later = await member.open('enquiry', enquiry(pack, service));
      assert.ok(later.handler.includes(head.name));
      assert.ok(!events(later).includes('apart'));
      await declare(head, member.person);
      const again = await member.tryOpen('enquiry', enquiry(pack, service));
      assert.ok(again.status === 422 || events(again.body).includes('apart'), 'and not when it is declared again');
    });

    test(`${pack} ${clause}: nor is it handed to them`, async () => {
      const { council } = at;
      const service = serviceOf(council, told);
      const member = await council.as(council.cast.members[3]);
      const head = await council.as(service.head);
      const [close] = service.juniors;
      const closeTo = await council.as(close); // whose name a Member may not know
      const declaration = await declare(closeTo, member.person);
      const record = await member.open('enquiry', enquiry(pack, service));
      const seen = await head.read(record);
      const field = seen.powers.find((power) => power.name === 'reassign').form.find((one) => one.name === 'to');
      assert.ok(!field.choices.some((choice) => choice.value === close.id));
      assertErrors(await head.tryUse(record, 'reassign', { to: close.id }), 'to');
      await closeTo.use(declaration, 'end');
      await head.use(record, 'reassign', { to: close.id });
    });
  });

within('northampton', (at) => {
  test('northampton 3.10: a Member cannot find out by naming them which junior Officers there are', async () => {
    const { council } = at;
    const { members, services } = council.cast;
    const member = await council.as(members[4]);
    const declaration = { ...packs.northampton.more, about: 'We are cousins.' };
    const asked = (person) => member.tryPreview('declaration', { ...declaration, person });
    const [junior, absent] = await Promise.all([asked(services[0].juniors[0].id), asked('p-nobody-of-that-name')]);
    assertErrors(absent, 'person');
    assert.equal(junior.text, absent.text);
    assert.equal((await asked(services[0].head.id)).status, 200);
  });

  test('northampton 3.2: whatever would go to the Officer goes to another, the Chief Executive or the Monitoring Officer too', async () => {
    const { council } = at;
    const [chief, monitor] = ['chief-executive', 'monitoring-officer'].map((role) => council.cast.holder(role));
    const service = serviceOf(council, packs.northampton.told);
    const member = await council.as(council.cast.groups.find((group) => group.backbenchers.length > 0).backbenchers[0]);
    const asked = { subject: 'A motion', question: 'Can it be moved without notice?' };
    const room = { service: service.id, what: 'room', purpose: 'council', subject: 'A room', need: 'On Friday.' };
    const concern = { about: 'employee', service: service.id, raised: 'raised', neutrality: 'part 2', ground: 'none' };
    const requests = [
      [service.head, chief, 'enquiry', enquiry('northampton', service)],
      [service.head, chief, 'support', room],
      [service.head, chief, 'procedural-advice', { ...asked, service: service.id, seeks: 'procedure' }],
      [chief, monitor, 'procedural-advice', { ...asked, seeks: 'procedure' }],
      [chief, monitor, 'guidance', { ...asked, whom: 'chief-executive', topic: 'protocol' }],
      [chief, monitor, 'other', { ...asked, whom: 'chief-executive', matter: 'other' }],
      [chief, monitor, 'concern', { ...concern, subject: 'A leaflet', concern: 'They handed it out.' }],
      [monitor, chief, 'guidance', { ...asked, whom: 'monitoring-officer', topic: 'protocol' }],
      [monitor, chief, 'other', { ...asked, whom: 'monitoring-officer', matter: 'other' }],
    ];
    for (const [close, instead, procedure, fields] of requests) {
      const declaration = await member.open('declaration', { person: close.id });
      const record = await member.open(procedure, fields);
      assert.ok(record.handler.includes(instead.name), `${procedure} of who is close to ${close.name} went to ${record.handler}`);
      assert.deepEqual(clauses(record.timeline.find((event) => event.power === 'apart')), ['3.2']);
      await member.use(declaration, 'end');
    }
  });
});

within('county', (at) => {
  test('county 1.11.1-1.11.2: an activity that restricted posts forbid is declared to the Monitoring Officer', async () => {
    const { council } = at;
    const officer = await council.as(council.cast.services[0].head);
    const { procedures } = await officer.expect(200, 'GET', '/api/v1/procedures');
    const form = procedures.find((one) => one.name === 'declaration').form;
    assert.equal(form.find((field) => field.name === 'activity').choices.length, 6);
    const declaration = await officer.open('declaration', { what: 'activity', activity: 'canvassing', about: 'On Saturdays.' });
    const monitoring = await council.as(council.cast.holder('monitoring-officer'));
    const seen = await monitoring.read(declaration);
    assert.deepEqual(
      seen.parts.find((part) => part.name === 'declaration').entries.map((entry) => entry.text),
      ['Canvassing for a party or a candidate', 'On Saturdays.'],
    );
    const member = await council.as(council.cast.members[0]);
    assertErrors(await member.tryOpen('declaration', { what: 'activity', activity: 'canvassing' }), 'what');
  });
});
