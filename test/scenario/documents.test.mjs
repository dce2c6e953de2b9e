// Documents that Members may see, papers of committees, and proposals that touch a division.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, assertRefused, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { advice } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { clauses, partNames, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const sitsOn = (person) =>
  person.tenures.filter((tenure) => tenure.now && tenure.organization?.id.startsWith('b-')).map((tenure) => tenure.organization.id);

const wanted = (at, more = {}) => ({
  right: 'need',
  service: at.service.id,
  extent: 'named',
  duty: 'constituent',
  subject: 'The survey of Long Barrow Lane',
  need: 'Mrs Unnamed was refused a drop kerb on the strength of it.',
  ...more,
});

within('county', (at) => {
  const reads = { reads: ['request'] };

  test('county 1.7.3, 1.7.5: a Member names the right, and for need to know the duty; the service grants it', async () => {
    await assertOpenTo(at.council, 'document', at.cast.members);
    const record = await at.member.open('document', wanted(at));
    await assertStands(at.council, record, 'open', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, { ...reads, can: ['answer', 'grant', 'narrow', 'refuse'], owes: { respond: '2026-07-13' } }],
    ]);
    await at.head.use(record, 'grant');
    await assertStands(at.council, record, 'granted', [
      [at.member, { ...reads, can: ['withdraw'] }],
      [at.head, { ...reads, can: ['answer'], owes: { give: '2026-07-08' } }],
    ]);
    await at.head.use(record, 'answer', { meeting: 'not', document: 'It lies at the reception.' });
    await assertStands(at.council, record, 'given', [
      [at.member, { reads: ['document', 'request'], marked: ['document'], can: ['close'] }],
      [at.head, { reads: ['document', 'request', 'telling'] }],
    ]);
    assert.equal((await at.member.use(record, 'close')).state, 'closed');
  });

  test('county 1.7.8: of a document, too, the Cabinet Member is told what may come up at a meeting', async () => {
    const record = await at.member.open('document', wanted(at));
    const told = await watchNotices(at.council);
    await at.head.use(record, 'answer', { document: 'The survey.', meeting: 'likely', told: 'The survey of the lane was shown.' });
    const notices = await told();
    assert.deepEqual(whoWasTold(notices), names([at.cabinet]));
    assert.deepEqual([notices[0].say, clauses(notices[0])], ['The survey of the lane was shown.', ['1.7.8']]);
    const whom = (seen) => seen.told.map((notice) => notice.who);
    const seen = await at.member.read(record);
    assert.deepEqual([partNames(seen).sort(), whom(seen)], [['document', 'request'], []], 'whoever asked does not learn that');
    assert.ok(whom(await at.head.read(record)).some((who) => who.includes(at.cabinet.name)));
  });

  test('county 1.7.5: no roving commission, and curiosity is not enough', async () => {
    assertRefused(await at.member.tryOpen('document', wanted(at, { extent: 'class' })), '1.7.5');
    assertRefused(await at.member.tryOpen('document', wanted(at, { duty: 'none' })), '1.7.5');
    const curious = { right: 'information', service: at.service.id, extent: 'class', subject: 'All surveys' };
    const elsewhere = await at.member.tryOpen('document', curious);
    assertRefused(elsewhere, '1.7.10');
    assert.equal(elsewhere.body.refused.begin, 'foi', 'what anybody may have needs no reason');
    assertErrors(await at.member.tryOpen('document', wanted(at, { need: undefined })), 'need');
  });

  test('county 1.7.4: papers of a body on which the Member sits are granted at once; others need a need to know', async () => {
    const person = at.cast.members.find((one) => sitsOn(one).length > 0);
    const body = sitsOn(person)[0];
    const [inside, outside] = [
      await at.council.as(person),
      await at.council.as(at.cast.members.find((one) => !sitsOn(one).includes(body) && one.posts.length === 0)),
    ];
    const papers = { right: 'committee', service: at.service.id, extent: 'named', subject: 'Minutes of May' };
    const record = await inside.open('document', { ...papers, body });
    await inside.preview('document', { ...papers, body, extent: 'class', subject: 'All minutes' });
    await assertStands(at.council, record, 'granted', [
      [inside, { ...reads, can: ['withdraw'] }],
      [at.head, { ...reads, can: ['answer'], owes: { 'give-at-once': '2026-07-08' } }],
    ]);
    await at.head.use(record, 'answer', { meeting: 'not', document: 'The minutes.' });
    assert.deepEqual(await at.head.dutiesOf(record), []);
    assertErrors(await outside.tryOpen('document', papers), 'body');
    const refused = await outside.tryOpen('document', { ...papers, body });
    assertRefused(refused, '1.7.4');
    assert.equal(refused.body.refused.begin, 'document');
    assert.deepEqual(refused.body.refused.cites.map((clause) => clause.id), ['1.7.4', '1.7.5']);
  });

  test('county 1.7.6: before asking, the Member sees how many of theirs the service has already, of whatever kind', async () => {
    const counted = async (procedure, fields) => (await at.loner.preview(procedure, fields)).open;
    await at.loner.open('document', wanted(at));
    for (const [procedure, fields] of [['document', wanted(at)], ['advice', advice('county', at.service)]]) {
      const open = await counted(procedure, fields);
      assert.deepEqual([open.count, clauses(open)], [1, ['1.7.6']], procedure);
    }
  });

  test('county 1.7.6: the service proposes a part of it or a later day; the Member takes it, or keeps the request as it is', async () => {
    const proposed = async () => {
      const record = await at.member.open('document', wanted(at));
      await at.head.use(record, 'narrow', { proposal: 'The sheet of that one house, on Friday.' });
      return record;
    };
    const offered = { reads: ['narrower', 'request'], marked: [] };
    for (const decision of ['accept', 'decline']) {
      const record = await proposed();
      await assertStands(at.council, record, 'proposed', [
        [at.member, { ...offered, can: ['accept', 'decline', 'withdraw'], owes: { decide: '2026-07-20' } }],
        [at.head, { ...offered, can: ['answer', 'grant', 'refuse'], owes: { respond: 'paused' } }],
      ]);
      await at.member.use(record, decision);
      await assertStands(at.council, record, 'open', [
        [at.member, { ...offered, can: ['withdraw'] }],
        [at.head, { ...offered, can: ['answer', 'grant', 'narrow', 'refuse'], owes: { respond: '2026-07-13' } }],
      ]);
    }
    for (const [power, fields, state] of [
      ['grant', {}, 'granted'],
      ['answer', { meeting: 'not', document: 'The survey.' }, 'given'],
      ['refuse', { reason: 'No need is shown.', 'other-way': 'none' }, 'refused'],
    ]) {
      const record = await proposed();
      assert.equal((await at.head.use(record, power, fields)).state, state);
      assert.deepEqual(await at.member.dutiesOf(record), [], 'there is nothing left to decide');
    }
    assert.equal((await at.member.use(await proposed(), 'withdraw')).state, 'withdrawn');
  });

  test('county C.5: a proposal about a document that nobody decides on falls away, and the request goes on', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const [member, head] = [await own.as(at.member.person), await own.as(at.head.person)];
    const record = await member.open('document', wanted(at));
    await head.use(record, 'narrow', { proposal: 'The sheet of that one house.' });
    const told = await watchNotices(own);
    await own.clock('2026-07-20T22:59:59Z');
    assert.deepEqual([(await member.read(record)).state, await told()], ['proposed', []]);
    await own.clock('2026-07-20T23:00:00Z');
    assert.equal((await member.read(record)).state, 'open');
    assert.deepEqual(whoWasTold(await told()), names([member, head]));
    assert.deepEqual((await head.dutiesOf(record)).map(({ name, paused }) => [name, paused]), [['respond', false]]);
    assert.deepEqual(await member.dutiesOf(record), []);
  });

  test('county 1.7.5, 1.7.9: a refusal has its reason and other ways, and the Monitoring Officer reviews it', async () => {
    const record = await at.member.open('document', wanted(at));
    assertErrors(await at.head.tryUse(record, 'refuse', {}), 'reason', 'other-way');
    assertErrors(await at.head.tryUse(record, 'refuse', { reason: 'No need is shown.', 'other-way': 'some' }), 'alternative');
    const no = { reason: 'No need is shown.', 'other-way': 'some', alternative: 'Ask for the plan instead.' };
    await at.head.use(record, 'refuse', no);
    const refused = { reads: ['refusal', 'request'] };
    await assertStands(at.council, record, 'refused', [
      [at.member, { ...refused, can: ['ask-review', 'close'] }],
      [at.head, refused],
    ]);
    await at.member.use(record, 'ask-review', { grounds: 'It is my constituent.' });
    const reviewed = { reads: ['refusal', 'request', 'review'] };
    await assertStands(at.council, record, 'reviewed', [
      [at.member, reviewed],
      [at.head, reviewed],
      [at.monitor, { ...reviewed, can: ['overturn', 'uphold'], owes: { review: '2026-07-20' } }],
    ]);
    await at.monitor.use(record, 'overturn', { finding: 'A case is a need.' });
    await assertStands(at.council, record, 'granted', [
      [at.member, { ...reviewed, can: ['withdraw'] }],
      [at.head, { ...reviewed, can: ['answer'], owes: { give: '2026-07-08' } }],
      [at.monitor, reviewed],
    ]);
    const second = await at.member.open('document', wanted(at));
    await at.head.use(second, 'refuse', { reason: 'No need is shown.', 'other-way': 'none' });
    await at.member.use(second, 'ask-review', { grounds: 'It is my constituent.' });
    assert.equal((await at.monitor.use(second, 'uphold', { finding: 'It is a private paper.' })).state, 'closed');
    assert.deepEqual(await at.monitor.dutiesOf(second), []);
    const third = await at.member.open('document', wanted(at));
    await at.head.use(third, 'refuse', no);
    assert.equal((await at.member.use(third, 'close')).state, 'closed');
  });

  test('county 1.7.5: whoever heads the service does not review their own refusal, as Monitoring Officer either', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    await own.comity('person', 'set', at.monitor.id, '--post', at.head.person.posts[0]);
    const [member, monitor, chief] = await Promise.all([at.member, at.monitor, at.chief].map((who) => own.as(who.person)));
    const reviewed = async () => {
      const record = await member.open('document', wanted(at));
      await monitor.use(record, 'narrow', { proposal: 'The sheet of that one house.' });
      await member.use(record, 'decline');
      await monitor.use(record, 'refuse', { reason: 'No need is shown.', 'other-way': 'none' });
      await member.use(record, 'ask-review', { grounds: 'It is my constituent.' });
      return record;
    };
    const record = await reviewed();
    const reads = { reads: ['narrower', 'refusal', 'request', 'review'] };
    await assertStands(own, record, 'reviewed', [
      [member, reads],
      [monitor, reads],
      [chief, { ...reads, can: ['overturn', 'uphold'], owes: { review: '2026-07-20' } }],
    ]);
    assert.match((await monitor.why(record, 'uphold')).say, /Somebody else/);
    assertRefused(await monitor.tryUse(record, 'overturn', { finding: 'I was wrong.' }), '1.7.5');
    assert.equal((await chief.use(record, 'overturn', { finding: 'A case is a need.' })).state, 'granted');
    assert.equal((await chief.use(await reviewed(), 'uphold', { finding: 'It is private.' })).state, 'closed');
  });

  test('county 1.7.2, 1.7.5: lateness is told, and what nobody has reviewed closes', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const [member, head] = [await own.as(at.member.person), await own.as(at.head.person)];
    const person = at.cast.members.find((one) => sitsOn(one).length > 0);
    const late = await member.open('document', wanted(at));
    const gone = await member.open('document', wanted(at));
    assert.equal((await member.use(gone, 'withdraw')).state, 'withdrawn');
    const refused = await member.open('document', wanted(at));
    await head.use(refused, 'refuse', { reason: 'No.', 'other-way': 'none' });
    const granted = await member.open('document', wanted(at));
    await head.use(granted, 'grant');
    await (await own.as(person)).open('document', {
      right: 'committee',
      body: sitsOn(person)[0],
      service: at.service.id,
      extent: 'named',
      subject: 'Minutes',
    });
    const given = await member.open('document', wanted(at));
    await head.use(given, 'answer', { meeting: 'not', document: 'Here it is.' });
    const reviewed = await member.open('document', wanted(at));
    await head.use(reviewed, 'refuse', { reason: 'No.', 'other-way': 'none' });
    await member.use(reviewed, 'ask-review', { grounds: 'Look.' });
    const told = async (at_, who, count) => {
      const watch = await watchNotices(own);
      await own.clock(at_);
      const notices = await watch();
      assert.deepEqual(whoWasTold(notices), names(who), at_);
      assert.equal(notices.length, count, at_);
    };
    await told('2026-07-08T23:00:00Z', [member, person, at.chief], 4); // the two that were granted
    await told('2026-07-13T23:00:00Z', [member, at.chief], 2);
    await told('2026-07-20T23:00:00Z', [member, at.chief], 2);
    assert.equal((await member.read(late)).state, 'open');
    await own.clock('2026-08-03T22:59:59Z');
    assert.deepEqual([(await member.read(refused)).state, (await member.read(given)).state], ['refused', 'given']);
    await own.clock('2026-08-03T23:00:00Z');
    assert.deepEqual([(await member.read(refused)).state, (await member.read(given)).state], ['closed', 'closed']);
    assert.equal((await member.read(reviewed)).state, 'reviewed', 'what is looked at again stays open');
  });

  // ---- proposals and events

  const proposal = (at, more = {}) => ({
    what: 'proposal',
    divisions: at.member.person.ward.id,
    service: at.service.id,
    subject: 'A crossing at the school',
    proposal: 'A zebra crossing in front of the gate, next spring.',
    ...more,
  });

  test('county 1.7.7: exactly the Members of the divisions are told, before anybody else can read it', async () => {
    await assertOpenTo(at.council, 'proposal', at.cast.officers);
    const local = at.cast.members.filter((person) => person.ward?.id === at.member.person.ward.id);
    const told = await watchNotices(at.council);
    const record = await at.junior.open('proposal', proposal(at));
    assert.deepEqual(whoWasTold(await told()), names(local));
    const reads = { reads: ['proposal'] };
    await assertStands(at.council, record, 'told', [
      [at.junior, { ...reads, can: ['publish', 'withdraw'], owes: { publish: '2026-08-03' } }],
      [at.head, { ...reads, can: ['publish', 'withdraw'] }],
      ...local.map((person) => [person, { ...reads, can: ['comment'] }]),
    ]);
    await at.member.use(record, 'comment', { view: 'At last.' });
    await at.junior.use(record, 'publish');
    assert.deepEqual(partNames(await at.chief.read(record)), ['proposal'], 'the views stay with those who were told');
    for (const visitor of await at.council.everybody()) assert.equal((await visitor.read(record)).state, 'published');
    for (const who of [at.head, at.junior, at.member])
      assert.equal(text(await who.read(record), 'views', 'view'), 'At last.', who.name);
  });

  test('county 1.7.7: an event invites them, and a major issue is told to every Member', async () => {
    const local = at.cast.members.filter((person) => person.ward?.id === at.member.person.ward.id);
    const event = await watchNotices(at.council);
    await at.junior.open('proposal', proposal(at, { what: 'event' }));
    assert.deepEqual(whoWasTold(await event()), names(local));
    const issue = await watchNotices(at.council);
    await at.junior.open('proposal', proposal(at, { what: 'issue', divisions: undefined }));
    assert.deepEqual(whoWasTold(await issue()), names(at.cast.members));
    assertErrors(await at.junior.tryOpen('proposal', proposal(at, { divisions: undefined })), 'divisions');
  });

  test('county 1.7.7: the report counts the proposals of which Members were told', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    for (const { person } of [at.head, at.junior, at.otherHead]) await (await own.as(person)).open('proposal', proposal(at));
    const report = JSON.parse(await own.comity('report', '--json', '--from', '2026-07-06', '--to', '2026-07-06'));
    const { choices } = report.questions.find((question) => question.procedure === 'proposal');
    const counts = Object.fromEntries(choices.map(({ value, records }) => [value, records]));
    assert.deepEqual(counts, { proposal: 3, event: null, issue: null });
  });

  test('county 1.7.7: what is neither published nor withdrawn is told to its author and the head of the service', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const [junior, head] = [await own.as(at.junior.person), await own.as(at.head.person)];
    const gone = await junior.open('proposal', proposal(at));
    assert.equal((await head.use(gone, 'withdraw')).state, 'withdrawn');
    await junior.open('proposal', proposal(at));
    const told = await watchNotices(own);
    await own.clock('2026-08-03T22:59:59Z');
    assert.deepEqual(await told(), []);
    await own.clock('2026-08-03T23:00:00Z');
    assert.deepEqual(whoWasTold(await told()), names([junior, head]));
  });
});

// ---- papers

const paper = (body, more = {}) => ({
  committee: body.id,
  meeting: '2026-07-16',
  mark: 'confidential',
  subject: 'Letting the mill',
  paper: 'It should be let for seven years.',
  ...more,
});

for (const [pack, clause, extra] of [
  ['county', '1.8.2', {}],
  ['town', '5.1', { recommended: 'Let it.' }],
])
  within(pack, (at) => {
    const committee = async () => {
      const { bodies } = await at.chief.expect(200, 'GET', '/api/v1/bodies');
      const body = bodies.find((one) => one.head?.id !== undefined && /planning/i.test(one.name));
      const whole = await at.chief.expect(200, 'GET', `/api/v1/bodies/${body.id}`);
      const members = whole.members ?? whole.people;
      return { ...whole, members, chair: await at.council.as({ id: body.head.id, name: body.head.name }) };
    };
    const parts = pack === 'town' ? ['paper', 'recommendation'] : ['paper'];
    const marks = { county: '1.8.2', town: '7.9' }[pack];

    test(`${pack} ${clause}: an Officer writes it, and while it is confidential the committee alone reads it`, async () => {
      await assertOpenTo(at.council, 'paper', at.cast.officers);
      const body = await committee();
      const record = await at.junior.open('paper', paper(body, extra));
      assert.ok(record.handler.includes(at.junior.name), 'it goes to nobody else');
      const { members } = body;
      assert.ok(members.length > 1);
      const own = pack === 'town' ? ['recommend', 'revise', 'withdraw'] : ['revise', 'withdraw'];
      const view = pack === 'town' ? ['add-view'] : [];
      await assertStands(at.council, record, 'submitted', [
        [at.junior, { reads: parts, marked: parts, can: own }],
        ...members
          .filter((person) => person.id !== body.chair.id)
          .map((person) => [person, { reads: parts, can: view }]),
        [body.chair, { reads: parts, can: ['confirm', 'open-to-all', ...view], owes: { decide: '2026-07-16' } }],
      ]);
    });

    test(`${pack} ${marks}: the committee's decision wins over the author's mark, with its date`, async () => {
      const body = await committee();
      const opened = await at.junior.open('paper', paper(body, extra));
      await body.chair.use(opened, 'open-to-all', { resolved: '2026-07-03' });
      for (const visitor of await at.council.everybody()) {
        const seen = await visitor.read(opened);
        assert.deepEqual([seen.state, partNames(seen).sort()], ['opened', [...parts, 'resolution'].sort()], visitor.name);
        assert.ok(seen.parts.every((part) => !part.confidential), 'what everybody reads is not marked confidential');
      }
      assert.equal(text(await at.junior.read(opened), 'resolution', 'resolved'), 'Friday 3 July 2026');
      const kept = await at.junior.open('paper', paper(body, extra));
      assertErrors(await body.chair.tryUse(kept, 'confirm', { resolved: '2026-07-07' }), 'resolved');
      await body.chair.use(kept, 'confirm', { resolved: '2026-07-03' });
      const whole = { reads: [...parts, 'resolution'] };
      const sitting = body.members.filter((person) => person.id !== body.chair.id);
      await assertStands(at.council, kept, 'confirmed', [at.junior, body.chair, ...sitting].map((who) => [who, whole]));
      const free = await at.junior.open('paper', paper(body, { ...extra, mark: 'open' }));
      for (const visitor of await at.council.everybody()) {
        const seen = await visitor.read(free);
        assert.deepEqual(partNames(seen), parts, visitor.name);
        assert.ok(seen.parts.every((part) => !part.confidential), 'nor what its author marked open');
      }
    });

    test(`${pack} ${clause}: only its author revises or withdraws it, and what was submitted stays readable`, async () => {
      const body = await committee();
      const record = await at.junior.open('paper', paper(body, extra));
      await at.junior.use(record, 'revise', { revised: 'For five years.' });
      const seen = await body.chair.read(record);
      assert.equal(text(seen, 'paper', 'paper'), 'It should be let for seven years.');
      assert.equal(text(seen, 'paper', 'revised'), 'For five years.');
      assert.equal((await at.junior.use(record, 'withdraw')).state, 'withdrawn');
    });

    test(`${pack} ${marks}: after the meeting an open paper is closed, and a missing decision is told to the author`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const body = await committee();
      const junior = await own.as(at.junior.person);
      const open = await junior.open('paper', paper(body, { ...extra, mark: 'open' }));
      const closed = await junior.open('paper', paper(body, extra));
      const told = await watchNotices(own);
      await own.clock('2026-07-16T22:59:59Z');
      assert.deepEqual(await told(), []);
      await own.clock('2026-07-16T23:00:00Z');
      assert.deepEqual(whoWasTold(await told()), names([junior]));
      assert.equal((await junior.read(open)).state, 'closed');
      assert.equal((await junior.read(closed)).state, 'submitted');
    });

    test(`${pack} ${marks}: an open paper that its author withdrew goes before no committee`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const junior = await own.as(at.junior.person);
      const record = await junior.open('paper', paper(await committee(), { ...extra, mark: 'open' }));
      const chair = await own.as((await committee()).chair.person);
      assert.deepEqual(await chair.dutiesOf(record), [], 'there is no mark to decide on');
      for (const power of ['open-to-all', 'confirm'])
        assert.equal((await chair.tryUse(record, power, { resolved: '2026-07-03' })).status, 422);
      assert.deepEqual(await junior.dutiesOf(record), [], 'nobody owes the meeting');
      await junior.use(record, 'withdraw');
      await own.clock('2026-07-16T23:00:00Z');
      assert.equal((await junior.read(record)).state, 'withdrawn');
    });

    if (pack === 'town')
      test('town 5.1: Councillors’ views stand beside the recommendation, which only its author changes', async () => {
        const body = await committee();
        const record = await at.junior.open('paper', paper(body, extra));
        await body.chair.use(record, 'add-view', { view: 'Sell it.' });
        assert.equal(text(await at.junior.read(record), 'views', 'view'), 'Sell it.');
        await at.junior.use(record, 'recommend', { 'new-recommendation': 'Let it for five.', why: 'A new valuation.' });
        const views = await Promise.all(body.members.map(async (person) => (await at.council.as(person)).read(record)));
        for (const seen of views) assert.equal(text(seen, 'views', 'view'), 'Sell it.');
        const seen = await body.chair.read(record);
        assert.equal(text(seen, 'recommendation', 'recommended'), 'Let it.');
        assert.equal(text(seen, 'recommendation', 'new-recommendation'), 'Let it for five.');
        assert.equal((await body.chair.tryUse(record, 'recommend', { 'new-recommendation': 'Sell.', why: 'I say so.' })).status, 422);
        await body.chair.use(record, 'open-to-all', { resolved: '2026-07-03' });
        const outside = await at.loner.read(record);
        assert.deepEqual(partNames(outside).sort(), ['paper', 'recommendation', 'resolution'], 'their views stay in the committee');
      });
  });
