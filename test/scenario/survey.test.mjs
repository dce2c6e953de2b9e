// What is counted and told to all, though nobody reads the records: a survey, and the grounds of equality.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertErrors, watchNotices } from '../lib/council.mjs';
import { assertOpenTo, assertStands } from '../lib/stands.mjs';
import { within } from '../lib/within.mjs';

const questions = ['role', 'roles', 'respect', 'advice', 'answers', 'whom'];
const answers = { roles: 'mostly', respect: 'always', advice: 'always', answers: 'seldom', whom: 'known' };

within('northampton', (at) => {
  /** {value: number of records, or null where it is hidden} of a question of the report. */
  const counted = async (procedure, field) => {
    const { questions } = JSON.parse(await at.council.comity('report', '--json'));
    const { choices } = questions.find((one) => one.procedure === procedure && one.field === field);
    return Object.fromEntries(choices.map(({ value, records }) => [value, records]));
  };
  const survey = (who, more) => who.open('survey', { role: who.person.kind, ...answers, ...more });

  test('northampton 2019-3.1.1: Members and Officers answer a survey, and nobody else reads it or is told', async () => {
    await assertOpenTo(at.council, 'survey', at.cast.people);
    const told = await watchNotices(at.council);
    for (const who of [at.member, at.junior]) {
      const record = await survey(who);
      await assertStands(at.council, record, 'counted', [[who, {}]]);
      assert.ok((await who.read(record)).handler.includes(who.name), 'it goes to nobody else');
    }
    assert.deepEqual(await told(), []);
    for (const [who, role] of [
      [at.member, 'officer'],
      [at.junior, 'member'],
    ])
      assertErrors(await who.tryOpen('survey', { ...answers, role }), 'role');
    assertErrors(await at.member.tryOpen('survey', {}), ...questions);
  });

  test('northampton 2019-3.1.1: the report counts the answers, and hides what would be somebody’s own', async () => {
    for (const who of [at.colleague, at.loner, at.head, at.chief]) await survey(who);
    const { questions: told } = JSON.parse(await at.council.comity('report', '--json'));
    assert.deepEqual(told.filter((one) => one.procedure === 'survey').map((one) => one.field), questions);
    assert.deepEqual(await counted('survey', 'role'), { member: 3, officer: 3 });
    assert.deepEqual(await counted('survey', 'roles'), { always: null, mostly: 6, seldom: null });
    await survey(at.supporter, { roles: 'seldom' });
    assert.deepEqual(await counted('survey', 'roles'), { always: null, mostly: null, seldom: null });
    const text = await at.council.comity('report');
    assert.match(text, /in practice what Members decide[^\n]*\n {2}Nearly always +\(hidden\)\n {2}Mostly +\(hidden\)\n/);
    assert.match(text, /Are you treated with courtesy and respect\?\n {2}Nearly always {7}7 {2}█{30}\n/);
    for (const person of at.cast.people) assert.ok(!text.includes(person.name), 'the report names nobody');
  });

  test('northampton 3.11: the report counts the grounds of equality that concerns name, without names', async () => {
    const concern = { about: 'employee', service: at.service.id, raised: 'raised', neutrality: 'else', subject: 'A meeting', concern: 'They were passed over.' };
    for (const who of [at.member, at.colleague, at.loner, at.member]) await who.open('concern', { ...concern, ground: 'age' });
    for (const who of [at.member, at.colleague, at.loner]) await who.open('concern', { ...concern, ground: 'none' });
    const { none, age, ...others } = await counted('concern', 'ground');
    assert.deepEqual([none, age], [3, 4]);
    assert.deepEqual(new Set(Object.values(others)), new Set([null]));
    await at.supporter.open('concern', { ...concern, ground: 'race' });
    const after = await counted('concern', 'ground');
    assert.deepEqual([after.none, after.age, after.race], [null, 4, null]);
  });

  test('northampton 3.11: and those that complaints name', async () => {
    const complaint = { about: at.supporter.id, subject: 'A meeting', complaint: 'They were talked over.' };
    for (const who of [at.member, at.colleague, at.loner]) await who.open('complaint', { ...complaint, ground: 'gender' });
    assert.equal((await counted('complaint', 'ground')).gender, 3);
  });
});
