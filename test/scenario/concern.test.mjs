// Concerns about how an Officer or a Member behaved: in private, step by step, and about a Member in one way only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { powers, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const said = { subject: 'A meeting on Monday', concern: 'They shouted at a resident.' };
const reads = { reads: ['concern'], marked: ['concern'] };
const outcome = { reads: ['concern', 'outcome'], marked: ['concern', 'outcome'] };
const considers = (can) => ({ ...reads, can, owes: { consider: '2026-07-20' } });

/** Whom a concern of theirs can be about. */
async function mayBeAbout(visitor) {
  const { procedures } = await visitor.expect(200, 'GET', '/api/v1/procedures');
  const field = procedures.find((one) => one.name === 'concern').form.find((one) => one.name === 'about');
  return field.choices.map((choice) => choice.value);
}

within('northampton', (at) => {
  const about = (more) => ({ about: 'employee', service: at.service.id, raised: 'raised', neutrality: 'else', ground: 'none', ...said, ...more });

  test('northampton 3.12: what was raised with the employee goes to the Head of Service, in private', async () => {
    await assertOpenTo(at.council, 'concern', at.cast.people);
    const record = await at.member.open('concern', about());
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, considers(['dismiss', 'employ', 'resolve'])],
    ]);
    assertRefused(await at.member.tryOpen('concern', about({ raised: 'not yet' })), '3.12');
    assert.equal((await at.member.use(record, 'withdraw')).state, 'withdrawn');
    const other = await at.member.open('concern', about({ raised: 'cannot' }));
    await at.head.use(other, 'resolve', { outcome: 'They apologised.' });
    await assertStands(at.council, other, 'resolved', [at.member, at.head].map((who) => [who, outcome]));
    const unfounded = await at.member.open('concern', about());
    await at.head.use(unfounded, 'dismiss', { reason: 'It was somebody else.' });
    await assertStands(at.council, unfounded, 'unfounded', [at.member, at.head].map((who) => [who, outcome]));
  });

  test('northampton 3.12: about a Head of Service it is discussed with the Chief Executive or the leader of the group', async () => {
    const head = about({ about: 'head', raised: undefined, to: 'chief-executive' });
    assertErrors(await at.member.tryOpen('concern', { ...head, service: undefined }), 'service');
    await assertStands(at.council, await at.member.open('concern', head), 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.chief, considers(['dismiss', 'employ', 'resolve'])],
    ]);
    await assertStands(at.council, await at.member.open('concern', { ...head, to: 'group-leader' }), 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.leader, considers(['dismiss', 'resolve'])],
    ]);
    assertErrors(await at.loner.tryOpen('concern', { ...head, to: 'group-leader' }), 'to');
  });

  test('northampton 2.7, 2.2: a breach of part 2 is the Chief Executive’s to consider, and nobody else can close it', async () => {
    for (const breach of [{}, { about: 'head', raised: undefined, to: 'group-leader' }]) {
      const record = await at.junior.open('concern', about({ neutrality: 'part 2', ...breach, ...(breach.to ? { to: 'chief-executive' } : {}) }));
      await assertStands(at.council, record, 'open', [
        [at.junior, reads],
        [at.chief, considers(['dismiss', 'employ', 'resolve'])],
      ]);
      assert.equal((await at.chief.use(record, 'employ', { procedure: 'Disciplinary' })).state, 'employment');
    }
  });

  test('northampton 2019-3.1.5, 2019-4.3.2, 2020-3.1.4.6: about a Member there is one way, to the Monitoring Officer', async () => {
    for (const by of [at.member, at.junior, at.chief]) {
      const answer = await by.tryOpen('concern', { about: 'member', ground: 'none', ...said });
      assertRefused(answer, '2019-3.1.5');
      assert.ok(answer.body.refused.cites.some((cite) => cite.id === 'LA2011-28(6)'), 'the Act is cited');
      assert.equal(answer.body.refused.begin, 'complaint');
    }
    const { form } = await at.member.offered('concern');
    for (const name of ['service', 'raised', 'to', 'neutrality'])
      assert.ok(!form.find((field) => field.name === name).when.about.includes('member'), `of a Member no ${name} is asked`);
  });

  test('northampton 3.11, 5.2, 2.1, 3.1: a concern can name a ground of equality and the clause on which it rests', async () => {
    const record = await at.member.open('concern', about({ ground: 'age', clause: '5.2(5)' }));
    const facts = Object.fromEntries(record.facts.map((fact) => [fact.field, fact.text]));
    assert.equal(facts.ground, 'Age');
    assert.match(facts.clause, /^5\.2\(5\)/);
    const general = ['3.1', '3.2', '3.7', '3.8', '3.10', '3.11', '3.14', '3.15', '3.16.3', '5.1'];
    for (const clause of [...general, ...[1, 2, 3, 4, 5, 6, 7, 8].map((item) => `5.2(${item})`)])
      await at.member.open('concern', about({ clause }));
    assertErrors(await at.member.tryOpen('concern', about({ clause: '4.1' })), 'clause');
    assertErrors(await at.member.tryOpen('concern', about({ ground: 'height' })), 'ground');
  });

  test('northampton 2.7, 2.8, 2.1: a clause of part 2 can be cited only where the Chief Executive considers it', async () => {
    const qualities = [1, 2, 3, 4, 5].map((item) => `2.2.${item}`);
    for (const clause of ['2.1', '2.2', ...qualities, '2.3', '2.4', '2.6', '2.8', '2.9', '2.11']) {
      assertErrors(await at.member.tryOpen('concern', about({ clause })), 'clause');
      const record = await at.member.open('concern', about({ neutrality: 'part 2', 'part-2-clause': clause }));
      assert.ok(record.handler.includes(at.chief.name));
      assert.ok(record.facts.some((fact) => fact.field === 'part-2-clause' && fact.text.startsWith(clause)));
    }
    const cited = ({ facts }) => facts.map((fact) => fact.field).filter((field) => field.endsWith('clause'));
    assert.deepEqual(cited(await at.member.open('concern', about({ 'part-2-clause': '2.2' }))), []);
    assert.deepEqual(cited(await at.member.open('concern', about({ neutrality: 'part 2', clause: '3.1' }))), []);
  });

  test('northampton 2.7: what the Chief Executive brings up about part 2 is considered by somebody else', async () => {
    const record = await at.chief.open('concern', about({ neutrality: 'part 2' }));
    assert.ok(record.handler.includes(at.monitor.name));
  });

  test('northampton 3.12: whoever waits is told when the time has run out', async (t) => {
    const own = await young({ pack: 'northampton' });
    t.after(() => own.stop());
    await (await own.as(at.member.person)).open('concern', about());
    const told = await watchNotices(own);
    await own.clock('2026-07-20T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-20T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([at.member]));
  });
});

within('county', (at) => {
  /** To whom somebody is offered to take it. */
  const assertChoices = async (who, record, power, name, people) => {
    const { form } = (await who.read(record)).powers.find((one) => one.name === power);
    const offered = form.find((field) => field.name === name).choices.map((choice) => choice.value);
    assert.deepEqual(offered.sort(), people.map((person) => person.id).sort());
  };
  const about = (more) => ({ about: 'employee', employee: at.junior.id, what: 'courtesy', ...said, ...more });
  const both = ['dismiss', 'employ', 'resolve'];

  test('county 1.6.4(a): discourtesy goes to the line manager first, then to the Head of Service or Director', async () => {
    await assertOpenTo(at.council, 'concern', at.cast.people);
    const record = await at.member.open('concern', about());
    await assertStands(at.council, record, 'first', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, considers(['discuss'])],
    ]);
    for (const [power, fields] of [['dismiss', { reason: 'No.' }], ['employ', { procedure: 'Disciplinary' }], ['resolve', { outcome: 'So.' }]])
      assert.equal((await at.head.tryUse(record, power, fields)).status, 422, `the line manager cannot ${power}`);
    await at.head.use(record, 'discuss', { discussion: 'They were under strain.' });
    await assertStands(at.council, record, 'talked', [
      [at.member, { ...outcome, can: ['accept', 'take-further', 'withdraw'], owes: { decide: '2026-07-20' } }],
      [at.head, outcome],
    ]);
    await assertChoices(at.member, record, 'take-further', 'head', [at.head, at.chief]);
    await at.member.use(record, 'take-further', { head: at.chief.id });
    await assertStands(at.council, record, 'second', [
      [at.member, { ...outcome, can: ['withdraw'] }],
      [at.chief, { ...outcome, can: both, owes: { consider: '2026-07-20' } }],
    ]);
    assert.equal((await at.chief.use(record, 'employ', { procedure: 'Disciplinary' })).state, 'employment');
    const enough = await at.member.open('concern', about());
    await at.head.use(enough, 'discuss', { discussion: 'They were under strain.' });
    assert.equal((await at.member.use(enough, 'accept')).state, 'resolved');
  });

  test('county 1.12.2: a breach by an Officer goes to the Chief Officer or to the Chief Executive, and to nobody else', async () => {
    for (const [to, who] of [
      ['chief-officer', at.head],
      ['chief-executive', at.chief],
    ]) {
      const record = await at.member.open('concern', about({ what: 'breach', to }));
      await assertStands(at.council, record, 'open', [
        [at.member, { ...reads, can: ['withdraw'] }],
        [who, considers(both)],
      ]);
      await who.use(record, 'dismiss', { reason: 'It was as the protocol says.' });
      await assertStands(at.council, record, 'unfounded', [at.member, who].map((one) => [one, outcome]));
    }
    const theirs = await at.member.open('concern', about({ what: 'breach', to: 'chief-officer', employee: at.head.id }));
    assert.equal(await at.head.read(theirs), null, 'it is about them, and so goes past them');
    assert.equal((await at.chief.dutiesOf(theirs)).length, 1);
    assertErrors(await at.member.tryOpen('concern', about({ what: 'breach', to: 'monitoring-officer' })), 'to');
  });

  test('county 1.12.2, 1.6.4(a): what is the Chief Executive’s own matter is not theirs to consider', async () => {
    for (const more of [{}, { what: 'breach', to: 'chief-officer' }, { what: 'breach', to: 'chief-executive' }]) {
      const record = await at.member.open('concern', about({ employee: at.chief.id, ...more }));
      assert.equal(await at.chief.read(record), null);
      assert.deepEqual((await at.monitor.dutiesOf(record)).map((duty) => duty.name), ['consider']);
    }
    const own = await at.chief.open('concern', { about: 'member', member: at.member.id, ...said });
    assert.deepEqual((await at.monitor.dutiesOf(own)).map((duty) => duty.name), ['consider']);
  });

  test('county 1.6.4(b): an Employee’s concern about a Member goes up the line, and only the Monitoring Officer refers it on', async () => {
    const record = await at.junior.open('concern', { about: 'member', member: at.member.id, ...said });
    await assertStands(at.council, record, 'first', [
      [at.junior, { ...reads, can: ['withdraw'] }],
      [at.head, considers(['discuss', 'involve'])],
    ]);
    const early = { monitor: at.monitor.id, 'so-far': 'At once.' };
    assert.equal((await at.head.tryUse(record, 'pass-to-monitor', early)).status, 422, 'the Head of Service or Director first');
    await assertChoices(at.head, record, 'involve', 'higher', [at.head, at.chief]);
    await at.head.use(record, 'involve', { higher: at.chief.id, 'so-far': 'I spoke with both.' });
    await assertStands(at.council, record, 'second', [
      [at.junior, { ...outcome, can: ['withdraw'] }],
      [at.chief, { ...outcome, can: ['dismiss', 'pass-to-monitor', 'resolve'], owes: { consider: '2026-07-20' } }],
    ]);
    await assertChoices(at.chief, record, 'pass-to-monitor', 'monitor', [at.monitor]);
    await at.chief.use(record, 'pass-to-monitor', { monitor: at.monitor.id, 'so-far': 'It may be a breach of the Code.' });
    await assertStands(at.council, record, 'passed', [
      [at.junior, { ...outcome, can: ['withdraw'] }],
      [at.monitor, { ...outcome, can: ['dismiss', 'refer', 'resolve'], owes: { consider: '2026-07-20' } }],
    ]);
    const referred = await at.monitor.use(record, 'refer', { reference: 'It happened twice.' });
    assert.equal(referred.state, 'referred');
    const complaint = await at.monitor.read(referred.linked.find((one) => one.procedure === 'complaint'));
    assert.equal(complaint.facts.find((fact) => fact.field === 'about').text, at.member.name);
    assert.equal(text(complaint, 'complaint', 'complaint'), said.concern);
    const informal = await at.junior.open('concern', { about: 'member', member: at.member.id, ...said });
    await at.head.use(informal, 'discuss', { discussion: 'We talked.' });
    await assertChoices(at.junior, informal, 'take-further', 'head', [at.head, at.chief]);
    await at.junior.use(informal, 'take-further', { head: at.chief.id });
    await at.chief.use(informal, 'pass-to-monitor', { monitor: at.monitor.id, 'so-far': 'Nothing came of it.' });
    assert.equal((await at.monitor.use(informal, 'resolve', { outcome: 'They shook hands.' })).state, 'resolved');
    assert.equal(text(await at.junior.read(informal), 'outcome', 'outcome'), 'They shook hands.');
  });

  test('county 1.12.1: a Member’s concern about a Member goes to the Monitoring Officer', async () => {
    await assertStands(at.council, await at.member.open('concern', { about: 'member', member: at.supporter.id, ...said }), 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.monitor, considers(['dismiss', 'refer', 'resolve'])],
    ]);
  });

  test('county 1.6.2(d): an Employee brings no matter of their own job, and nothing about others, before a Member', async () => {
    assertRefused(await at.junior.tryOpen('concern', { about: 'own job', ...said }), '1.6.2(d)');
    assertErrors(await at.junior.tryOpen('concern', about()), 'about');
    assert.deepEqual([await mayBeAbout(at.member), await mayBeAbout(at.junior)], [['employee', 'member'], ['own job', 'member']]);
    assertErrors(await at.member.tryOpen('concern', about({ employee: at.supporter.id })), 'employee');
    assertErrors(await at.junior.tryOpen('concern', { about: 'member', member: at.head.id, ...said }), 'member');
  });

  test('county 1.11.6: the form names the Code of whom it is about', async () => {
    const { procedures } = await at.member.expect(200, 'GET', '/api/v1/procedures');
    const { choices } = procedures.find((one) => one.name === 'concern').form.find((one) => one.name === 'about');
    const hints = Object.fromEntries(choices.map((choice) => [choice.value, choice.hint]));
    assert.match(hints.member, /Members' Code of Conduct/);
    assert.match(hints.employee, /Employees' Code of Conduct/);
  });

  test('county 1.2, 1.6.1, 1.6.2(a), 1.8.5: a concern can cite what it rests on', async () => {
    const conduct = ['1.6.1', '1.6.2(a)', '1.6.2(b)', '1.6.2(c)', '1.6.3'];
    for (const clause of ['1.2', ...conduct, '1.8.1', '1.8.5', '1.9.1', '1.11.3', '1.11.6']) {
      const record = await at.member.open('concern', about({ clause }));
      assert.ok(record.facts.find((fact) => fact.field === 'clause').text.startsWith(clause));
    }
  });

  test('county 1.6.4(a): what nobody takes further counts as resolved, and lateness is told', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const [member, head] = [await own.as(at.member.person), await own.as(at.head.person)];
    const talked = await member.open('concern', about());
    await head.use(talked, 'discuss', { discussion: 'A misunderstanding.' });
    const late = await member.open('concern', about());
    const told = await watchNotices(own);
    await own.clock('2026-07-20T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-07-20T23:00:00Z');
    const people = (await told()).map((notice) => notice.person.name);
    assert.deepEqual(people.sort(), [head.name, member.name, member.name].sort(), 'of one, and of the other');
    assert.equal((await member.read(talked)).state, 'resolved');
    assert.equal((await member.read(late)).state, 'first');
    const [junior, chief] = [await own.as(at.junior.person), await own.as(at.chief.person)];
    const passed = await junior.open('concern', { about: 'member', member: at.member.id, ...said });
    await own.clock('2026-07-22T09:00:00Z');
    await head.use(passed, 'involve', { higher: chief.id, 'so-far': 'I spoke with both.' });
    assert.deepEqual((await chief.dutiesOf(passed)).map((one) => one.due), ['2026-08-05'], 'ten days of their own');
    await own.clock('2026-07-29T09:00:00Z');
    const monitor = await own.as(at.monitor.person);
    await chief.use(passed, 'pass-to-monitor', { monitor: monitor.id, 'so-far': 'It may be a breach of the Code.' });
    assert.deepEqual((await monitor.dutiesOf(passed)).map((one) => one.due), ['2026-08-12'], 'and ten of the Monitoring Officer’s');
  });
});

within('town', (at) => {
  const about = (more) => ({ about: 'employee', employee: at.junior.id, what: 'conduct', ...said, ...more });
  const chair = () => at.council.as(at.cast.holder('council-chair'));

  test('town 9.3: a Councillor’s complaint about an employee goes to the Town Clerk, informally first', async () => {
    await assertOpenTo(at.council, 'concern', at.cast.people);
    const record = await at.member.open('concern', about());
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.chief, considers(['conciliate', 'dismiss', 'resolve'])],
    ]);
    assert.deepEqual(await mayBeAbout(at.member), ['employee', 'clerk', 'councillor']);
    assert.deepEqual(await mayBeAbout(at.junior), ['clerk', 'colleague', 'councillor']);
    await at.chief.use(record, 'conciliate', { conciliator: 'A colleague from the next town' });
    await assertStands(at.council, record, 'conciliation', [
      [at.member, { ...outcome, can: ['withdraw'] }],
      [at.chief, { ...outcome, can: ['dismiss', 'employ', 'resolve'], owes: { consider: '2026-07-20' } }],
    ]);
    assert.equal((await at.chief.use(record, 'employ', { procedure: 'Disciplinary' })).state, 'employment');
  });

  test('town 9.3: a complaint about the Town Clerk goes to the Chair', async () => {
    const named = await at.member.open('concern', about({ employee: at.chief.id }));
    assert.equal(await at.chief.read(named), null, 'not when the Town Clerk is named as an employee, either');
    assert.deepEqual((await (await chair()).dutiesOf(named)).map((duty) => duty.name), ['consider']);
    const record = await at.member.open('concern', about({ about: 'clerk', employee: undefined }));
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [await chair(), considers(['conciliate', 'dismiss', 'resolve'])],
    ]);
    await (await chair()).use(record, 'conciliate', { conciliator: 'The Chair of the next town' });
    assert.deepEqual(powers(await (await chair()).read(record)).sort(), ['dismiss', 'employ', 'resolve']);
    const own = await (await chair()).open('concern', about({ about: 'clerk', employee: undefined }));
    assert.deepEqual((await at.monitor.dutiesOf(own)).map((duty) => duty.name), ['consider'], 'the Chair’s own is not theirs to consider');
    await (await chair()).use(record, 'dismiss', { reason: 'They had not been there.' });
    await assertStands(at.council, record, 'unfounded', [at.member, await chair()].map((who) => [who, outcome]));
  });

  test('town 7.11: doubts about an Officer’s neutrality go to the Town Clerk', async () => {
    await assertStands(at.council, await at.member.open('concern', about({ what: 'neutrality' })), 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.chief, considers(['conciliate', 'dismiss', 'resolve'])],
    ]);
    assertRefused(await at.member.tryOpen('concern', about({ about: 'clerk', employee: undefined, what: 'neutrality' })), '7.11');
  });

  test('town 9.1: an Officer’s complaint is conciliated first, and then goes into the grievance policy', async () => {
    const colleague = (employee) => about({ about: 'colleague', employee, what: undefined });
    assertErrors(await at.junior.tryOpen('concern', colleague(undefined)), 'employee');
    assertErrors(await at.junior.tryOpen('concern', colleague(at.supporter.id)), 'employee');
    const record = await at.junior.open('concern', colleague(at.otherHead.id));
    assert.equal((await at.chief.tryUse(record, 'formalise', { failed: 'At once.' })).status, 422);
    await at.chief.use(record, 'conciliate', { conciliator: 'The Finance Manager' });
    assert.equal((await at.chief.use(record, 'formalise', { failed: 'They would not meet.' })).state, 'formal');
  });

  test('town 9.2: about a Councillor there is conciliation and no grievance; a Councillor complains to the Monitoring Officer', async () => {
    const councillor = about({ about: 'councillor', employee: undefined, councillor: at.member.id, what: undefined });
    const answer = await at.supporter.tryOpen('concern', councillor);
    assertRefused(answer, '9.2');
    assert.equal(answer.body.refused.begin, 'complaint');
    assertErrors(await at.junior.tryOpen('concern', { ...councillor, councillor: at.head.id }), 'councillor');
    const record = await at.junior.open('concern', councillor);
    assert.equal(await at.member.read(record), null);
    await at.chief.use(record, 'conciliate', { conciliator: 'The principal council’s Monitoring Officer' });
    const seen = await at.chief.read(record);
    assert.deepEqual(seen.powers.map((power) => power.name).sort(), ['dismiss', 'refer', 'resolve']);
    assert.equal((await at.chief.use(record, 'resolve', { outcome: 'They met.' })).state, 'resolved');
    const referred = await at.junior.open('concern', councillor);
    assert.equal((await at.chief.tryUse(referred, 'refer', { reference: 'At once.' })).status, 422, 'conciliation first');
    await at.chief.use(referred, 'conciliate', { conciliator: 'A colleague' });
    assert.equal((await at.chief.use(referred, 'refer', { reference: 'They would not meet.' })).state, 'referred');
    const complaint = (await at.junior.read(referred)).linked.find((one) => one.procedure === 'complaint');
    const taken = await at.monitor.read(complaint);
    assert.equal(taken.facts.find((fact) => fact.field === 'about').text, at.member.name);
    assert.equal(text(taken, 'complaint', 'complaint'), said.concern);
  });

  test('town 9.1: what the Town Clerk brings forward is considered by somebody else', async () => {
    const colleague = await at.chief.open('concern', about({ about: 'colleague', what: undefined }));
    const councillor = { about: 'councillor', employee: undefined, councillor: (await chair()).id, what: undefined };
    const aboutChair = await at.chief.open('concern', about(councillor));
    for (const [who, record] of [
      [await chair(), colleague],
      [at.monitor, aboutChair],
    ])
      assert.deepEqual((await who.dutiesOf(record)).map((duty) => duty.name), ['consider'], who.name);
    assert.equal(await (await chair()).read(aboutChair), null);
  });

  test('town 1.1, 6.2(a)-(h), 7.1, 7.12: a concern can cite what it rests on', async () => {
    const conduct = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `6.2(${letter})`);
    for (const clause of ['1.1', ...conduct, '7.1', '7.2', '7.4', '7.9', '7.12', '7.14']) {
      const record = await at.member.open('concern', about({ clause }));
      assert.ok(record.facts.find((fact) => fact.field === 'clause').text.startsWith(clause));
    }
  });

  test('town 9.3: whoever waits is told when the time has run out, from the beginning or from the conciliation', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const [member, chief] = [await own.as(at.member.person), await own.as(at.chief.person)];
    await member.open('concern', about());
    const conciliated = await member.open('concern', about());
    await own.clock('2026-07-07T09:00:00Z');
    await chief.use(conciliated, 'conciliate', { conciliator: 'A colleague' });
    for (const day of ['2026-07-20', '2026-07-21']) {
      const told = await watchNotices(own);
      await own.clock(`${day}T22:59:59Z`);
      assert.deepEqual(await told(), [], day);
      await own.clock(`${day}T23:00:00Z`);
      assert.deepEqual((await told()).map((notice) => notice.person.name), [member.name], day);
    }
  });
});
