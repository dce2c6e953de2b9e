// A complaint about a Member: anybody may send one, with or without an account, and follows it with a receipt code.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertErrors, assertRefused, assertStatus, demo } from '../lib/council.mjs';
import { assertStands } from '../lib/stands.mjs';
import { clauses, duty, events, partNames, powers, text, Visitor } from '../lib/visitor.mjs';

/** Under which clause anybody may complain, and under which it is settled without a decision. */
const RULES = {
  northampton: { complain: '2.10', resolve: '2.10', word: 'Member' },
  county: { complain: '1.12.1', resolve: '1.6.4(b)', word: 'Member' },
  town: { complain: 'LA2011-28(6)', resolve: '9.2', word: 'Councillor' },
};

const CODE = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** The references in somebody's list, but for what anybody could read. */
const unpublished = async (visitor) =>
  (await visitor.list()).filter((row) => row.procedure !== 'proposal').map((row) => row.ref);
/** Somebody without an account, by their receipt's code. */
const guest = (council, code) => new Visitor(council, { id: 'guest', name: 'the complainant' }, code);

for (const [pack, rules] of Object.entries(RULES)) {
  describe(`complaints under ${pack}`, () => {
    let council, cast, officer, about, nobody;

    const complaint = (more = {}) => ({
      about: about.id,
      subject: 'Conduct at the meeting of 3 June',
      complaint: 'They shouted at the clerk and would not stop.',
      ...more,
    });
    const complain = async (more) => {
      const record = await nobody.open('complaint', complaint(more));
      return { record, complainant: guest(council, record.receipt) };
    };

    before(async () => {
      council = await demo({ pack });
      cast = council.cast;
      officer = await council.as(cast.holder('monitoring-officer'));
      about = cast.groups[0].leader;
      nobody = council.nobody();
    });
    after(() => council?.stop());

    test(`${pack} ${rules.complain}: anybody may complain to the Monitoring Officer, without an account`, async () => {
      const offered = (await nobody.expect(200, 'GET', '/api/v1/procedures')).procedures;
      const begun = offered.find((one) => one.name === 'complaint');
      assert.ok(!offered.some((one) => one.name === 'enquiry'), 'only what the public may begin');
      const { form } = begun;
      const choices = form.find((field) => field.name === 'about').choices.map((choice) => choice.value);
      assert.deepEqual(choices.sort(), cast.members.map((person) => person.id).sort());
      assert.equal(clauses(begun)[0], rules.complain);
      const preview = await nobody.preview('complaint', complaint());
      assert.match(preview.handler, new RegExp(officer.name));
      assert.ok(preview.audience.some((one) => one.who === 'You'));
      const record = await nobody.open('complaint', complaint());
      assert.match(record.receipt, CODE);
      assert.match(record.handler, new RegExp(officer.name));
      assert.equal(record.opener.name, 'You');
    });

    if (pack === 'northampton')
      test('northampton 2.10, 5.2, 3.11: a complaint can name what a Member may not do, and a ground of equality', async () => {
        const { choices } = (await nobody.offered('complaint')).form.find((field) => field.name === 'clause');
        assert.deepEqual(
          choices.map((choice) => choice.value),
          ['2.1', '2.8', '2.9', '3.1', '3.8', '3.10', '3.11', '3.12', '3.13', '5.2(3)', '5.2(4)', '5.2(5)', '5.2(8)'],
        );
        const { record } = await complain({ clause: '3.10', ground: 'age' });
        const facts = Object.fromEntries(record.facts.map((fact) => [fact.field, fact.text]));
        assert.ok(facts.clause.startsWith('3.10'), facts.clause);
        assert.equal(facts.ground, 'Age');
        assertErrors(await nobody.tryOpen('complaint', complaint({ clause: '5.2(1)' })), 'clause');
      });

    test(`${pack}: the Monitoring Officer does not decide on a complaint of their own`, async () => {
      const record = await officer.open('complaint', complaint());
      const own = powers(record);
      assert.ok(own.includes('add'), own.join());
      for (const power of ['dismiss', 'resolve', 'investigate']) {
        assert.ok(!own.includes(power), own.join());
        const why = await officer.expect(200, 'GET', `/api/v1/records/${record.ref}/why?power=${power}`);
        assert.match(JSON.stringify(why), /Nobody decides on a matter of their own/);
      }
      assertStatus(await officer.tryUse(record, 'dismiss', { reason: 'It is mine.' }), 422);
      assert.equal((await officer.read(record)).state, 'received');
    });

    test(`${pack} ${rules.complain}: employees and Members may complain too, with their account`, async () => {
      for (const person of [cast.services[0].juniors[0], cast.services[0].head, cast.groups[1].leader]) {
        const visitor = await council.as(person);
        const record = await visitor.open('complaint', complaint());
        assert.equal(record.receipt, undefined);
        assert.equal((await visitor.read(record)).state, 'received');
      }
    });

    test(`${pack} ${rules.complain}: the complainant follows it with the receipt code and adds to it`, async () => {
      const { record, complainant } = await complain();
      const seen = await complainant.read(record);
      assert.deepEqual([seen.ref, seen.state, seen.whole], [record.ref, 'received', true]);
      assert.deepEqual(powers(seen), ['add']);
      const added = await complainant.use(record, 'add', { more: 'The clerk has left since.' });
      assert.equal(text(added, 'complaint', 'more'), 'The clerk has left since.');
      assert.ok((await officer.notices()).some((notice) => notice.record === record.ref && /added/i.test(notice.title)));
      assert.equal(text(await officer.read(record), 'complaint', 'more'), 'The clerk has left since.');
    });

    test(`${pack} C.6: without an account, too, the complainant is told of each step, and adds to it until it is decided`, async () => {
      const { record, complainant } = await complain();
      const told = async () => (await complainant.notices()).map(({ title }) => title);
      const steps = [
        ['acknowledge', { acknowledgement: 'It is here.' }, 'Your complaint has come'],
        ['ask-back', { asked: 'Who else was there?' }, 'A question about your complaint'],
        ['investigate', { scope: 'All of it.' }, 'Your complaint is being investigated'],
        ['seek-view', { findings: 'It happened.', independent: 'Robin Ash' }, 'Your complaint was investigated'],
        ['record-view', { view: 'I agree.' }, 'A complaint is ready to be decided'],
        ['decide', { finding: 'kept', reasons: 'It was loud and no more.' }, 'Your complaint was decided'],
      ];
      for (const [power, fields, title] of steps) {
        await complainant.use(record, 'add', { more: `Before they ${power}.` });
        const before = await told();
        await officer.use(record, power, fields);
        assert.deepEqual(await told(), [title, ...before], power);
      }
      const seen = await complainant.read(record);
      assert.equal(text(seen, 'told', 'reasons'), 'It was loud and no more.');
      assertRefused(await complainant.tryUse(record, 'add', { more: 'Too late.' }), rules.complain);
      for (const notice of await complainant.notices()) assert.deepEqual(clauses(notice), ['C.6']);
    });

    test(`${pack} ${rules.complain}: the code is read however it is typed, and a wrong one is nobody's`, async () => {
      const { record, complainant } = await complain();
      const typed = record.receipt.toLowerCase().replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o');
      assert.equal((await guest(council, typed).read(record)).ref, record.ref);
      const wrong = await guest(council, 'AAAA-BBBB-CCCC-DDDD').get(`/api/v1/records/${record.ref}`);
      const none = await nobody.get(`/api/v1/records/${record.ref}`);
      assert.deepEqual([wrong.status, wrong.text], [401, none.text]);
      assert.equal((await complainant.read(record)).ref, record.ref);
    });

    test(`${pack} ${rules.complain}: it reaches the Monitoring Officer alone`, async () => {
      const { record } = await complain();
      for (const visitor of await council.everybody())
        assert.equal((await visitor.read(record)) !== null, visitor.id === officer.id, visitor.name);
    });

    test('a guest has their record, and what is published, and nothing else', async () => {
      const { record, complainant } = await complain();
      const { record: other } = await complain({ subject: 'Something else' });
      assert.equal(await complainant.read(other), null);
      assert.deepEqual(await unpublished(complainant), [record.ref]);
      for (const path of ['/me', '/people', `/people/${about.id}`, '/groups', '/services', '/wards', '/bodies', '/protocol'])
        assert.equal((await complainant.get(`/api/v1${path}`)).status, 404, path);
      const second = await complainant.open('complaint', complaint());
      assert.match(second.receipt, CODE);
      assert.equal(await complainant.read(second), null);
      assert.equal((await complainant.tryOpen('enquiry', {})).status, 401);
    });

    test('a guest stands in no list of people, no export and no choice', async () => {
      const { record } = await complain();
      for (const printed of [await council.comity('person', 'list', '--json'), await council.comity('directory', 'export')])
        assert.doesNotMatch(printed, /guest/);
      assert.doesNotMatch(JSON.stringify(await officer.read(record)), /guest-/);
      await council.comity('person', 'set', cast.ungrouped[0]?.id ?? about.id, '--email', 'somebody@example.org');
      assert.equal((await guest(council, record.receipt).read(record)).ref, record.ref, 'a new directory ends no receipt');
    });

    test('what nobody may begin without an account is like what there is not', async () => {
      const enquiry = await nobody.tryOpen('enquiry', {});
      const absent = await nobody.tryOpen('nothing', {});
      assert.deepEqual([enquiry.status, enquiry.text], [401, absent.text]);
      assertErrors(await nobody.tryOpen('complaint', {}), 'about', 'subject', 'complaint');
      const stale = await guest(council, 'no-such-token').tryOpen('complaint', complaint());
      assert.equal(stale.status, 401, 'a script whose token is gone complains of nobody in a stranger’s name');
    });

    test('sent twice under one key it is one complaint, and each answer has a code that works', async () => {
      const first = await nobody.open('complaint', complaint(), { key: 'twice' });
      const again = await nobody.open('complaint', complaint(), { key: 'twice' });
      assert.equal(again.ref, first.ref);
      assert.notEqual(again.receipt, first.receipt);
      for (const { receipt } of [first, again]) assert.equal((await guest(council, receipt).read(first)).ref, first.ref);
      const other = await nobody.open('complaint', complaint({ subject: 'Not the same' }), { key: 'twice' });
      assert.notEqual(other.ref, first.ref, 'a stranger’s key says nothing of another stranger');
    });

    test(`${pack} LA2011-28(7): what was investigated is not decided before the Independent Person's view`, async () => {
      const { record, complainant } = await complain();
      await officer.use(record, 'acknowledge', { acknowledgement: 'It is here; you hear from me within four weeks.' });
      await officer.use(record, 'investigate', { scope: 'What was said, by an investigator from outside.' });
      const decision = { finding: 'failed', action: 'apology', reasons: 'They shouted.' };
      assertRefused(await officer.tryUse(record, 'decide', decision), 'LA2011-28(7)');
      const sought = await officer.use(record, 'seek-view', { findings: 'It happened as it was told.', independent: 'Robin Ash' });
      assert.equal(clauses(duty(sought, 'view'))[0], 'LA2011-28(7)');
      assertRefused(await officer.tryUse(record, 'decide', decision), 'LA2011-28(7)');
      await officer.use(record, 'record-view', { view: 'I agree with the findings.' });
      const decided = await officer.use(record, 'decide', decision);
      assert.deepEqual([decided.state, decided.open], ['decided', false]);

      const seen = await complainant.read(record);
      assert.deepEqual([seen.state, text(seen, 'told', 'action')], ['decided', 'An apology is asked for']);
      assert.deepEqual(partNames(seen).sort(), ['complaint', 'told']);
      assert.deepEqual(events(seen), ['open', 'acknowledge', 'investigate', 'seek-view', 'record-view', 'decide']);
      assert.equal((await complainant.notices()).length, 5, 'each step was told');
      assert.deepEqual(powers(seen), []);
      assert.equal((await complainant.tryUse(record, 'add', { more: 'And' })).status, 422);
    });

    test(`${pack} C.6: only who has no account is asked for a name, and the Monitoring Officer alone reads it`, async () => {
      const asked = async (visitor) => (await visitor.offered('complaint')).form.map((field) => field.name);
      for (const field of ['name', 'contact']) {
        assert.ok((await asked(nobody)).includes(field));
        assert.ok(!(await asked(officer)).includes(field));
      }
      const { record, complainant } = await complain({ name: 'Mrs Quillfeather', contact: '01632 960 018' });
      for (const visitor of [officer, complainant]) {
        const part = (await visitor.read(record)).parts.find((one) => one.name === 'complainant');
        assert.deepEqual([part.confidential, part.entries.map((entry) => entry.field)], [true, ['name', 'contact']]);
      }
    });

    test(`${pack} LA2011-28(7): the Independent Person is invited to this one record, until it is decided`, async () => {
      const { record, complainant } = await complain({ name: 'Mrs Quillfeather', contact: '01632 960 018' });
      await officer.use(record, 'investigate', { scope: 'What was said.' });
      const sought = await officer.use(record, 'seek-view', { findings: 'It happened.', independent: ' Robin Ash ' }, { key: `ip ${record.ref}` });
      assert.deepEqual(sought.invitations.map((one) => one.name), ['Robin Ash']);
      const again = await officer.use(record, 'seek-view', { findings: 'It happened.', independent: ' Robin Ash ' }, { key: `ip ${record.ref}` });
      const robin = guest(council, again.invitations[0].code);
      assert.equal((await guest(council, sought.invitations[0].code).read(record)).ref, record.ref, 'both links lead there');
      const seen = await robin.read(record);
      assert.deepEqual(partNames(seen), ['complaint', 'investigation']);
      assert.deepEqual(powers(seen), ['give-view']);
      assert.doesNotMatch(JSON.stringify(seen), /Quillfeather|guest-/);
      assert.equal(seen.opener.name, 'the complainant');
      assert.deepEqual(await unpublished(robin), [record.ref]);
      const given = await robin.use(record, 'give-view', { 'their-view': 'I agree with the findings.' });
      assert.equal(text(given, 'view', 'their-view'), 'I agree with the findings.');
      const viewed = await officer.read(record);
      assert.equal(viewed.timeline.at(-1).by.name, 'Robin Ash');
      assert.equal(viewed.facts.find((fact) => fact.field === 'independent')?.text ?? 'Robin Ash', 'Robin Ash');
      assert.doesNotMatch(JSON.stringify(viewed), /guest-/);
      assert.ok(viewed.audience.some((one) => one.part === 'view' && one.who === 'Robin Ash'));
      assert.ok(!(await complainant.read(record)).parts.some((part) => part.name === 'view'));
      assert.equal(duty(viewed, 'decide').due, '2026-07-20');
      for (const visitor of [officer, complainant])
        assert.ok((await visitor.notices()).some((notice) => notice.record === record.ref && /ready to be decided/.test(notice.title)));
      await officer.use(record, 'decide', { finding: 'kept', reasons: 'They kept to it.' });
      assert.equal((await robin.get(`/api/v1/records/${record.ref}`)).status, 401, 'the link ends with the record');
      assert.equal((await complainant.read(record)).state, 'decided', 'the receipt does not');
    });

    test('an invitation needs a name of one line', async () => {
      const { record } = await complain();
      await officer.use(record, 'investigate', { scope: 'All.' });
      assertErrors(await officer.tryUse(record, 'seek-view', { findings: 'It.' }), 'independent');
      assertErrors(await officer.tryUse(record, 'seek-view', { findings: 'It.', independent: 'Robin\nAsh' }), 'independent');
      assertErrors(await officer.tryUse(record, 'seek-view', { findings: 'It.', independent: 'R'.repeat(201) }), 'independent');
    });

    test(`${pack} ${rules.resolve}: it can be resolved informally, and the complainant is told how`, async () => {
      const { record, complainant } = await complain();
      const resolved = await officer.use(record, 'resolve', { resolution: 'They have met, and shaken hands.' });
      assert.equal(resolved.state, 'resolved');
      assert.equal(clauses(resolved.timeline.at(-1))[0], rules.resolve);
      assert.equal(text(await complainant.read(record), 'told', 'resolution'), 'They have met, and shaken hands.');
    });

    test(`${pack} LA2011-28(6): a complaint about a ${rules.word} ends in no employment outcome`, async () => {
      const { record } = await complain();
      const ends = new Set();
      const seen = await officer.read(record);
      assert.deepEqual(powers(seen).filter((name) => name !== 'mediate').sort(), ['acknowledge', 'ask-back', 'dismiss', 'investigate', 'resolve']);
      await officer.use(record, 'investigate', { scope: 'All of it.' });
      await officer.use(record, 'seek-view', { findings: 'Nothing much.', independent: 'Robin Ash' });
      const viewed = await officer.use(record, 'record-view', { view: 'Nothing much.' });
      const decide = viewed.powers.find((power) => power.name === 'decide');
      for (const choice of decide.form.find((field) => field.name === 'action').choices) ends.add(choice.value);
      assert.deepEqual([...ends].sort(), ['apology', 'censure', 'none', 'report', 'training']);
      assert.doesNotMatch(JSON.stringify(decide), /disciplin|dismiss|grievance|suspen|employ/i);
    });

    test(`${pack} LA2011-28(7): the Independent Person is not told which Member complained, nor from which group`, async () => {
      const complainant = await council.as(cast.groups[1].members[0]);
      const record = await complainant.open('complaint', complaint());
      await complainant.use(record, 'add', { more: 'It was on the stairs, too.' });
      await officer.use(record, 'investigate', { scope: 'What was said.' });
      const { invitations } = await officer.use(record, 'seek-view', { findings: 'It happened.', independent: 'Robin Ash' });
      const robin = guest(council, invitations[0].code);
      const seen = await robin.read(record);
      assert.equal(seen.opener.name, 'the complainant');
      for (const said of [complainant.name, complainant.id, cast.groups[1].name])
        assert.ok(!JSON.stringify(seen).includes(said), `it says ${said}`);
      assert.equal((await officer.read(record)).opener.name, complainant.name, 'who deals with it knows');
    });

    if (pack === 'town') test('town 9.2: the mediator knows whom they bring together', async () => {
      const complainant = await council.as(cast.groups[1].members[0]);
      const record = await complainant.open('complaint', complaint());
      const { invitations } = await officer.use(record, 'mediate', { mediator: 'Noor Haddad' });
      assert.equal((await guest(council, invitations[0].code).read(record)).opener.name, complainant.name);
    });

    if (pack === 'town') test('town 9.2: a mediator from outside is invited to one record alone', async () => {
      const { record, complainant } = await complain();
      const { invitations } = await officer.use(record, 'mediate', { mediator: 'Noor Haddad' });
      const mediator = guest(council, invitations[0].code);
      assert.deepEqual(powers(await mediator.read(record)), ['report-mediation']);
      const first = ['acknowledge', 'ask-back', 'dismiss', 'investigate', 'mediate', 'resolve'];
      const owes = { acknowledge: '2026-07-13', assess: '2026-08-03' };
      await assertStands(council, record, 'received', [[officer, { reads: ['complaint'], can: first, owes }]]);
      await mediator.use(record, 'report-mediation', { mediation: 'They have talked.' });
      await assertStands(council, record, 'received', [[officer, { reads: ['complaint', 'mediation'], can: first, owes }]]);
      for (const visitor of [complainant, mediator]) {
        const seen = await visitor.read(record);
        assert.deepEqual(partNames(seen).sort(), ['complaint', 'mediation']);
        assert.equal(text(seen, 'mediation', 'mediation'), 'They have talked.');
      }
      await officer.use(record, 'investigate', { scope: 'All of it.' });
      await mediator.use(record, 'report-mediation', { mediation: 'And again.' });
      await officer.use(record, 'resolve', { resolution: 'Settled.' });
      assert.equal((await mediator.get(`/api/v1/records/${record.ref}`)).status, 401);
    });

    test('a complaint that waits too long is told of to who complained', async () => {
      const { record, complainant } = await complain();
      assertStatus(await council.nobody().post('/api/v1/test/clock', { to: '2026-08-05T09:00:00Z' }), 200);
      const late = (await complainant.notices()).filter((notice) => notice.title.startsWith('Overdue'));
      assert.equal(late.length, 2);
      assert.equal(duty(await complainant.read(record), 'assess').missed, true);
    });
  });
}
