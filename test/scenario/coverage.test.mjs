// comity pack coverage: clause by clause, what the program does for it; and the places where guidance is shown.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { packs, refused, root, run } from '../lib/comity.mjs';
import { demo } from '../lib/council.mjs';
import { protocols } from '../lib/protocol.mjs';

/** The lists of clauses that a project may hold beside the source: they are not a part of it. */
const lists = join(root, '../shared/clauses');
const listed = (name) =>
  readFileSync(join(lists, `${name}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t').slice(0, 2));

const coverage = async (pack) => JSON.parse((await run(['pack', 'coverage', pack, '--json'])).stdout).clauses;

/** A council's own clauses: not those of common practice, nor the law's. */
const own = (clauses) => clauses.filter((clause) => !/^(C\.|LA)/.test(clause.id));

for (const pack of Object.keys(protocols)) {
  test(`${pack}: every clause is there with its kind`, { skip: !existsSync(lists) && 'needs ../shared' }, async () => {
    const wanted = [...listed(pack), ...(pack === 'northampton' ? listed('reports') : [])];
    const have = own(await coverage(pack)).map(({ id, kind }) => [id, kind]);
    assert.deepEqual(have.sort(), wanted.sort());
  });

  test(`${pack}: what is enforced has rules, and the words say the same as the JSON`, async () => {
    const clauses = await coverage(pack);
    const words = await run(['pack', 'coverage', pack]);
    for (const { id, kind, status, rules, scenarios } of clauses) {
      assert.ok(words.stdout.includes(`${id}  ${kind}, ${status}\n`), id);
      if (status === 'enforced') assert.ok(rules.length > 0, id);
      for (const line of [...rules.map((rule) => `rule: ${rule}`), ...scenarios]) assert.ok(words.stdout.includes(line));
    }
    const missing = clauses.filter((clause) => clause.status === 'not yet').length;
    assert.match(words.stdout, new RegExp(`^${clauses.length} clauses: .*, ${missing} not yet\\.$`, 'm'));
    assert.equal(words.code, missing === 0 ? 0 : 1);
  });

  test(`${pack}: each clause that is enforced has a scenario that shows it`, async () => {
    const enforced = (await coverage(pack)).filter((clause) => clause.status === 'enforced');
    assert.ok(enforced.length > 20);
    assert.deepEqual(enforced.filter(({ scenarios }) => scenarios.length === 0).map(({ id }) => id), []);
  });

  test(`${pack}: a scenario of the clause on time stands beside its rules`, async () => {
    const { clause } = protocols[pack].respond;
    const whole = (await coverage(pack)).find((one) => one.scenarios.some((name) => name.startsWith(`${pack} ${clause}:`)));
    assert.ok(whole.rules.includes('enquiry: duty respond'), whole.id);
  });
}

test('a pack that is not there has no coverage', async () => {
  await refused(1, 'pack', 'coverage', join(packs, 'nowhere'));
});

test('guidance is shown where the pack says', async () => {
  const council = await demo({ pack: 'northampton' });
  try {
    const { cast } = council;
    const stranger = new Browser(council.address);
    const signIn = await stranger.get('/sign-in');
    assert.match(signIn.text, /What everybody here keeps to.*clauses\/2\.1"/s);
    assert.notEqual((await stranger.get('/expectations')).status, 200);
    const member = await new Browser(council.address).signInAs(cast.groups[0].members[0]);
    const page = await member.get('/expectations');
    for (const id of ['2.1', '5.1', '5.2']) assert.ok(page.text.includes(`/protocol/clauses/${id}"`), id);
    assert.ok(!page.text.includes('/protocol/clauses/3.4"'));
    assert.match((await member.get('/start/enquiry')).text, /Keep in mind.*clauses\/5\.1"/s);
    const training = await member.get('/start/training');
    for (const id of ['2.1', '2.8', '3.1', '5.1']) assert.ok(training.text.includes(`/protocol/clauses/${id}"`), `${id} in the training`);
    const [officer] = cast.services[0].juniors;
    assert.match((await member.get(`/people/${cast.groups[0].members[0].id}`)).text, /clauses\/2\.0-2\.1"/);
    const head = await new Browser(council.address).signInAs(cast.services[0].head);
    assert.match((await head.get(`/people/${officer.id}`)).text, /clauses\/2\.0-2\.2"/);
  } finally {
    await council.stop();
  }
});
