// What is held for ten minutes before it is sent: on a phone and at a desk, with JavaScript and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { Visit, ways } from './visit.mjs';

const HOLD = 'Send in 10 minutes';
const CHECK = 'Check it first, send in 10 minutes';
let council, service, members;

before(async () => {
  council = await demo({ pack: 'northampton' });
  service = council.cast.services.find((one) => one.name === 'Housing');
  members = council.cast.groups.flatMap((group) => group.backbenchers);
});
after(() => council?.stop());

/** Each way has a Member of its own, whose home shows what the others left nowhere. */
const memberOf = (way) => members[ways.indexOf(way)];

/** A Member fills in a request, up to the page on which they check it. */
async function check(way, subject) {
  const visit = await Visit.as(council, memberOf(way), way);
  await visit.go('/start/enquiry');
  await visit.select('Which service should answer?', service.name);
  await visit.choose('Myself, as a Member', 'Council business');
  await visit.fill({ 'What is it about, in a few words?': subject, 'What do you want to know?': 'How many?' });
  await visit.press('Continue');
  return visit;
}

async function headSees(way, subject) {
  const head = await Visit.as(council, service.head, way);
  await head.go('/records');
  return (await head.page.getByRole('main').innerText()).includes(subject);
}

for (const way of ways)
  describe(`Holding ${way.name}`, () => {
    test('a request can be undone, changed and sent, and nobody learns of the first one', async () => {
      const first = `Damp ${way.name}`, second = `Damp and mould ${way.name}`;
      const visit = await check(way, first);
      await visit.press(HOLD);
      await visit.sees(`Enquiry: ${first}`, 'It will be sent at ', 'Until then you can undo it, and nobody else sees it.');
      assert.equal(await headSees(way, first), false);
      await visit.press('Undo: do not send it');
      await visit.sees('It was not sent', 'You took it back.');
      await visit.press('Change it and send it');
      assert.equal(await visit.field('Which service should answer?').inputValue(), service.id);
      await visit.fill({ 'What is it about, in a few words?': second });
      await visit.press('Continue');
      await visit.press('Change your answers');
      await visit.press('Continue');
      await visit.press('Send');
      await visit.isAt(second);
      assert.equal(await headSees(way, second), true);
      await visit.go('/');
      await visit.doesNotSee('Not sent yet', first);
    });

    test('it can be sent at once, or thrown away', async () => {
      const sent = `Roof ${way.name}`, thrown = `Door ${way.name}`;
      const visit = await check(way, sent);
      await visit.press(HOLD);
      await visit.press('Send it now');
      await visit.sees('It was sent.', sent);
      const other = await check(way, thrown);
      await other.press(HOLD);
      await other.press('Undo: do not send it');
      await other.press('Throw it away');
      await other.doesNotSee('Not sent yet');
      assert.equal(await headSees(way, sent), true);
      assert.equal(await headSees(way, thrown), false);
    });

    test('an answer that is held stands on home, and is lost by no change of mind', async () => {
      const member = memberOf(way);
      const asker = await council.as(member);
      const subject = `Gate ${way.name}`;
      const record = await asker.open('enquiry', { service: service.id, for: 'myself', purpose: 'council', subject, question: 'When?' });
      const head = await Visit.as(council, service.head, way);
      await head.go(`/records/${record.ref}/answer`);
      await head.fill({ 'Your answer': 'On Monday.' });
      await head.press(CHECK);
      await head.sees('Who will be able to see it', member.name, 'On Monday.');
      await head.go('/');
      await head.sees('Not sent yet', 'It will be sent at ');
      await head.follow(`Answer: ${subject}`);
      await head.sees('On Monday.');
      await asker.use(record, 'withdraw', {});
      await head.press('Send it now');
      await head.sees('It could not be sent:', 'On Monday.');
      await head.press('Throw it away');
    });
  });

test('what was held is sent when its time has come', async () => {
  const visit = await check(ways[0], 'Fence');
  await visit.press(HOLD);
  await council.clock('2026-07-06T10:10');
  await visit.press('Undo: do not send it');
  await visit.sees('It waits no longer: it was sent, or thrown away.');
  await visit.go('/');
  await visit.doesNotSee('Not sent yet');
  await visit.follow('Fence');
});
