// Officers at the meetings of political groups.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Browser, formFields } from '../lib/browser.mjs';
import { assertErrors, assertRefused, demo, names, watchNotices, whoWasTold, young } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { partNames, text } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const request = (at, more = {}) => ({
  arranged: 'one',
  meeting: '2026-07-15T18:30',
  purpose: 'council',
  attending: [at.member.id, at.leader.id, at.head.id],
  outsiders: 'nobody',
  subject: 'The budget',
  matter: 'What the reserves are for.',
  ...more,
});
const attended = { left: 'left', 'left-at': '19:40', advised: true, kept: true, 'no-action': true };

/** What everybody in the opener's group has of it, and some others. */
const standing = (at, has, others) => [
  ...at.cast.groups
    .find((group) => group.id === at.member.person.group.id)
    .members.filter((person) => !others.some(([who]) => who.id === person.id))
    .map((person) => [person, has]),
  ...others,
];

const protocols = {
  northampton: { asked: '3.16.1', party: '3.16.2' },
  county: { asked: '1.11.4', party: '1.11.3' },
  town: { asked: '8.1', party: '7.5' },
};

for (const [pack, { asked, party }] of Object.entries(protocols))
  within(pack, (at) => {
    const withdraws = (has) => [
      [at.member, { ...has, can: ['withdraw'] }],
      [at.leader, { ...has, can: ['withdraw'] }],
    ];
    const chief = (has) => [
      at.chief,
      { ...has, can: ['agree', 'delegate', 'refuse'], owes: { respond: '2026-07-13' } },
    ];

    test(`${pack} ${asked}: a group asks through the Chief Executive or Town Clerk, and other groups learn nothing`, async () => {
      await assertOpenTo(at.council, 'group-meeting', at.cast.groups.flatMap((group) => group.members));
      const record = await at.member.open('group-meeting', request(at));
      const reads = { reads: ['matter'], marked: ['matter'] };
      await assertStands(at.council, record, 'open', standing(at, reads, [...withdraws(reads), chief(reads)]));
      const entry = await at.leader.get(`/api/v1/records/${record.ref}/calendar.ics`);
      assert.match(entry.text, /\r\nDTSTART:20260715T173000Z\r\nDTEND:20260715T183000Z\r\n/, 'an hour, as the pack says');
      await at.chief.use(record, 'agree', { terms: 'For half an hour.' });
      const after = { reads: ['matter', 'terms'] };
      const can = pack === 'northampton' ? ['record', 'share'] : pack === 'town' ? ['brief', 'must-disclose', 'record', 'refuse'] : ['record'];
      await assertStands(
        at.council,
        record,
        'agreed',
        standing(at, after, [...withdraws(after), [at.chief, { ...after, can, owes: { record: '2026-08-03' } }]]),
      );
    });

    test(`${pack} ${party}: not about party business`, async () => {
      assertRefused(await at.member.tryOpen('group-meeting', request(at, { purpose: 'party' })), party);
    });

    test(`${pack} ${asked}: it can be declined without a reason, and withdrawn`, async () => {
      const record = await at.member.open('group-meeting', request(at));
      assert.equal((await at.chief.use(record, 'refuse')).state, 'declined');
      const why = await at.member.open('group-meeting', request(at));
      await at.chief.use(why, 'refuse', { reason: 'It is the night of the Council.' });
      const reads = { reads: ['matter', 'terms'] };
      await assertStands(at.council, why, 'declined', standing(at, reads, [[at.chief, reads]]));
      const other = await at.member.open('group-meeting', request(at));
      assert.equal((await at.leader.use(other, 'withdraw')).state, 'withdrawn');
    });

    test(`${pack} ${asked}: a standing agreement with dates skips that step`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const [member, leader, boss, head] = await Promise.all(
        [at.member, at.leader, at.chief, at.head].map((who) => own.as(who.person)),
      );
      const agreement = await member.open('group-meeting', request(at, { arranged: 'regular', meeting: undefined }));
      const owes = { respond: '2026-07-13' };
      await assertStands(own, agreement, 'open', standing(at, { reads: ['matter'] }, [
        [member, { reads: ['matter'], can: ['withdraw'] }],
        [leader, { reads: ['matter'], can: ['withdraw'] }],
        [boss, { reads: ['matter'], can: ['agree-regular', 'refuse'], owes }],
      ]));
      assertErrors(await boss.tryUse(agreement, 'agree-regular', { officer: at.junior.id, until: '2026-07-31' }), 'officer');
      await boss.use(agreement, 'agree-regular', { officer: head.id, until: '2026-07-31' });
      const reads = { reads: ['matter'] };
      const ends = { ...reads, can: ['end'] };
      await assertStands(own, agreement, 'standing', standing(at, reads, [[leader, ends], [head, ends]]));
      const record = await member.open('group-meeting', request(at, { arranged: 'standing', agreement: agreement.ref }));
      assert.deepEqual(await head.dutiesOf(record).then((duties) => duties.map((duty) => duty.name)), ['respond']);
      assert.equal(await boss.read(record), null);
      const other = await own.as(at.supporter.person);
      assertErrors(
        await other.tryOpen('group-meeting', request(at, { arranged: 'standing', agreement: agreement.ref })),
        'agreement',
      );
      await head.use(record, 'agree');
      assert.equal((await head.dutiesOf(record))[0].name, 'record', 'it is agreed like any other');
      assertErrors(
        await member.tryOpen('group-meeting', request(at, { arranged: 'standing', agreement: record.ref })),
        'agreement',
      );
      await own.clock('2026-07-31T22:59:59Z');
      assert.equal((await member.read(agreement)).state, 'standing');
      await own.clock('2026-07-31T23:00:00Z');
      assert.equal((await member.read(agreement)).state, 'ended');
      assertErrors(
        await member.tryOpen('group-meeting', request(at, { meeting: '2026-08-20T18:30', arranged: 'standing', agreement: agreement.ref })),
        'agreement',
      );
    });

    test(`${pack} ${asked}: an agreement is ended by the leader of the group, or by who attends`, async () => {
      for (const ender of [at.leader, at.head]) {
        const agreement = await at.member.open('group-meeting', request(at, { arranged: 'regular', meeting: undefined }));
        await at.chief.use(agreement, 'agree-regular', { officer: at.head.id, until: '2026-07-31' });
        assert.equal((await ender.use(agreement, 'end')).state, 'ended');
      }
    });

    test(`${pack} ${asked}: where who attends has left, the Chief Executive or Town Clerk is asked again`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const [member, boss] = [await own.as(at.member.person), await own.as(at.chief.person)];
      const agreement = await member.open('group-meeting', request(at, { arranged: 'regular', meeting: undefined }));
      await boss.use(agreement, 'agree-regular', { officer: at.head.id, until: '2026-07-31' });
      await own.comity('person', 'deactivate', at.head.id);
      const again = { arranged: 'standing', agreement: agreement.ref, attending: [at.member.id] };
      const record = await member.open('group-meeting', request(at, again));
      assert.deepEqual((await boss.dutiesOf(record)).map((duty) => duty.name), ['respond']);
    });

    test(`${pack} ${asked}: whoever waits for an answer is told, and whoever has not recorded the attendance`, async (t) => {
      const own = await young({ pack });
      t.after(() => own.stop());
      const [member, boss] = [await own.as(at.member.person), await own.as(at.chief.person)];
      await member.open('group-meeting', request(at));
      const told = await watchNotices(own);
      await own.clock('2026-07-13T22:59:59Z');
      assert.deepEqual(await told(), []);
      await own.clock('2026-07-13T23:00:00Z');
      assert.deepEqual(whoWasTold(await told()), names([member]));
      const record = await member.open('group-meeting', request(at, { meeting: '2026-07-20T18:30' }));
      await boss.use(record, 'agree');
      const then = await watchNotices(own);
      const [{ due }] = await boss.dutiesOf(record);
      assert.equal(due, '2026-08-11');
      await own.clock('2026-08-11T23:00:00Z');
      assert.deepEqual(whoWasTold(await then()), names([boss]));
      if (pack !== 'northampton') return;
      const delegated = await member.open('group-meeting', request(at, { meeting: '2026-08-20T18:30' }));
      await boss.use(delegated, 'delegate', { officer: at.head.id });
      const missed = await watchNotices(own);
      await own.clock('2026-09-30T23:00:00Z');
      assert.deepEqual(whoWasTold(await missed()), names([boss, at.head]), 'that it is not said when the Officers left');
    });

    const delegation = (who) => ({
      officer: who.id,
      ...(pack === 'county' ? { tier: 'other', why: 'They know the file.' } : {}),
    });

    test(`${pack} ${asked}: it is Officers who attend, and no Member`, async () => {
      const record = await at.member.open('group-meeting', request(at));
      assertErrors(await at.chief.tryUse(record, 'delegate', delegation(at.supporter)), 'officer');
    });

    test(`${pack} ${asked}: another Officer attends instead, and the record of it stays with them and the group`, async () => {
      const record = await at.member.open('group-meeting', request(at));
      await at.chief.use(record, 'delegate', delegation(at.junior));
      const stayed = { ...attended, left: 'stayed', 'left-at': undefined };
      assertErrors(await at.junior.tryUse(record, 'record', stayed), 'stayed-why');
      const terms = pack === 'county' ? ['terms'] : [];
      const can = { northampton: ['record', 'share'], county: ['record'], town: ['brief', 'must-disclose', 'record', 'refuse'] }[pack];
      const agreed = { reads: ['matter', ...terms] };
      await assertStands(
        at.council,
        record,
        'agreed',
        standing(at, agreed, [...withdraws(agreed), [at.junior, { ...agreed, can, owes: { record: '2026-08-03' } }]]),
      );
      assertErrors(await at.junior.tryUse(record, 'record', { ...attended, left: undefined, 'left-at': undefined }), 'left');
      assertErrors(await at.junior.tryUse(record, 'record', { ...attended, kept: false }), 'kept');
      await at.junior.use(record, 'record', { ...attended, conclusion: 'Spend them.', notes: 'Two hours.' });
      const marked = ['matter', 'notes'];
      const all = { reads: ['attendance', 'matter', 'notes', ...terms], marked };
      const then = { northampton: ['share'], county: [], town: ['must-disclose'] }[pack];
      await assertStands(at.council, record, 'attended', standing(at, all, [[at.junior, { ...all, can: then }]]));
      const seen = await at.leader.read(record);
      assert.equal(seen.state, 'attended');
      assert.equal(text(seen, 'notes', 'conclusion'), 'Spend them.');
      for (const who of [at.chief, at.supporter, at.head, at.loner]) assert.equal(await who.read(record), null, who.name);
    });
  });

within('northampton', (at) => {
  test('northampton 3.6: nobody attends while somebody is there who is neither Member nor employee', async () => {
    assertRefused(await at.member.tryOpen('group-meeting', request(at, { outsiders: 'somebody' })), '3.6');
    assertErrors(await at.member.tryOpen('group-meeting', request(at, { attending: undefined })), 'attending');
  });

  test('northampton 2.5, 3.16.3: the record holds when the Officers left, or why they stayed', async () => {
    const record = await at.member.open('group-meeting', request(at));
    await at.chief.use(record, 'agree');
    assertErrors(await at.chief.tryUse(record, 'record', { ...attended, 'left-at': undefined }), 'left-at');
    const stayed = { ...attended, left: 'stayed', 'left-at': undefined };
    assertErrors(await at.chief.tryUse(record, 'record', stayed), 'stayed-why');
    for (const promise of ['advised', 'kept', 'no-action'])
      assertErrors(await at.chief.tryUse(record, 'record', { ...attended, [promise]: false }), promise);
    await at.chief.use(record, 'record', { ...stayed, 'stayed-why': 'They asked for the law.' });
    assert.equal(text(await at.member.read(record), 'attendance', 'stayed-why'), 'They asked for the law.');
    for (const [how, who] of [
      [{ ...stayed, 'stayed-why': 'They asked for the law.' }, [at.chief]],
      [attended, []],
    ]) {
      const other = await at.member.open('group-meeting', request(at));
      await at.chief.use(other, 'delegate', { officer: at.head.id });
      const told = await watchNotices(at.council);
      await at.head.use(other, 'record', how);
      assert.deepEqual(whoWasTold(await told()), names(who), 'it is reported that they stayed, and nothing else');
    }
  });

  test('northampton 2.6: what an Officer heard there is not shared with another group', async () => {
    const record = await at.member.open('group-meeting', request(at));
    await at.chief.use(record, 'delegate', { officer: at.head.id });
    await at.head.use(record, 'record', { ...attended, notes: 'They quarrelled.' });
    assertRefused(await at.head.tryUse(record, 'share', { with: 'group' }), '2.6');
    assert.equal(await at.chief.read(record), null);
    const several = await at.member.open('group-meeting', request(at));
    await at.chief.use(several, 'delegate', { officer: at.head.id });
    assertErrors(await at.head.tryUse(several, 'record', { ...attended, present: [at.supporter.id] }), 'present');
    await at.head.use(several, 'record', { ...attended, present: [at.junior.id, at.otherHead.id], notes: 'They quarrelled.' });
    const whole = { reads: ['attendance', 'matter', 'notes'], knows: ['open', 'delegate', 'record'] };
    const there = [[at.head, { ...whole, can: ['share'] }], [at.junior, whole], [at.otherHead, whole]];
    await assertStands(at.council, several, 'attended', standing(at, whole, there));
    assert.ok(!JSON.stringify(await at.member.read(several)).includes(at.junior.name));
    await at.head.use(record, 'share', { with: 'chief' });
    const reads = { reads: ['attendance', 'matter', 'notes'] };
    const known = ['open', 'delegate', 'record'];
    await assertStands(
      at.council,
      record,
      'attended',
      standing(at, { ...reads, knows: [...known, 'share'] }, [
        [at.head, { ...reads, can: ['share'], knows: [...known, 'share'] }],
        [at.chief, { reads: ['notes'], knows: [...known, 'share'] }],
      ]),
    );
    assert.equal(await at.supporter.read(record), null);
  });
});

within('county', (at) => {
  test('county 1.11.4: a group cannot name an Employee below the Heads of Service to attend', async () => {
    const wrong = await at.member.tryOpen('group-meeting', request(at, { attending: [at.member.id, at.junior.id] }));
    assertErrors(wrong, 'attending');
    const senior = [at.head, at.chief, at.monitor].map((who) => who.id);
    await at.member.open('group-meeting', request(at, { attending: [at.member.id, ...senior] }));
  });

  test('county 1.11.4: whoever is appointed to a senior post can be named to attend from then on', async (t) => {
    const own = await young({ pack: 'county' });
    t.after(() => own.stop());
    const member = await own.as(at.member.person);
    const named = async (officer) => {
      const { form } = await member.offered('group-meeting');
      return form.find((field) => field.name === 'attending').choices.some((choice) => choice.value === officer.id);
    };
    const appointments = [['head', '--of', at.service.id], ['chief-executive'], ['monitoring-officer']];
    for (const [i, [role, ...of]] of appointments.entries()) {
      const officer = at.cast.services[i].juniors[0];
      assert.ok(!(await named(officer)), `${officer.name} is a junior Officer`);
      const post = await own.comity('directory', 'add', 'post', `Interim ${role}`, '--role', role, ...of);
      await own.comity('person', 'set', officer.id, '--post', post.trim());
      assert.ok(await named(officer), `${officer.name} is ${role}`);
    }
  });

  test('county 1.11.4: others than Directors and Heads of Service are named only with the reason', async () => {
    const record = await at.member.open('group-meeting', request(at));
    assertErrors(await at.chief.tryUse(record, 'delegate', { tier: 'senior', senior: at.junior.id }), 'senior');
    assertErrors(await at.chief.tryUse(record, 'delegate', { tier: 'other', officer: at.junior.id }), 'why');
    const second = await at.member.open('group-meeting', request(at));
    await at.chief.use(second, 'delegate', { tier: 'senior', senior: at.head.id });
    await at.chief.use(record, 'delegate', { tier: 'other', officer: at.junior.id, why: 'They know the file.' });
    assert.deepEqual((await at.junior.dutiesOf(record)).map((duty) => duty.name), ['record']);
  });
});

within('town', (at) => {
  /** Of what was agreed: the whole group and the Town Clerk, who attends, read these parts. */
  function bySides(reads, marked) {
    const has = { reads, marked };
    const group = [at.member, at.leader].map((who) => [who, { ...has, can: ['withdraw'] }]);
    const clerk = { ...has, can: ['brief', 'must-disclose', 'record', 'refuse'], owes: { record: '2026-08-03' } };
    return standing(at, has, [...group, [at.chief, clerk]]);
  }

  test('town 8.1: who was sent to a meeting may still refuse, without a reason', async () => {
    const record = await at.member.open('group-meeting', request(at));
    await at.chief.use(record, 'delegate', { officer: at.junior.id });
    assert.equal((await at.junior.use(record, 'refuse')).state, 'declined');
    assert.deepEqual(await at.junior.dutiesOf(record), []);
  });

  test('town 7.10: outsiders do not stop it, but nothing confidential can be attached then', async () => {
    const record = await at.member.open('group-meeting', request(at, { outsiders: 'somebody', confidential: 'The tender.' }));
    await at.chief.use(record, 'agree');
    assert.deepEqual(partNames(await at.member.read(record)), ['matter'], 'it is not asked for, and not kept');
    assert.equal((await at.chief.tryUse(record, 'brief', { briefing: 'The tender.' })).status, 422);
    const closed = await at.member.open('group-meeting', request(at, { confidential: 'The tender.' }));
    await at.chief.use(closed, 'agree');
    await at.chief.use(closed, 'brief', { briefing: 'It was 40,000.' });
    assert.equal(text(await at.leader.read(closed), 'confidential', 'briefing'), 'It was 40,000.');
    const both = ['confidential', 'matter'];
    await assertStands(at.council, closed, 'agreed', bySides(both, both));
  });

  test('town 7.7: an Officer who must disclose something says so, and the group is told before anything leaves', async () => {
    const record = await at.member.open('group-meeting', request(at));
    await at.chief.use(record, 'agree');
    const told = await watchNotices(at.council);
    await at.chief.use(record, 'must-disclose', { law: 'Freedom of Information Act', what: 'The figures, to a resident.' });
    const group = at.cast.groups.find((one) => one.id === at.member.person.group.id);
    assert.deepEqual(whoWasTold(await told()), names(group.members));
    assert.equal(text(await at.member.read(record), 'disclosure', 'law'), 'Freedom of Information Act');
    await assertStands(at.council, record, 'agreed', bySides(['disclosure', 'matter'], ['matter']));
  });
});

test('who attends is chosen by group and service, of which those with somebody chosen stand open', async (t) => {
  const council = await demo({ pack: 'town' });
  t.after(() => council.stop());
  const group = council.cast.groups[0];
  const browser = await new Browser(council.address).signInAs(group.backbenchers[0]);
  const units = (html) =>
    [...html.matchAll(/<details class="govuk-details"( open)?><summary[^>]*><span[^>]*>([^<]*)\((\d+)\)/g)].map(
      ([, open, name, count]) => ({ name: name.trim(), count: Number(count), open: open !== undefined }),
    );
  const page = (await browser.get('/start/group-meeting')).text;
  const all = units(page);
  assert.equal(all.find((unit) => unit.name === group.name).count, group.members.length);
  assert.equal(all.at(-1).name, 'Others', 'who is in none comes last');
  assert.ok(all.length > 6 && all.every((unit) => !unit.open));
  const check = (fields) => browser.post('/start/group-meeting/check', { ...formFields(page, '/start/group-meeting/check'), ...fields });

  const nobody = await check({});
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /href="#attending"/);
  assert.deepEqual(units(nobody.text).map((unit) => unit.open), all.map((_, i) => i === 0), 'where the error leads to is open');

  const [, box] = new RegExp(`name="(attending\\.\\d+)" value="${group.leader.id}"`).exec(page);
  const somebody = (await check({ [box]: group.leader.id })).text;
  assert.deepEqual(units(somebody).filter((unit) => unit.open).map((unit) => unit.name), [group.name]);
  assert.match(somebody, new RegExp(`name="${box.replace('.', '\\.')}" value="${group.leader.id}" checked`));
});

within('town', (at) => {
  test('town 8.1: whoever becomes a Manager, or the Town Clerk, is among the Officers who can attend regular meetings', async (t) => {
    const own = await young({ pack: 'town' });
    t.after(() => own.stop());
    const appointed = at.cast.services.flatMap((one) => one.juniors).filter((one) => one.id !== at.junior.id).slice(0, 2);
    const posts = [['head', '--of', at.service.id], ['town-clerk']];
    for (const [i, [role, ...of]] of posts.entries()) {
      const post = await own.comity('directory', 'add', 'post', `Interim ${role}`, '--role', role, ...of);
      await own.comity('person', 'set', appointed[i].id, '--post', post.trim());
    }
    const member = await own.as(at.member.person);
    const record = await member.open('group-meeting', request(at, { arranged: 'regular', meeting: undefined }));
    const clerk = await own.as(appointed[1]);
    const agree = (await clerk.read(record)).powers.find((power) => power.name === 'agree-regular');
    const officers = agree.form.find((field) => field.name === 'officer').choices.map((choice) => choice.value);
    for (const person of appointed) assert.ok(officers.includes(person.id), person.name);
    assert.ok(!officers.includes(at.junior.id), 'and nobody without such a post');
  });
});
