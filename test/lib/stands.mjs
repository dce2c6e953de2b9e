// How a record stands, said whole: its state, and for everybody in the council what they read of it, what they can do
// and what they owe. Who is not named reads nothing: for them the record is not there.
import assert from 'node:assert/strict';
import { events, partNames, powers } from './visitor.mjs';

const owed = (duties) => Object.fromEntries(duties.map((duty) => [duty.name, duty.paused ? 'paused' : duty.due]));
const sorted = (list) => [...list].sort();

async function standsFor(visitor, record) {
  const seen = await visitor.read(record);
  if (seen === null) return null;
  return {
    reads: sorted(partNames(seen)),
    can: seen.whole === false ? [] : sorted(powers(seen)),
    owes: owed(await visitor.dutiesOf(record)),
    marked: sorted(seen.parts.filter((part) => part.confidential).map((part) => part.name)),
    knows: seen.whole === false ? null : events(seen),
  };
}

/** Of how it stands for somebody, what is wanted; what is marked confidential and what they know of counts if it is said. */
function assertAs(stands, wanted, message) {
  const { marked, knows, ...rest } = stands ?? {};
  const said = { ...rest, ...(wanted?.marked && { marked }), ...(wanted?.knows !== undefined && { knows }) };
  assert.deepEqual(stands === null ? null : said, wanted, message);
}

/**
 * expected: a list of [visitor or person, {reads, can, owes}]; reads: the names of parts with something in them; can:
 * names of powers; owes: {duty: '2026-07-13' or 'paused'}. What is left out is empty. marked (parts that say that they
 * are confidential) and knows (what the timeline tells them, oldest first; null: they see parts only) are looked at where
 * they are given. others:
 * what everybody else has of it (a part that all Members read, say). among: whom to ask, where not everybody.
 */
export async function assertStands(council, record, state, expected, others = null, among = undefined) {
  const named = new Map(expected.map(([who, has]) => [who.id, { reads: [], can: [], owes: {}, ...has }]));
  const visitors = among ?? (await council.everybody());
  const stands = await Promise.all(visitors.map((visitor) => standsFor(visitor, record)));
  for (const [i, visitor] of visitors.entries()) {
    const has = named.get(visitor.id);
    const wanted = has === undefined ? others : { ...has, reads: sorted(has.reads), can: sorted(has.can) };
    assertAs(stands[i], wanted, `how ${record.ref} stands for ${visitor.name}`);
    named.delete(visitor.id);
  }
  assert.deepEqual([...named.keys()], [], 'somebody was named who is not in the council');
  const reader = expected.map(([who]) => who).find((who) => who.read !== undefined);
  assert.equal((await reader.read(record)).state, state);
}

/** Who is not offered a procedure at all, and by which clause; everybody else may begin it. */
export async function assertOpenTo(council, procedure, people, clause) {
  const may = new Set(people.map((person) => person.id));
  const ask = async (visitor) => {
    const { procedures } = await visitor.expect(200, 'GET', '/api/v1/procedures');
    const offered = procedures.some((one) => one.name === procedure && one.allowed !== false);
    assert.equal(offered, may.has(visitor.id), `${visitor.name} may begin ${procedure}`);
    if (!offered && clause !== undefined) {
      const answer = await visitor.tryOpen(procedure, {});
      assert.equal(answer.body?.refused?.clause, clause, `${visitor.name}: ${answer.text}`);
    }
  };
  await Promise.all((await council.everybody()).map(ask));
}
