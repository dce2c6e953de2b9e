// Enquiries, advice and what stands for it to a group (group-report), state by state under each protocol: what each
// person reads, can do and owes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advice, answer, attested, enquiry, forGroup, given, protocols, sentToGroup } from '../lib/protocol.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { duty } from '../lib/visitor.mjs';
import { within } from '../lib/within.mjs';

const read = { northampton: '3.15', county: '1.7.1', town: '6.1(h)' };
const adviceRead = { northampton: '3.15', county: '1.11.3', town: '6.1(h)' };
const own = { northampton: ['consult'], county: ['treat-as-foi'], town: [] };

const acknowledgement = { explanation: 'The contractor is asked.', expected: '2026-07-22' };
const refusal = { reason: 'It is not ours.', 'other-way': 'some', alternative: 'Ask the parish.' };

/** What can be done in each state: by who deals with it, and by who asked. The head of the service can hand it on in most. */
const ways = (pack, answers) => ({
  open: [['acknowledge', ...answers, 'ask-back', 'narrow', 'reassign', 'refuse', ...own[pack]], ['withdraw']],
  acknowledged: [['acknowledge', ...answers, 'ask-back', 'narrow', 'reassign', 'refuse', ...own[pack]], ['withdraw']],
  asked: [answers.includes('report') ? ['reassign', 'refuse'] : ['reassign'], ['reply', 'withdraw']], // a report is refused at any time
  proposed: [[...answers, 'reassign', 'refuse'], ['accept', 'decline', 'withdraw']],
  answered: [[], ['close', 'follow-up']],
  refused: [[], ['close', 'follow-up']],
  closed: [[], ['follow-up']],
  withdrawn: [[], []],
});

/**
 * How a record stands that was handed on to the junior: `parts` are those with something in them, `secret` those that only
 * opener and handler read, `author` what only the author of an answer can do.
 */
function standing(at, answers, askers, readers) {
  const among = [at.member, at.colleague, at.leader, at.supporter, at.head, at.junior, at.otherHead, at.chief, at.monitor];
  const states = ways(at.pack, answers);
  return (record, state, { parts, secret = [], answeredOnce, author = [], owes = {}, askerOwes = {} }) => {
    const [handler, asker] = states[state];
    const telling = at.pack === 'northampton' && answeredOnce ? ['keep-from-leadership', 'tell-leadership'] : [];
    const names = at.pack === 'northampton' && !['closed', 'withdrawn'].includes(state) ? ['allow-names'] : [];
    const inside = [...parts, 'handling'];
    const own = at.pack === 'county' && answeredOnce ? ['telling'] : [];
    return assertStands(
      at.council,
      record,
      state,
      [
        [at.head, { reads: [...inside, ...own], can: [...handler.filter((power) => power === 'reassign'), ...names, ...telling] }],
        [at.junior, { reads: [...inside, ...own, ...secret], can: [...handler, ...telling, ...author], owes }],
        ...askers.map((who) => [
          who,
          { reads: who === at.member ? [...parts, ...secret] : parts, can: asker, owes: who === at.member ? askerOwes : {} },
        ]),
        ...readers.map((who) => [who, { reads: parts }]),
        ...(at.pack === 'town' ? [[at.chief, { reads: ['handling'] }]] : []), // the notes of who hands it on
      ],
      null,
      among,
    );
  };
}

for (const [pack, protocol] of Object.entries(protocols))
  within(pack, (at) => {
    const { due } = protocol.respond;
    const tell = pack === 'northampton' ? { tell: '2026-07-13' } : {};

    /** From open to closed and back, with every power that leads on. */
    async function walk(record, stands, { parts, secret = [], answerIt, written, author = [], refuse = refusal }) {
      const has = (more) => ({ parts: [...parts, ...more.parts], secret, answeredOnce: true, ...more.rest });
      let now = [];
      const after = (state, rest, ...more) => {
        now = [...new Set([...now, ...more])];
        return stands(record, state, has({ parts: now, rest }));
      };
      await stands(record, 'open', { parts, secret, owes: { respond: due } });
      await answerIt(record);
      await after('answered', { author, owes: tell }, ...written);
      await at.member.use(record, 'follow-up', { more: 'And the others?' });
      await after('open', { owes: { respond: due, ...tell } });
      await at.junior.use(record, 'ask-back', { asked: 'Which?' });
      await after('asked', { owes: { respond: 'paused', ...tell }, askerOwes: { reply: '2026-08-03' } }, 'asked-back');
      await at.member.use(record, 'reply', { reply: 'All.' });
      await at.junior.use(record, 'acknowledge', acknowledgement);
      await after('acknowledged', { owes: { complete: '2026-07-22', ...tell } }, 'acknowledgement');
      await at.junior.use(record, 'ask-back', { asked: 'By when?' });
      await after('asked', { owes: { complete: 'paused', ...tell }, askerOwes: { reply: '2026-08-03' } });
      await at.member.use(record, 'reply', { reply: 'Soon.' });
      await at.junior.use(record, 'narrow', { proposal: 'One of them.' });
      await after('proposed', { owes: { complete: 'paused', ...tell }, askerOwes: { decide: '2026-07-20' } }, 'narrower');
      await at.member.use(record, 'decline');
      await at.junior.use(record, 'narrow', { proposal: 'Two of them.' });
      await at.member.use(record, 'accept');
      await after('acknowledged', { owes: { complete: '2026-07-22', ...tell } });
      await at.junior.use(record, 'refuse', refuse);
      await after('refused', { owes: tell }, 'refusal');
      await at.member.use(record, 'close');
      await after('closed', { author, owes: tell });
      await at.member.use(record, 'follow-up', { more: 'It is ours.' });
      await after('open', { owes: { respond: due, ...tell } });
      await at.member.use(record, 'withdraw');
      await after('withdrawn', { owes: tell });
    }

    test(`${pack} ${read[pack]}: of an enquiry, everybody reads, does and owes what is theirs, in every state`, async () => {
      const forThem = { for: 'constituent', 'constituent-name': 'Ida Wells', 'constituent-consent': true };
      await assertOpenTo(at.council, 'enquiry', at.cast.members);
      const record = await at.member.open('enquiry', enquiry(pack, at.service, { ...forThem, 'constituent-contact': '01604' }));
      await at.head.use(record, 'reassign', { to: at.junior.id, note: 'Yours.' });
      const seen = await at.junior.read(record);
      const marked = pack === 'county' ? ['constituent', 'handling'] : ['constituent']; // where what has no mark is confidential
      assert.deepEqual(seen.parts.filter((part) => part.confidential).map((part) => part.name), marked);
      const answerIt = () => at.junior.use(record, 'answer', answer(pack));
      const stands = standing(at, ['answer'], [at.member], []);
      await walk(record, stands, { parts: ['question'], secret: ['constituent'], answerIt, written: ['answer'] });
    });

    test(`${pack} ${adviceRead[pack]}: of advice to a group, everybody reads, does and owes what is theirs, in every state`, async () => {
      const inGroups = at.cast.members.filter((person) => person.group);
      await assertOpenTo(at.council, forGroup(pack, at.service)[0], pack === 'town' ? inGroups : at.cast.members);
      const record = await at.member.open(...forGroup(pack, at.service));
      await at.head.use(record, 'reassign', { to: at.junior.id, note: 'Yours.' });
      const [power, filled] = sentToGroup(pack, given(pack).facts, 'Lease it, or sell it.');
      const written = pack === 'town' ? ['attestation', 'facts', 'options'] : ['advice', 'attestation', 'facts'];
      const author = pack === 'town' ? ['revise-facts'] : ['revise', 'revise-facts'];
      const answerIt = () => at.junior.use(record, power, filled);
      const stands = standing(at, [power], [at.member, at.leader], [at.colleague]);
      const refuse = pack === 'town' ? { reason: 'It is not ours.' } : refusal;
      await walk(record, stands, { parts: ['question'], answerIt, written, author, refuse });
    });

    if (pack === 'town')
      test('town 6.1(h), 8.1: of advice to one Councillor, everybody reads, does and owes what is theirs, in every state', async () => {
        await assertOpenTo(at.council, 'advice', at.cast.members);
        const record = await at.member.open('advice', advice(pack, at.service));
        await at.head.use(record, 'reassign', { to: at.junior.id, note: 'Yours.' });
        const answerIt = () => at.junior.use(record, 'answer', given(pack));
        const [written, author] = [['advice', 'attestation', 'facts'], ['revise', 'revise-facts']];
        await walk(record, standing(at, ['answer'], [at.member], []), { parts: ['question'], answerIt, written, author });
      });

    test(`${pack} ${adviceRead[pack]}: only the facts are given where facts are asked for, and their author revises them`, async () => {
      const record = await at.member.open('advice', advice(pack, at.service, { seeks: 'facts' }));
      await at.head.use(record, 'reassign', { to: at.junior.id, note: 'Yours.' });
      const stands = standing(at, ['give-facts', 'release'], [at.member], []);
      await stands(record, 'open', { parts: ['question'], owes: { respond: due } });
      const { meeting } = given(pack);
      const facts = { facts: 'It has four gates.', ...(meeting && { meeting }) };
      await at.junior.use(record, 'give-facts', facts);
      const known = { answeredOnce: true, author: ['revise-facts'], owes: tell };
      await stands(record, 'answered', { ...known, parts: ['facts', 'question'] });
      await at.junior.use(record, 'revise-facts', { facts: 'It has five gates.', 'why-facts': 'One was found.' });
      await stands(record, 'answered', { ...known, parts: ['facts', 'question', 'revision'] });
      const versions = (await at.member.read(record)).parts.find((part) => part.name === 'facts').entries;
      assert.equal(versions.length, 2, 'what was given first stays');
    });

    test(`${pack} ${protocol.respond.clause}: an answer or a refusal ends what is owed of it, wherever it comes`, async () => {
      const advised = { advice: 'Lease it.', facts: 'It has gates.', ...attested, ...given(pack) };
      for (const [procedure, fields, done] of [
        ['enquiry', enquiry(pack, at.service), answer(pack)],
        ['advice', advice(pack, at.service), advised],
      ])
        for (const [power, filled] of [['answer', done], ['refuse', refusal]]) {
          const proposed = await at.member.open(procedure, fields);
          await at.head.use(proposed, 'narrow', { proposal: 'Half of it.' });
          const promised = await at.member.open(procedure, fields);
          await at.head.use(promised, 'acknowledge', acknowledgement);
          for (const record of [proposed, promised]) {
            await at.head.use(record, power, filled);
            assert.deepEqual(await at.member.dutiesOf(record), []);
            const owed = (await at.head.dutiesOf(record)).map((one) => one.name);
            assert.deepEqual(owed, pack === 'northampton' && power === 'answer' ? ['tell'] : []);
          }
        }
    });
  });

within('northampton', (at) => {
  for (const [procedure, fields, answers] of [
    ['enquiry', enquiry, answer],
    ['advice', advice, given],
  ])
    test(`northampton 3.7: of ${procedure}, the Chief Executive reads the question once they are asked, and the Member learns nothing`, async () => {
      const among = [at.member, at.leader, at.head, at.junior, at.chief, at.monitor];
      for (const [power, filled, state] of [['answer', answers('northampton'), 'answered'], ['refuse', refusal, 'refused']]) {
        const record = await at.member.open(procedure, fields('northampton', at.service));
        await at.head.use(record, 'consult', { doubt: 'May it leave the service?' });
        const can = [...ways('northampton', ['answer']).open[0], 'allow-names'];
        await assertStands(at.council, record, 'open', [
          [at.member, { reads: ['question'], can: ['withdraw'], knows: ['open'] }],
          [at.head, { reads: ['counsel', 'question'], can, owes: { respond: '2026-07-13' }, knows: ['open', 'consult'] }],
          [at.chief, { reads: ['counsel', 'question'], can: ['counsel'], owes: { counsel: '2026-07-08' } }],
        ], null, among);
        assert.equal(duty(await at.member.read(record), 'counsel'), undefined);
        await at.head.use(record, power, filled);
        assert.equal((await at.head.read(record)).state, state);
        assert.deepEqual(await at.chief.dutiesOf(record), []);
      }
      const record = await at.member.open(procedure, fields('northampton', at.service));
      await at.head.use(record, 'reassign', { to: at.junior.id });
      await at.junior.use(record, 'consult', { doubt: 'May it leave the service?' });
      await at.junior.use(record, 'acknowledge', acknowledgement);
      assert.deepEqual((await at.chief.read(record)).powers.map((one) => one.name), ['counsel']);
      await at.junior.use(record, 'narrow', { proposal: 'Half of it.' });
      assert.deepEqual((await at.chief.read(record)).powers.map((one) => one.name), ['counsel']);
      await at.member.use(record, 'accept');
      await at.junior.use(record, 'ask-back', { asked: 'Which?' });
      await at.chief.use(record, 'counsel', { counsel: 'It may.' });
      assert.deepEqual(await at.chief.dutiesOf(record), []);
      const whole = ['acknowledgement', 'asked-back', 'counsel', 'narrower', 'question'];
      await assertStands(at.council, record, 'asked', [
        [
          at.member,
          {
            reads: ['acknowledgement', 'asked-back', 'narrower', 'question'],
            can: ['reply', 'withdraw'],
            owes: { reply: '2026-08-03' },
            knows: ['open', 'acknowledge', 'narrow', 'accept', 'ask-back'],
          },
        ],
        [at.head, { reads: whole, can: ['allow-names', 'reassign'] }],
        [at.junior, { reads: whole, can: ['reassign'], owes: { complete: 'paused' } }],
        [at.chief, { reads: ['counsel', 'question'], can: ['counsel'] }],
      ], null, among);
    });
});
