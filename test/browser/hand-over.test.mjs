// The head of a service hands several enquiries over at once: on a phone and at a desk, with JavaScript and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { demo } from '../lib/council.mjs';
import { Visit, ways } from './visit.mjs';

let council, service, junior, asker;

before(async () => {
  council = await demo({ pack: 'northampton' });
  service = council.cast.services.find((one) => one.name === 'Housing');
  junior = service.juniors[0];
  asker = await council.as(council.cast.groups[0].backbenchers[0]);
});
after(() => council?.stop());

/** An enquiry that waits with the head. */
const ask = (subject) =>
  asker.open('enquiry', { service: service.id, for: 'myself', purpose: 'council', subject, question: `${subject}?` });

for (const way of ways)
  describe(`Handing over ${way.name}`, () => {
    test('several at once go to a colleague, each with its note, and say so', async () => {
      const subjects = ['Lift', 'Roof', 'Door'].map((what) => `${what} ${way.name}`);
      for (const subject of subjects) await ask(subject);
      const visit = await Visit.as(council, service.head, way);
      await visit.go('/');
      await visit.follow('Hand over your work');
      await visit.choose(subjects[0], subjects[2]);
      await visit.selectOne('Who should deal with it?', junior.name);
      await visit.press('Hand on');
      await visit.isAt('What was handed over');
      await visit.sees(subjects[0], subjects[2], 'Handed on');
      await visit.doesNotSee(subjects[1]);
      const colleague = await Visit.as(council, junior, way);
      await colleague.go('/');
      await colleague.sees(subjects[0], subjects[2]);
      await colleague.doesNotSee(subjects[1]);
    });

    test('all that the page showed go at once, and none that came since', async () => {
      const name = `Everything ${way.name}`;
      const head = council.cast.services.find((one) => one.name === 'Planning').head;
      const visit = await Visit.as(council, head, way);
      await visit.go('/hand-over');
      const shown = await visit.page.locator('input[name^="shown_records"]').count();
      assert.ok(shown > 1);
      await asker.open('enquiry', { service: 's-planning', for: 'myself', purpose: 'council', subject: name, question: `${name}?` });
      await visit.choose('All of these');
      await visit.selectOne('Who should deal with it?', 'Amy Lund');
      await visit.press('Hand on');
      await visit.isAt('What was handed over');
      await visit.sees('Done.');
      assert.equal(await visit.page.locator('.govuk-summary-list__row').count(), shown);
      await visit.doesNotSee(name);
      await visit.go('/hand-over');
      await visit.sees(name);
    });

    test('with none chosen, or nobody named, the form says what is missing and keeps the rest', async () => {
      const subject = `Gate ${way.name}`;
      await ask(subject);
      const visit = await Visit.as(council, service.head, way);
      await visit.go('/hand-over');
      await visit.selectOne('Who should deal with it?', junior.name);
      await visit.press('Hand on');
      assert.deepEqual(await visit.errors(), ['Choose at least one record']);
      assert.equal(await visit.field('Who should deal with it?').inputValue(), junior.id);
      await visit.go('/hand-over');
      await visit.field('Who should deal with it?').selectOption(''); // what was chosen is kept in the tab
      await visit.choose(subject);
      await visit.press('Hand on');
      assert.deepEqual(await visit.errors(), ['Choose a person']);
      assert.ok(await visit.field(subject).isChecked());
    });

    test('a Member has nothing to hand over', async () => {
      const visit = await Visit.as(council, council.cast.members[0], way);
      await visit.go('/hand-over');
      await visit.sees('There is nothing with you that you can hand on.');
    });
  });
