// What must be answered: without it an act is told so beside the field, and nothing comes of it.
import assert from 'node:assert/strict';

async function assertNeeded(fields, send) {
  for (const name of Object.keys(fields)) {
    const { [name]: left, ...rest } = fields;
    const answer = await send(rest);
    assert.equal(answer.status, 422, `without ${name}: ${answer.text}`);
    assert.ok(answer.body.errors?.some((error) => error.field === name), `without ${name}: ${answer.text}`);
  }
}

/** The form says so as well. */
function assertAsked({ form }, fields) {
  for (const name of Object.keys(fields))
    assert.equal(form.find((field) => field.name === name)?.required, true, `the form wants ${name}`);
}

/** Opens a record with these fields, of which none can be left out, and with those of `more`, which can. */
export async function openNeeding(visitor, procedure, fields, more = {}) {
  const { procedures } = await visitor.expect(200, 'GET', '/api/v1/procedures');
  assertAsked(procedures.find((one) => one.name === procedure), fields);
  await assertNeeded(fields, (some) => visitor.tryOpen(procedure, { ...some, ...more }));
  return visitor.open(procedure, { ...fields, ...more });
}

/** The same for a power. */
export async function useNeeding(visitor, record, power, fields, more = {}) {
  assertAsked((await visitor.read(record)).powers.find((one) => one.name === power), fields);
  await assertNeeded(fields, (some) => visitor.tryUse(record, power, { ...some, ...more }));
  return visitor.use(record, power, { ...fields, ...more });
}
