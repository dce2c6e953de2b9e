// Advice under each of the three protocols: to a Member with five attestations, in two parts; to a group likewise, or as a
// group-report where the protocol wants that.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertErrors, assertRefused, demo } from '../lib/council.mjs';
import { advice, attested, forGroup, given, protocols, released, sentToGroup as sendingToGroup } from '../lib/protocol.mjs';
import { clauses, duty, partNames, powers, text } from '../lib/visitor.mjs';

const confidential = { northampton: '3.15', county: '1.11.3', town: '6.1(h)' };
const release = { northampton: '3.15', county: '1.11.3', town: '6.1(f)' };
const own = { northampton: '2.9', county: '1.7.9', town: '5.1' };
const attests = { northampton: '2.2, 2.2.1-2.2.5', county: '1.7.9', town: '5.1' };
const policy = { northampton: ['3.5-a', '3.5-a'], county: ['1.11.3', '1.11.3'], town: ['7.5', '7.5'] };

for (const [pack, protocol] of Object.entries(protocols)) {
  describe(pack, () => {
    let council, service, group, otherGroup, member, colleague, rival, rivalColleague, head, junior;

    before(async () => {
      council = await demo({ pack });
      const { cast } = council;
      service = cast.services[0];
      [group, otherGroup] = cast.groups.filter((one) => one.backbenchers.length >= 2);
      [member, colleague] = await Promise.all(group.backbenchers.map((person) => council.as(person)));
      [rival, rivalColleague] = await Promise.all(otherGroup.backbenchers.map((person) => council.as(person)));
      head = await council.as(service.head);
      junior = await council.as(service.juniors[0]);
    });
    after(() => council?.stop());

    /** The advice anew, with all that its author attests. */
    const revision = (more) => ({ advice: 'Lease it for five years.', why: 'The market fell.', ...attested, ...more });
    const ask = (more, by = member) => by.open('advice', advice(pack, service, more));

    /** Advice (or what a protocol has in its place) to a group, sent; the record as its opener sees it. */
    async function sentToGroup(by = member) {
      const record = await by.open(...forGroup(pack, service));
      await head.use(record, ...sendingToGroup(pack, given(pack).facts, given(pack).advice));
      return by.read(record);
    }

    test(`${pack} ${protocol.party.advice}: advice on party business is refused`, async () => {
      const before = await member.list();
      assertRefused(await member.tryOpen('advice', advice(pack, service, { purpose: 'party' })), protocol.party.advice);
      assert.deepEqual(await member.list(), before);
    });

    test(`${pack} ${[...new Set(policy[pack])].join(', ')}: no advice on what policy to pursue, to a group or to a Member`, async () => {
      assertRefused(await member.tryOpen(...forGroup(pack, service, { seeks: 'policy' })), policy[pack][0]);
      assertRefused(await member.tryOpen('advice', advice(pack, service, { seeks: 'policy' })), policy[pack][1]);
    });

    if (pack === 'northampton')
      test('northampton 3.13: no political view, to a group or to a Member', async () => {
        for (const more of [{}, { for: 'my group' }])
          assertRefused(await member.tryOpen('advice', advice(pack, service, { seeks: 'view', ...more })), '3.13');
      });

    test(`${pack}: a Member without a group asks for advice, but not for a group`, async () => {
      const loner = await council.as(council.cast.ungrouped[0]);
      assert.equal((await loner.open('advice', advice(pack, service))).state, 'open');
      const forGroups = await loner.tryOpen(...forGroup(pack, service));
      if (pack === 'town') assertRefused(forGroups, '3.2');
      else assertErrors(forGroups, 'for');
      const { form } = await loner.offered('advice');
      assert.deepEqual(form.find((field) => field.name === 'for').choices.map((choice) => choice.value), ['me']);
    });

    test(`${pack} ${attests[pack]}: advice is sent only with all five attestations`, async () => {
      const record = await ask();
      for (const missing of ['objective', 'consistent', 'professional', 'neutral', 'complete']) {
        assertErrors(await head.tryUse(record, 'answer', given(pack, { [missing]: false })), missing);
        const { [missing]: _, ...rest } = given(pack);
        assertErrors(await head.tryUse(record, 'answer', rest), missing);
      }
      assert.equal((await member.read(record)).state, 'open');
      const sent = await head.use(record, 'answer', given(pack));
      const kept = sent.parts.find((part) => part.name === 'attestation').entries.map((entry) => entry.field);
      assert.deepEqual(kept.sort(), ['complete', 'consistent', 'neutral', 'objective', 'professional']);
    });

    test(`${pack} ${confidential[pack]}: advice to a Member is read by the Member and the author's line, and nobody else`, async () => {
      const record = await ask();
      await head.use(record, 'answer', given(pack));
      const readers = [];
      for (const visitor of await council.everybody())
        if ((await visitor.read(record)) !== null) readers.push(visitor.name);
      assert.deepEqual(readers.sort(), [...new Set([member.name, head.name])].sort());
      const seen = await member.read(record);
      assert.ok(seen.parts.find((part) => part.name === 'advice').confidential);
      const line = seen.audience.find((one) => one.part === 'advice');
      assert.ok(clauses(line).includes(confidential[pack]), clauses(line).join());
    });

    test(`${pack} ${confidential[pack]}: advice to a group is read by all of the group, and by no other group`, async () => {
      const record = await sentToGroup();
      const part = pack === 'town' ? 'options' : 'advice';
      for (const person of group.members) {
        const seen = await (await council.as(person)).read(record);
        assert.ok(seen !== null && partNames(seen).includes(part), `${person.name} reads it`);
      }
      for (const person of council.cast.members.filter((one) => one.group?.id !== group.id))
        assert.equal(await (await council.as(person)).read(record), null, `${person.name} does not`);
      assert.deepEqual(await rival.list('&q=depot').then((rows) => rows.filter((row) => row.ref === record.ref)), []);
    });

    test(`${pack} ${confidential[pack]}: advice and the facts under it are two parts`, async () => {
      const record = await ask();
      await head.use(record, 'answer', given(pack));
      const seen = await member.read(record);
      assert.equal(text(seen, 'advice', 'advice'), given(pack).advice);
      assert.equal(text(seen, 'facts', 'facts'), given(pack).facts);
      assert.ok(!JSON.stringify(seen.parts.find((part) => part.name === 'facts')).includes('break clause'));
    });

    test(`${pack} ${own[pack]}: sent advice stands; a revision by its author is a new version with a reason`, async () => {
      const record = await ask();
      await head.use(record, 'answer', given(pack));
      const twice = await head.tryUse(record, 'answer', given(pack, { advice: 'Sell it.' }));
      assertRefused(twice, twice.body.refused?.clause);
      assertErrors(await head.tryUse(record, 'revise', revision({ why: undefined })), 'why');
      for (const missing of ['objective', 'consistent', 'professional', 'neutral', 'complete'])
        assertErrors(await head.tryUse(record, 'revise', revision({ [missing]: false })), missing);
      const fields = revision();
      const revised = await head.use(record, 'revise', fields);
      const versions = revised.parts.find((part) => part.name === 'advice').entries;
      assert.deepEqual(
        versions.map((entry) => [entry.version, entry.latest, entry.text]).sort((a, b) => a[0] - b[0]),
        [
          [1, 2, given(pack).advice],
          [2, 2, 'Lease it for five years.'],
        ],
      );
      assert.equal(text(await member.read(record), 'revision', 'why'), 'The market fell.');
    });

    test(`${pack} ${own[pack]}: nobody but its author revises advice`, async () => {
      const record = await ask();
      await head.use(record, 'reassign', { to: junior.id });
      await junior.use(record, 'answer', given(pack));
      const fields = revision({ advice: 'Sell it.', why: 'I was asked to.' });
      for (const visitor of [head, member]) {
        const outcome = await visitor.tryUse(record, 'revise', fields);
        assertRefused(outcome, outcome.body.refused?.clause);
        assert.ok(!powers(await visitor.read(record)).includes('revise'));
      }
      assert.equal(text(await junior.use(record, 'revise', fields), 'advice', 'advice'), 'Sell it.');
    });

    test(`${pack} ${release[pack]}: another group asks for the facts and gets the facts part alone`, async () => {
      const source = await sentToGroup();
      const wanted = { seeks: 'facts', subject: 'The old depot', question: 'What is it worth?' };
      const asked = await rival.open(...forGroup(pack, service, wanted));
      const gave = await head.use(asked, 'release', released(pack, { source: source.ref }));
      assert.equal(gave.state, 'answered');
      for (const visitor of [rival, rivalColleague]) {
        const seen = await visitor.read(asked);
        assert.equal(text(seen, 'facts', 'facts'), given(pack).facts);
        assert.ok(!partNames(seen).some((name) => ['advice', 'options', 'attestation'].includes(name)));
        const { told, ...rest } = seen; // whom else the protocol tells is another matter
        const all = JSON.stringify(rest);
        for (const hidden of [source.ref, 'break clause', member.name, group.name])
          assert.ok(!all.includes(hidden), `it tells ${hidden}, and so where the facts come from`);
        assert.ok(!JSON.stringify(told).includes(source.ref));
        assert.equal(await visitor.read(source), null);
        assert.ok(!(await visitor.list()).some((row) => row.ref === source.ref));
      }
      const event = (await rival.read(asked)).timeline.find((one) => one.power === 'release');
      assert.ok(clauses(event).includes(release[pack]));
      assert.equal(
        JSON.stringify(await member.read(source)).includes(rival.name),
        false,
        'nor whom else they were given',
      );
    });

    test(`${pack} ${release[pack]}: facts are released only out of what the Officer may read`, async () => {
      const asked = await ask({ seeks: 'facts' }, rival);
      const other = council.cast.services[1];
      const elsewhere = await member.open('advice', advice(pack, other));
      await (await council.as(other.head)).use(elsewhere, 'answer', given(pack));
      const hidden = await head.tryUse(asked, 'release', released(pack, { source: elsewhere.ref }));
      const absent = await head.tryUse(asked, 'release', released(pack, { source: 'ADV-0000-0000' }));
      assertErrors(hidden, 'source');
      assert.equal(hidden.text, absent.text, 'a hidden source and an absent one get the same answer');
    });

    test(`${pack} ${release[pack]}: facts can be written where there is no record to take them from`, async () => {
      const asked = await ask({ seeks: 'facts' }, rival);
      assert.ok(!powers(await head.read(asked)).includes('answer'), 'facts were asked for, not advice');
      await head.use(asked, 'give-facts', released(pack, { facts: 'It has four gates.' }));
      assert.equal(text(await rival.read(asked), 'facts', 'facts'), 'It has four gates.');
    });

    test(`${pack}: the five powers that an enquiry has, advice has too: ask back, acknowledge, narrow, refuse, withdraw`, async () => {
      const record = await ask();
      await head.use(record, 'ask-back', { asked: 'For how long?' });
      await member.use(record, 'reply', { reply: 'Ten years.' });
      await head.use(record, 'acknowledge', { explanation: 'The valuer comes next week.', expected: '2026-07-17' });
      assert.equal(duty(await member.read(record), 'complete').due, '2026-07-17');
      await head.use(record, 'narrow', { proposal: 'The yard only.' });
      await member.use(record, 'decline');
      const no = { reason: 'A sale is under way.', 'other-way': 'none' };
      assert.equal((await head.use(record, 'refuse', no)).state, 'refused');
      await member.use(record, 'follow-up', { more: 'It was called off.' });
      assert.equal((await member.use(record, 'withdraw')).state, 'withdrawn');
    });

    test(`${pack}: why tells that advice cannot be answered with an enquiry's powers, and cites`, async () => {
      const record = await ask({ seeks: 'facts' });
      const why = await head.why(record, 'answer');
      assert.equal(why.allowed, false);
      assert.match(why.say, /not belong to what was asked/);
      assert.ok(why.clause);
    });
  });
}
