// Decisions and delegations on their registers, and instructions, which rest on these and on nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { enquiry } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { clauses, duty, events, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

/** Who records on the registers; the first of them keeps what is there. */
const KEEPERS = { northampton: ['monitoring-officer', 'chief-executive'], town: ['town-clerk'] };

/** Who keeps the registers, a Member, and the head of a service. */
async function cast({ pack, council }) {
  const keepers = await Promise.all(KEEPERS[pack].map((role) => council.as(council.cast.holder(role))));
  const [registrar] = keepers;
  const service = council.cast.services[0];
  const body = (await registrar.expect(200, 'GET', '/api/v1/bodies')).bodies[0];
  return { council, keepers, registrar, service, body, member: await council.as(council.cast.members[0]), head: await council.as(service.head) };
}

const decided = ({ body }, more = {}) => ({
  body: body.id,
  resolved: '2026-06-30',
  subject: 'The market moves to Station Square',
  resolution: 'RESOLVED that the market be moved from 1 August.',
  ...more,
});

const delegated = async ({ registrar, body, service }) => {
  const { procedures } = await registrar.expect(200, 'GET', '/api/v1/procedures');
  const field = procedures.find((one) => one.name === 'delegation').form.find((one) => one.name === 'decider');
  const post = field.choices.find((choice) => choice.label.includes(service.name)) ?? field.choices[0];
  return { decider: post.value, body: body.id, resolved: '2026-05-11', subject: 'Pitches up to 500 pounds', scope: 'Lets them.' };
};

const instructed = ({ service }, authority, more = {}) => ({
  service: service.id,
  'rests-on': 'register',
  ...(authority === undefined ? {} : { authority: authority.ref }),
  subject: 'Moving the market',
  instruction: 'Move it by 1 August.',
  ...more,
});

const forAll = (...reads) => ({ reads, can: [], owes: {} });

for (const [pack, own] of [
  ['northampton', { decision: '2020-3.1.4.7', delegation: '3.9', body: '2.3', plain: '3.9' }],
  ['town', { decision: '3.3', delegation: '7.13', body: '3.3', plain: '3.3' }],
])
  within(pack, (at) => {
    test(`${pack} ${own.decision}: a decision is on the register with its body and date, for every Member and Officer to read`, async () => {
      const has = await cast(at);
      const decision = await has.registrar.open('decision', decided(has));
      for (const visitor of [has.member, has.head]) {
        const seen = await visitor.read(decision);
        assert.equal(text(seen, 'decision', 'resolution'), 'RESOLVED that the market be moved from 1 August.');
        assert.equal(seen.facts.find((fact) => fact.field === 'body').text, has.body.name);
        assert.equal(seen.facts.find((fact) => fact.field === 'resolved').text, 'Tuesday 30 June 2026');
        assert.ok(seen.audience.some((line) => clauses(line).includes(own.decision)));
      }
      assertErrors(await has.registrar.tryOpen('decision', decided(has, { resolved: '2026-07-07' })), 'resolved');
    });

    test(`${pack} ${own.decision}: it is recorded, and said to be no longer in force, by who keeps the register; everybody reads why`, async () => {
      const has = await cast(at);
      await assertOpenTo(at.council, 'decision', has.keepers);
      const decision = await has.registrar.open('decision', decided(has));
      await assertStands(at.council, decision, 'in-force', [[has.registrar, { reads: ['decision'], can: ['rescind'] }]], forAll('decision'));
      await has.registrar.use(decision, 'rescind', { why: 'Decided anew.' });
      await assertStands(at.council, decision, 'rescinded', [[has.registrar, { reads: ['decision', 'end'] }]], forAll('decision', 'end'));
    });

    test(`${pack} ${own.decision}: what it decides shows it, to who sees both`, async () => {
      const has = await cast(at);
      const first = await has.registrar.open('decision', decided(has));
      const second = await has.registrar.open('decision', decided(has, { subject: 'The date', decides: first.ref }));
      const link = (record, other) => record.linked.find((one) => one.ref === other.ref);
      assert.equal(link(await has.member.read(second), first).title, 'The market moves to Station Square');
      assert.equal(link(await has.member.read(first), second).state, 'in-force');
    });

    test(`${pack} ${own.delegation}: a delegation says which Officer decides`, async () => {
      const has = await cast(at);
      const delegation = await has.registrar.open('delegation', await delegated(has));
      const seen = await has.member.read(delegation);
      assert.equal(seen.status, 'The Officer decides.');
      assert.ok(seen.audience.some((line) => clauses(line).includes(own.delegation)));
    });

    test(`${pack} ${own.delegation}: it is to a head of service or to who leads the Officers, and stands until it is said to have ended`, async () => {
      const has = await cast(at);
      await assertOpenTo(at.council, 'delegation', has.keepers);
      const { choices } = (await has.registrar.offered('delegation')).form.find((field) => field.name === 'decider');
      const { posts } = JSON.parse(await at.council.comity('directory', 'export'));
      const deciders = posts.filter((post) => ['head', pack === 'town' ? 'town-clerk' : 'chief-executive'].includes(post.role));
      assert.deepEqual(choices.map((choice) => choice.value).sort(), deciders.map((post) => post.id).sort());
      const delegation = await has.registrar.open('delegation', await delegated(has));
      await assertStands(at.council, delegation, 'in-force', [[has.registrar, { reads: ['delegation'], can: ['end'] }]], forAll('delegation'));
      await has.registrar.use(delegation, 'end', { why: 'The Council decides itself again.' });
      await assertStands(at.council, delegation, 'ended', [[has.registrar, { reads: ['delegation', 'end'] }]], forAll('delegation', 'end'));
    });

    test(`${pack} ${own.body}: a body that decides nothing is on neither register, as who decided or as who left it to an Officer`, async () => {
      const has = await cast(at);
      const party = (await has.council.comity('directory', 'add', 'body', 'Working Party', '--informal')).trim();
      const { bodies } = await has.member.expect(200, 'GET', '/api/v1/bodies');
      const informal = (id) => bodies.find((body) => body.id === id).informal;
      assert.deepEqual([informal(has.body.id), informal(party)], [false, true]);
      for (const [procedure, fields] of [
        ['decision', decided(has)],
        ['delegation', await delegated(has)],
      ]) {
        const { choices } = (await has.registrar.offered(procedure)).form.find((field) => field.name === 'body');
        const offered = choices.map((choice) => choice.value);
        assert.deepEqual(offered.sort(), bodies.filter((body) => !body.informal).map((body) => body.id).sort());
        assertErrors(await has.registrar.tryOpen(procedure, { ...fields, body: party }), 'body');
      }
    });

    test(`${pack} ${own.plain}: an instruction names what is on the register and in force, and goes to the head of the service in writing`, async () => {
      const has = await cast(at);
      const decision = await has.registrar.open('decision', decided(has));
      const instruction = await has.member.open('instruction', instructed(has, decision));
      const seen = await has.head.read(instruction);
      assert.ok(seen.linked.some((link) => link.ref === decision.ref && link.procedure === 'decision'));
      assert.equal(text(seen, 'instruction', 'instruction'), 'Move it by 1 August.');
      assert.ok(duty(seen, 'respond').mine);
      assert.equal((await has.head.use(instruction, 'done', { report: 'It moved.' })).state, 'done');
      const delegation = await has.registrar.open('delegation', await delegated(has));
      const under = await has.member.tryOpen('instruction', instructed(has, delegation));
      if (pack === 'town') assertErrors(under, 'authority');
      else assert.equal(under.status, 201, under.text);
    });

    test(`${pack} ${own.plain}: it is between who gave it and the head of the service, also where somebody else has to deal with it`, async () => {
      const has = { ...(await cast(at)), ...at };
      await assertOpenTo(at.council, 'instruction', at.cast.members);
      const decision = await has.registrar.open('decision', decided(has));
      const reads = { reads: ['instruction'] };
      const deals = { ...reads, can: ['done', 'send-back'], owes: { respond: '2026-07-20' } };
      const gives = { ...reads, can: ['withdraw'] };
      const record = await at.member.open('instruction', instructed(has, decision));
      await assertStands(at.council, record, 'open', [[at.member, gives], [at.head, deals]]);
      await at.head.use(record, 'done', { report: 'It moved.' });
      const told = { reads: ['instruction', 'report'] };
      await assertStands(at.council, record, 'done', [[at.member, told], [at.head, told]]);
      const declaration = await at.member.open('declaration', { person: at.head.id });
      const close = await at.member.open('instruction', instructed(has, decision));
      await at.member.use(declaration, 'end');
      await assertStands(at.council, close, 'open', [[at.member, gives], [at.head, reads], [at.chief, deals]]);
      await at.chief.use(close, 'send-back', { reason: 'It says nothing of August.' });
      const whole = { ...told, knows: ['open', 'apart', 'send-back'] };
      await assertStands(at.council, close, 'returned', [at.member, at.head, at.chief].map((who) => [who, whole]));
      const gone = await at.member.open('instruction', instructed(has, decision));
      assert.equal((await at.member.use(gone, 'withdraw')).state, 'withdrawn');
    });

    test(`${pack} ${own.plain}: that its time has run out is told to who gave it and to who leads the Officers`, async (t) => {
      const council = await young({ pack });
      t.after(() => council.stop());
      const has = { ...(await cast({ pack, council })), service: at.service };
      const by = await council.as(at.member.person);
      await by.open('instruction', instructed(has, await has.registrar.open('decision', decided(has))));
      await council.clock('2026-07-20T22:59:59Z');
      const told = await watchNotices(council);
      await council.clock('2026-07-20T23:00:00Z');
      assert.deepEqual(whoWasTold(await told()), names([at.member, at.chief]));
    });

    test(`${pack} ${own.plain}: without one it is refused, and pointed to a request`, async () => {
      const has = await cast(at);
      const answer = await has.member.tryOpen('instruction', instructed(has, undefined, { 'rests-on': 'nothing' }));
      assertRefused(answer, own.plain);
      assert.equal(answer.body.refused.begin, 'enquiry');
      assertErrors(await has.member.tryOpen('instruction', instructed(has)), 'authority');
      const asked = (await has.member.offered('instruction')).form.find((field) => field.name === 'authority').when;
      assert.deepEqual(asked, { 'rests-on': ['register'] }, 'who has none is not asked which');
    });

    test(`${pack} ${own.plain}: what is no longer in force carries none, nor does another kind of record`, async () => {
      const has = await cast(at);
      const decision = await has.registrar.open('decision', decided(has));
      const instruction = await has.member.open('instruction', instructed(has, decision));
      await has.registrar.use(decision, 'rescind', { why: 'Decided anew.' });
      assertErrors(await has.member.tryOpen('instruction', instructed(has, decision)), 'authority');
      assertErrors(await has.member.tryOpen('instruction', instructed(has, instruction)), 'authority');
      const sent = await has.head.use(instruction, 'send-back', { reason: 'It was rescinded.' });
      assert.deepEqual([sent.state, events(sent).at(-1)], ['returned', 'send-back']);
    });
  });

within('northampton', (at) => {
  test('northampton 2.3, 3.16.3: what a group’s meeting concluded is no authority', async () => {
    const has = await cast(at);
    const answer = await has.member.tryOpen('instruction', instructed(has, undefined, { 'rests-on': 'group' }));
    assertRefused(answer, '3.16.3');
    assert.deepEqual(clauses(answer.body.refused), ['3.16.3', '2.3']);
  });

  test('northampton 2.3: nor is what the Executive Programme Board concluded', async () => {
    const has = await cast(at);
    assertRefused(await has.member.tryOpen('instruction', instructed(has, undefined, { 'rests-on': 'board' })), '2.3');
  });
});

within('town', (at) => {
  test('town 7.13: what an Officer decides under a delegation is not changed by an instruction', async () => {
    const has = await cast(at);
    assertRefused(await has.member.tryOpen('instruction', instructed(has, undefined, { 'rests-on': 'delegated' })), '7.13');
    assertRefused(await has.member.tryOpen('enquiry', enquiry('town', has.service, { instruction: 'delegated' })), '7.13');
  });

  test('town 8.1: a group cannot instruct', async () => {
    const has = await cast(at);
    assertRefused(await has.member.tryOpen('instruction', instructed(has, undefined, { 'rests-on': 'group' })), '8.1');
  });
});
