// The equality report: what each group, Members without one and each service have of requests, and nothing of one Member.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Browser } from '../lib/browser.mjs';
import { refused } from '../lib/comity.mjs';
import { demo, young } from '../lib/council.mjs';
import { advice, answer, enquiry } from '../lib/protocol.mjs';

const pack = 'northampton';
const day = { first: '2026-07-06', second: '2026-07-07', third: '2026-07-14' };

describe('report', () => {
  let council, group, otherGroup, service, otherService, head;

  const report = async (...options) => JSON.parse(await council.comity('report', '--json', ...options));
  const lineOf = (lines, unit) => lines.find((line) => line.id === (unit?.id ?? null));
  const ask = async (person, of = service) => (await council.as(person)).open('enquiry', enquiry(pack, of));

  // Monday: three of a group ask, and two of another; one is answered at once, one on Tuesday, one on Wednesday
  // refused. Of a Member without a group there are three, all of one Member.
  before(async () => {
    council = await young({ pack });
    const { cast } = council;
    [group, otherGroup] = [...cast.groups].sort((a, b) => b.members.length - a.members.length);
    [service, otherService] = cast.services;
    head = await council.as(service.head);
    const asked = [];
    for (const person of group.members.slice(0, 3)) asked.push(await ask(person));
    for (const person of otherGroup.members.slice(0, 2)) await ask(person, otherService);
    for (let i = 0; i < 3; i++) await ask(cast.ungrouped[0]);
    await (await council.as(group.members[0])).open('advice', advice(pack, service));
    await head.use(asked[0], 'answer', answer(pack));
    await council.clock('2026-07-07T09:00:00Z');
    await head.use(asked[1], 'answer', answer(pack));
    await council.clock('2026-07-08T09:00:00Z');
    await head.use(asked[2], 'refuse', { reason: 'That is not known.', 'other-way': 'none' });
    await council.clock('2026-07-14T09:00:00Z');
    for (const person of group.members.slice(0, 4)) await ask(person, otherService);
  });
  after(() => council?.stop());

  test('northampton 2.4: what each group asked for, what became of it, and how long that took', async () => {
    const { groups, from, to } = await report('--from', day.first, '--to', day.first);
    assert.deepEqual([from, to], [day.first, day.first]);
    const { name, procedures, ...line } = lineOf(groups, group);
    assert.equal(name, group.name);
    assert.deepEqual([...new Set(Object.values(procedures))], [null], 'the one for advice is one Member’s, and the others would tell of it');
    assert.deepEqual(line, {
      id: group.id,
      hidden: null,
      opened: 4,
      answered: 2,
      refused: 1,
      missed_duties: line.missed_duties,
      median_working_days: 1,
    });
    assert.ok(line.missed_duties >= 1, 'the advice was never sent');
  });

  test('northampton 2.4: how many of them were of which procedure, where that is nobody’s alone', async () => {
    const { procedures } = lineOf((await report('--from', day.third)).groups, group);
    assert.deepEqual(Object.entries(procedures).filter(([, count]) => count !== null), [['enquiry', 4]]);
  });

  test('northampton 2.4: every group is in it, also one that asked for nothing', async () => {
    const { groups } = await report();
    assert.deepEqual(
      groups.map((line) => line.id).sort(),
      [...council.cast.groups.map((one) => one.id), null].sort(),
    );
  });

  test('northampton 2020-3.1.4.4: Members without a group have a line of their own', async () => {
    assert.equal(lineOf((await report()).groups, null).name, 'Members without a group');
  });

  test('northampton 2.4: the same for each service', async () => {
    const { services } = await report('--from', day.first, '--to', day.first);
    const line = lineOf(services, service);
    assert.equal(line.opened, 7);
    assert.equal(line.answered, 2);
    assert.equal(line.refused, 1);
    assert.equal(line.median_working_days, 1);
  });

  test('northampton 2.4: figures that would point at one Member are not there', async () => {
    const { groups, services } = await report('--from', day.first, '--to', day.first);
    const few = { hidden: 'fewer than 3' };
    assert.deepEqual(lineOf(groups, otherGroup), { id: otherGroup.id, name: otherGroup.name, ...few });
    const { spared, ...line } = lineOf(services, otherService);
    assert.deepEqual(line, { id: otherService.id, name: otherService.name, ...few });
    assert.equal(spared, 'fewer than 3');
    const alone = lineOf(groups, null);
    assert.equal(alone.hidden, 'from fewer than 3 people');
    assert.equal(alone.opened, undefined);
  });

  test('northampton 2.4: no Member is in it', async () => {
    const printed = (await council.comity('report')) + (await council.comity('report', '--json'));
    for (const member of council.cast.members) assert.ok(!printed.includes(member.name), member.name);
  });

  test('northampton 2.4: only the days that were asked for count', async () => {
    const opened = async (...options) => lineOf((await report(...options)).groups, group).opened;
    assert.equal(await opened('--from', day.third), 4);
    assert.equal(await opened('--to', day.second), 4);
    assert.equal(await opened(), 8);
    assert.equal(await opened('--from', day.second, '--to', day.second), undefined);
  });

  test('report: people get a table', async () => {
    const printed = await council.comity('report', '--from', day.first, '--to', day.first);
    assert.match(printed, /^Requests opened from Monday 6 July 2026 to Monday 6 July 2026$/m);
    assert.match(printed, new RegExp(`^${group.name} +4 +2 +1 +\\d+ +1$`, 'm'));
    assert.match(await council.comity('report', '--from', day.third), new RegExp(`^${group.name} .*  Enquiry 4$`, 'm'));
    assert.match(printed, new RegExp(`^${otherGroup.name} +fewer than 3$`, 'm'));
    assert.match(printed, /^Not sent, because an earlier answer was found: fewer than 3$/m);
  });

  test('report: what is no day, or a span that ends before it begins, is refused', async () => {
    await refused(2, 'report', ...council.place, '--from', '2026-02-30');
    await refused(2, 'report', ...council.place, '--from', day.second, '--to', day.first);
    await refused(2, 'report');
  });
});

describe('its page', () => {
  let council, readers, group;
  before(async () => {
    council = await demo({ pack, now: '2026-12-18T10:00:00Z' });
    const { cast } = council;
    [group] = [...cast.groups].sort((a, b) => b.members.length - a.members.length);
    const leaders = cast.groups.map(({ leader }) => leader).filter(Boolean);
    readers = [cast.holder('chief-executive'), cast.holder('monitoring-officer'), ...leaders];
  });
  after(() => council?.stop());

  const page = async (person, path = '/report') => (await new Browser(council.address).signInAs(person)).get(path);
  const main = ({ text }) => text.split('<h1')[1];
  /** The figures of one group, and as what it is drawn. */
  const cells = ({ text }) =>
    [...new RegExp(`<th[^>]*>${group.name}</th>(.*?)</tr>`).exec(text)[1].matchAll(/<td[^>]*>([^<]*)</g)].map(([, cell]) => cell);

  test('northampton 2.4, 2019-3.1.1, 2020-3.1.4.4: it is for the Chief Executive, the Monitoring Officer and the leaders of groups', async () => {
    for (const person of readers) {
      assert.match((await page(person, '/')).text, /href="\/report"/);
      assert.match((await page(person)).text, /<svg[^>]* role="img"/);
    }
    const others = [...council.cast.members, ...council.cast.officers].filter(({ id }) => !readers.some((one) => one.id === id));
    for (const person of others) {
      const { status, text } = await page(person);
      assert.deepEqual([status, text.includes('<svg'), text.includes('It is for:')], [200, false, true], person.name);
      assert.ok(!(await page(person, '/')).text.includes('"/report"'));
    }
  });

  test('northampton 2.4: it is of a month that is over and has settled, and stays as it was given', async () => {
    const [reader] = readers;
    assert.match((await page(reader)).text, /from Sunday 1 November 2026 to Monday 30 November 2026, .* by Monday 14 December 2026/);
    const member = await council.as(group.members.at(-1));
    for (let i = 0; i < 3; i++) await member.open('enquiry', enquiry(pack, council.cast.services[0]));
    const path = '/report?month=2026-12';
    for (const time of ['2026-12-31T12:00:00Z', '2027-01-14T12:00:00Z']) {
      await council.clock(time);
      assert.equal((await page(reader, path)).status, 404, time);
    }
    const printed = JSON.parse(await council.comity('report', '--json', '--from', '2026-12-01', '--to', '2026-12-31'));
    const line = printed.groups.find(({ id }) => id === group.id);
    await council.clock('2027-01-15T00:30:00Z');
    const given = await page(reader, path);
    assert.deepEqual(cells(given).slice(0, 4).map(Number), [line.opened, line.answered, line.refused, line.missed_duties]);
    const { records } = await member.expect(200, 'GET', '/api/v1/records?mine=1');
    const head = await council.as(council.cast.services[0].head);
    await head.use(records.find(({ procedure }) => procedure === 'enquiry'), 'answer', answer(pack));
    await council.clock('2027-01-29T12:00:00Z');
    assert.equal(main(await page(reader, path)), main(given));
    assert.equal((await page(reader, '/report?month=2022-01')).status, 404);
    assert.equal((await page(reader, '/report?month=never')).status, 404);
  });
});
