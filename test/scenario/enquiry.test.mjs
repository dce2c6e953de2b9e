// An enquiry under each of the three protocols, with every power that it has.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertErrors, assertRefused, demo } from '../lib/council.mjs';
import { answer, enquiry, protocols } from '../lib/protocol.mjs';
import { clauses, duty, events, partNames, powers, text } from '../lib/visitor.mjs';

const readers = { northampton: '3.15', county: '1.7.1', town: '6.1(h)' };
const personal = { northampton: '3.15', county: '1.7.1, 1.8.3, 1.8.4', town: '6.1(h), 7.9' };
const alike = { northampton: '2020-3.1.4.4', county: '1.7.1', town: '3.2' };
const narrower = { northampton: '3.4', county: '1.7.6', town: '6.1(f)' };
const inside = { northampton: '3.9', county: '1.11.5', town: '3.3' };

for (const [pack, protocol] of Object.entries(protocols)) {
  describe(pack, () => {
    let council, service, member, colleague, head, junior, otherHead;

    before(async () => {
      council = await demo({ pack });
      const { cast } = council;
      service = cast.services[0];
      const group = cast.groups.find((one) => one.backbenchers.length >= 2);
      [member, colleague] = await Promise.all(group.backbenchers.map((person) => council.as(person)));
      head = await council.as(service.head);
      junior = await council.as(service.juniors[0]);
      otherHead = await council.as(cast.services[1].head);
    });
    after(() => council?.stop());

    const ask = (more) => member.open('enquiry', enquiry(pack, service, more));

    // ---- before it is sent

    test(`${pack} ${protocol.route}: before sending, the Member sees who will answer`, async () => {
      const preview = await member.preview('enquiry', enquiry(pack, service));
      assert.ok(preview.handler.includes(head.name), preview.handler);
      assert.equal(clauses(preview.route)[0], protocol.route);
    });

    test(`${pack} ${protocol.respond.clause}: before sending, the Member sees the date, and how it was counted`, async () => {
      const { due } = await member.preview('enquiry', enquiry(pack, service));
      assert.equal(due.due, protocol.respond.due);
      assert.equal(clauses(due)[0], protocol.respond.clause);
      assert.equal(due.working[0], 'Mon 6 July received');
      assert.match(due.working.at(-1), /due$/);
      assert.ok(due.working.length > 2, due.working.join());
    });

    test(`${pack} ${readers[pack]}: before sending, the Member sees who will be able to read it`, async () => {
      const fields = { for: 'constituent', 'constituent-name': 'Ida Wells', 'constituent-consent': true };
      const { audience } = await member.preview('enquiry', enquiry(pack, service, fields));
      assert.ok(
        audience.every((line) => clauses(line).length > 0),
        'every line cites its clause',
      );
      const titles = [...new Set(audience.map((line) => line.part))];
      assert.ok(titles.includes('The constituent') && titles.includes('The question'), titles.join());
      for (const line of audience)
        assert.ok(line.who.includes(member.name) || line.who.includes(head.name) || pack === 'town', line.who);
    });

    test(`${pack} ${protocol.open}: before sending, the Member sees how many of theirs the service has already`, async () => {
      const before = (await member.preview('enquiry', enquiry(pack, service))).open;
      const record = await ask();
      const after = (await member.preview('enquiry', enquiry(pack, service))).open;
      assert.equal(after.count, before.count + 1);
      assert.equal(clauses(after)[0], protocol.open);
      await member.use(record, 'withdraw');
      assert.equal((await member.preview('enquiry', enquiry(pack, service))).open.count, before.count);
    });

    test(`${pack}: looking at it before sending changes nothing`, async () => {
      const before = [await member.list(), await head.duties(), await head.notices()];
      await member.preview('enquiry', enquiry(pack, service));
      assert.deepEqual([await member.list(), await head.duties(), await head.notices()], before);
    });

    test(`${pack} ${protocol.party.enquiry}: party business is refused, with its clause, before and on sending`, async () => {
      const before = await member.list();
      const fields = enquiry(pack, service, { purpose: 'party' });
      assertRefused(await member.tryPreview('enquiry', fields), protocol.party.enquiry);
      assertRefused(await member.tryOpen('enquiry', fields), protocol.party.enquiry);
      assert.deepEqual(await member.list(), before);
    });

    test(`${pack}: an Officer does not open an enquiry, and is told why`, async () => {
      const outcome = await junior.tryOpen('enquiry', enquiry(pack, service));
      assertRefused(outcome, outcome.body.refused?.clause);
      assert.match(outcome.body.refused.say, /^Only a (Member|Councillor)/);
    });

    test(`${pack} ${alike[pack]}: a Member without a group asks like any other`, async () => {
      const loner = await council.as(council.cast.ungrouped[0]);
      const record = await loner.open('enquiry', enquiry(pack, service));
      assert.equal(record.state, 'open');
      assert.equal(duty(record, 'respond').due, protocol.respond.due);
    });

    test(`${pack}: what is missing is said beside its field, all at once`, async () => {
      const wanted = ['for', 'purpose', 'question', 'service', 'subject'];
      assertErrors(await member.tryOpen('enquiry', {}), ...wanted, ...(pack === 'town' ? ['instruction'] : []));
    });

    // ---- who gets it, and who sees it

    test(`${pack} ${protocol.route}: it goes to the head of the service, who owes the answer by the date that was shown`, async () => {
      const record = await ask();
      assert.equal(record.state, 'open');
      assert.ok(record.handler.includes(head.name));
      assert.match(record.status, /13 July|20 July/);
      const owed = (await head.dutiesOf(record))[0];
      assert.equal(owed.name, 'respond');
      assert.equal(owed.due, protocol.respond.due);
      assert.equal(owed.mine, true);
      assert.equal(clauses(owed)[0], protocol.respond.clause);
      assert.deepEqual(await junior.dutiesOf(record), []);
      assert.deepEqual(await member.dutiesOf(record), []);
    });

    test(`${pack} ${readers[pack]}: the Member and the head of the service see it, and nobody else`, async () => {
      const record = await ask({ subject: 'Heard of nowhere else' });
      const see = [];
      for (const visitor of await council.everybody()) {
        const listed = (await visitor.list()).some((row) => row.ref === record.ref);
        const found = (await visitor.list('&q=nowhere')).some((row) => row.ref === record.ref);
        const read = (await visitor.read(record)) !== null;
        assert.equal(listed, read, `${visitor.name}: list and page agree`);
        assert.equal(found, read, `${visitor.name}: search and page agree`);
        if (read) see.push(visitor.name);
      }
      const expected = new Set([member.name, head.name]);
      assert.deepEqual(see.sort(), [...expected].sort());
    });

    test(`${pack}: every power, duty and audience on a record cites its clause, with our summary`, async () => {
      for (const record of [await ask(), await head.read(await ask())]) {
        const lines = [...record.powers, ...record.duties, ...record.audience, ...record.timeline];
        assert.ok(record.powers.length > 0 && record.duties.length > 0 && record.audience.length > 0);
        for (const line of lines) {
          assert.ok(line.cites.length > 0, JSON.stringify(line));
          assert.ok(line.cites.every((clause) => clause.summary.length > 5));
        }
      }
    });

    test(`${pack} ${personal[pack]}: a constituent's name is read by the Member and the handler only`, async () => {
      const record = await ask({
        for: 'constituent',
        'constituent-name': 'Ottoline Marchbanks',
        'constituent-contact': '01604 496 0000',
        'constituent-consent': true,
      });
      assert.equal(text(record, 'constituent', 'constituent-name'), 'Ottoline Marchbanks');
      assert.equal(text(await head.read(record), 'constituent', 'constituent-name'), 'Ottoline Marchbanks');
      await head.use(record, 'reassign', { to: junior.id });
      assert.equal(text(await junior.read(record), 'constituent', 'constituent-contact'), '01604 496 0000');
      const seenByHead = await head.read(record);
      assert.ok(!partNames(seenByHead).includes('constituent'), 'the head of the service is not the handler any more');
      assert.ok(!JSON.stringify(seenByHead).includes('Marchbanks'));
      assert.deepEqual(await head.list('&q=Marchbanks'), []);
      assert.equal((await junior.list('&q=Marchbanks')).length, 1);
    });

    test(`${pack} ${personal[pack]}: asking for a constituent wants the name and the consent`, async () => {
      const outcome = await member.tryOpen('enquiry', enquiry(pack, service, { for: 'constituent' }));
      assertErrors(outcome, 'constituent-name', 'constituent-consent');
    });

    test(`${pack} ${personal[pack]}: who asks for themselves is asked nothing of a constituent, and what is sent all the same is not kept`, async () => {
      const record = await ask({ 'constituent-name': 'Ada Bell', 'constituent-contact': '01234 567890', 'constituent-consent': true });
      assert.ok(!partNames(record).includes('constituent'), partNames(record).join());
    });

    // ---- the powers

    test(`${pack} ${protocol.respond.clause}, C.1: answer, and close`, async () => {
      const record = await ask();
      const answered = await head.use(record, 'answer', answer(pack));
      assert.equal(answered.state, 'answered');
      assert.deepEqual(await head.dutiesOf(record).then((list) => list.filter((one) => one.name === 'respond')), []);
      const seen = await member.read(record);
      assert.equal(text(seen, 'answer', 'answer'), 'All three will be mended on Thursday.');
      assert.ok(powers(seen).includes('close') && powers(seen).includes('follow-up'), powers(seen).join());
      const closed = await member.use(record, 'close');
      assert.equal(closed.state, 'closed');
      assert.equal(closed.open, false);
      assert.ok(!(await member.list('&state=open')).some((row) => row.ref === record.ref));
      assert.ok((await member.list('&state=closed')).some((row) => row.ref === record.ref));
    });

    test(`${pack} C.2: hand on: the duty goes with the record, the head keeps sight of it, the note stays inside`, async () => {
      const record = await ask();
      const handed = await head.use(record, 'reassign', { to: junior.id, note: 'Please ring the contractor' });
      assert.equal(duty(handed, 'respond').mine, false);
      assert.deepEqual(await head.dutiesOf(record), []);
      assert.equal((await junior.dutiesOf(record))[0].due, protocol.respond.due);
      assert.equal(text(await junior.read(record), 'handling', 'note'), 'Please ring the contractor');
      assert.equal(text(await head.read(record), 'handling', 'note'), 'Please ring the contractor');
      const seen = await member.read(record);
      assert.ok(!JSON.stringify(seen).includes('contractor'));
      assert.ok(!events(seen).includes('reassign'));
      assert.equal((await junior.use(record, 'answer', answer(pack))).state, 'answered');
    });

    test(`${pack} ${inside[pack]}, C.2: it is handed on inside the service only, and can be taken back`, async () => {
      const record = await ask();
      assertErrors(await head.tryUse(record, 'reassign', { to: otherHead.id }), 'to');
      assertErrors(await head.tryUse(record, 'reassign', { to: member.id }), 'to');
      await head.use(record, 'reassign', { to: junior.id });
      assert.equal((await otherHead.tryUse(record, 'reassign', { to: otherHead.id })).status, 404);
      await head.use(record, 'reassign', { to: head.id });
      assert.equal(await junior.read(record), null, 'who handed it back sees it no more');
      assert.equal((await head.dutiesOf(record))[0].name, 'respond');
    });

    test(`${pack} ${protocol.respond.clause}: acknowledge: the explanation and the date start the second clock`, async () => {
      const record = await ask();
      const fields = { explanation: 'The contractor is asked; parts are on the way.', expected: '2026-07-22' };
      const acknowledged = await head.use(record, 'acknowledge', fields);
      assert.equal(acknowledged.state, 'acknowledged');
      assert.equal(duty(acknowledged, 'respond'), undefined);
      assert.equal(duty(acknowledged, 'complete').due, '2026-07-22');
      const seen = await member.read(record);
      assert.equal(text(seen, 'acknowledgement', 'explanation'), fields.explanation);
      assert.match(seen.status, /22 July/);
      const answered = await head.use(record, 'answer', answer(pack));
      assert.equal(duty(answered, 'complete'), undefined);
    });

    test(`${pack} ${protocol.respond.clause}: an acknowledgement without an explanation, or with a date in the past, is none`, async () => {
      const record = await ask();
      assertErrors(await head.tryUse(record, 'acknowledge', {}), 'explanation', 'expected');
      assertErrors(
        await head.tryUse(record, 'acknowledge', { explanation: 'Later.', expected: '2026-07-03' }),
        'expected',
      );
      assertErrors(
        await head.tryUse(record, 'acknowledge', { explanation: 'Later.', expected: '2026-02-30' }),
        'expected',
      );
      assert.equal((await member.read(record)).state, 'open');
    });

    test(`${pack} C.3: ask back: the clock stops and says so; the Member owes the reply`, async () => {
      const record = await ask();
      const asked = await head.use(record, 'ask-back', { asked: 'Which end of Mill Lane?' });
      assert.equal(asked.state, 'asked');
      assert.equal(duty(asked, 'respond').paused, true);
      assert.equal(duty(asked, 'respond').due, null);
      const seen = await member.read(record);
      assert.match(seen.status, /clock stands still/);
      assert.equal((await member.dutiesOf(record))[0].name, 'reply');
      const replied = await member.use(record, 'reply', { reply: 'The one by the bridge.' });
      assert.equal(replied.state, 'open');
      assert.equal(duty(replied, 'respond').due, protocol.respond.due, 'no day was lost');
      assert.equal(text(await head.read(record), 'asked-back', 'reply'), 'The one by the bridge.');
    });

    test(`${pack} ${protocol.refuse}: a refusal has its reason and another way, or says that there is none`, async () => {
      const [one, two, three] = [await ask(), await ask(), await ask()];
      assertErrors(await head.tryUse(one, 'refuse', {}), 'reason', 'other-way');
      const half = { reason: 'The lamps are not ours.', 'other-way': 'some' };
      assertErrors(await head.tryUse(one, 'refuse', half), 'alternative');
      const refused = await head.use(two, 'refuse', { ...half, alternative: 'Ask the county.' });
      assert.equal(refused.state, 'refused');
      const seen = await member.read(two);
      assert.equal(text(seen, 'refusal', 'reason'), 'The lamps are not ours.');
      assert.equal(text(seen, 'refusal', 'alternative'), 'Ask the county.');
      assert.ok(clauses(seen.timeline.find((event) => event.power === 'refuse')).includes(protocol.refuse));
      await head.use(three, 'refuse', { reason: 'It is not known.', 'other-way': 'none' });
      assert.equal((await member.read(three)).state, 'refused');
      assert.equal((await member.read(one)).state, 'open');
    });

    test(`${pack} ${narrower[pack]}: propose something narrower: the Member accepts, and the request goes on`, async () => {
      const record = await ask();
      const proposed = await head.use(record, 'narrow', { proposal: 'The lamps by the school, by Wednesday.' });
      assert.equal(proposed.state, 'proposed');
      assert.equal(duty(proposed, 'respond').paused, true);
      assert.equal((await member.dutiesOf(record))[0].name, 'decide');
      const accepted = await member.use(record, 'accept');
      assert.equal(accepted.state, 'open');
      assert.equal(text(accepted, 'narrower', 'proposal'), 'The lamps by the school, by Wednesday.');
      assert.equal(duty(accepted, 'respond').paused, false);
    });

    test(`${pack} ${narrower[pack]}: propose something narrower: the Member declines, and the request stands as it was`, async () => {
      const record = await ask();
      await head.use(record, 'acknowledge', { explanation: 'It takes time.', expected: '2026-07-21' });
      await head.use(record, 'narrow', { proposal: 'Half of it.' });
      const declined = await member.use(record, 'decline');
      assert.equal(declined.state, 'acknowledged', 'back to where it was');
      assert.equal(duty(declined, 'decide'), undefined);
    });

    test(`${pack} C.1: withdraw ends it, and everything owed on it`, async () => {
      const record = await ask();
      const withdrawn = await member.use(record, 'withdraw');
      assert.equal(withdrawn.state, 'withdrawn');
      assert.deepEqual(withdrawn.duties, []);
      assert.deepEqual(withdrawn.powers, []);
      assert.deepEqual(await head.dutiesOf(record), []);
    });

    test(`${pack} C.4: follow up: open again, with a new clock`, async () => {
      const record = await ask();
      await head.use(record, 'answer', answer(pack));
      const again = await member.use(record, 'follow-up', { more: 'And the one at the corner?' });
      assert.equal(again.state, 'open');
      assert.equal(duty(again, 'respond').due, protocol.respond.due);
      assert.equal(text(await head.read(record), 'question', 'more'), 'And the one at the corner?');
      await member.use(record, 'withdraw');
    });

    // ---- who may do what, and why

    test(`${pack}: nobody but the handler answers; nobody but the Member withdraws`, async () => {
      const record = await ask();
      const answering = await member.tryUse(record, 'answer', answer(pack));
      assertRefused(answering, answering.body.refused?.clause);
      const withdrawing = await head.tryUse(record, 'withdraw');
      assertRefused(withdrawing, 'C.1');
      assert.equal((await colleague.tryUse(record, 'withdraw')).status, 404);
      assert.equal((await member.read(record)).state, 'open');
    });

    test(`${pack}: why answers for powers that are there`, async () => {
      const record = await ask();
      for (const visitor of [member, head]) {
        const seen = await visitor.read(record);
        for (const power of seen.powers) {
          const why = await visitor.why(record, power.name);
          assert.equal(why.allowed, true, power.name);
          assert.equal(why.clause, clauses(power)[0]);
          assert.ok(why.say.length > 5);
        }
      }
    });

    test(`${pack}: why answers for powers that are not there: not yours, not now, not ever`, async () => {
      const record = await ask();
      const notYours = await member.why(record, 'answer');
      assert.equal(notYours.allowed, false);
      assert.match(notYours.say, /^Only .* can do this/);
      assert.ok(notYours.cites.length > 0);
      const notNow = await member.why(record, 'close');
      assert.equal(notNow.allowed, false);
      assert.match(notNow.say, /while the record is/);
      assert.equal(notNow.clause, 'C.1');
      const notEver = await member.why(record, 'promote');
      assert.equal(notEver.allowed, false);
      assert.ok(notEver.cites.length > 0);
      const clockOnly = await head.why(record, 'lapse');
      assert.equal(clockOnly.allowed, false);
      assert.match(clockOnly.say, /time has run out/);
    });

    test(`${pack}: a power that is not offered is refused when it is tried all the same`, async () => {
      const record = await ask();
      const offered = new Set(powers(await member.read(record)));
      for (const power of ['answer', 'close', 'lapse', 'resume', 'reply', 'accept', 'follow-up']) {
        assert.ok(!offered.has(power), power);
        const outcome = await member.tryUse(record, power);
        assert.equal(outcome.status, 422, `${power}: ${outcome.text}`);
        assert.ok(outcome.body.refused.clause, power);
      }
      assert.deepEqual(powers(await member.read(record)), [...offered]);
    });
  });
}
