// Somebody who uses the API: what they open, do, read and are told.
import assert from 'node:assert/strict';
import { needed } from './needs.mjs';

/** The form says of these that they must be answered. Where nothing is offered the act itself says why. */
function assertWants(offered, names) {
  for (const name of offered === undefined ? [] : names)
    assert.equal(offered.form.find((field) => field.name === name)?.required, true, `the form wants ${name}`);
}

/** What was left out is asked for, beside its field; unless all is refused without it. */
function assertAsked(name, answer) {
  assert.equal(answer.status, 422, `without ${name}: ${answer.text}`);
  const { refused, errors } = answer.body;
  assert.ok(refused !== undefined || errors.some((error) => error.field === name), `without ${name}: ${answer.text}`);
}

const refOf = (record) => (typeof record === 'string' ? record : record.ref);

export class Visitor {
  constructor(council, person, token) {
    this.council = council;
    this.person = person;
    this.token = token;
  }

  get id() {
    return this.person.id;
  }

  get name() {
    return this.person.name;
  }

  // ---- plain requests

  async request(method, path, { body, key, headers = {} } = {}) {
    const response = await fetch(this.council.address + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token === undefined ? {} : { Authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').startsWith('application/json');
    return { status: response.status, headers: response.headers, text, body: json ? JSON.parse(text) : undefined };
  }

  get(path, options) {
    return this.request('GET', path, options);
  }

  post(path, body, options) {
    return this.request('POST', path, { body, ...options });
  }

  async expect(status, method, path, options) {
    const answer = await this.request(method, path, options);
    assert.equal(answer.status, status, `${this.name}: ${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  // ---- what the protocol speaks of

  tryOpen(procedure, fields, options) {
    return this.post('/api/v1/records', { procedure, fields }, options);
  }

  /** The new record. Whatever is answered cannot be left out, but for what needs.mjs names. */
  async open(procedure, fields, options) {
    const left = needed(this.council, procedure, 'open', fields);
    if (left.length > 0) assertWants(await this.offered(procedure), left);
    for (const name of left) assertAsked(name, await this.tryOpen(procedure, { ...fields, [name]: undefined }));
    return this.expect(201, 'POST', '/api/v1/records', { body: { procedure, fields }, ...options });
  }

  /** The procedure as it is offered to them; undefined: it is not. */
  async offered(procedure) {
    const { procedures } = await this.expect(200, 'GET', '/api/v1/procedures');
    return procedures.find((one) => one.name === procedure && one.form !== undefined);
  }

  tryPreview(procedure, fields) {
    return this.post('/api/v1/records?preview=1', { procedure, fields });
  }

  async preview(procedure, fields) {
    return (await this.expect(200, 'POST', '/api/v1/records?preview=1', { body: { procedure, fields } })).preview;
  }

  tryUse(record, power, fields = {}, options = {}) {
    return this.post(`/api/v1/records/${refOf(record)}/${power}`, { fields }, options);
  }

  /** The record as it is afterwards. Whatever is answered cannot be left out, but for what needs.mjs names. */
  async use(record, power, fields = {}, options = {}) {
    const left = needed(this.council, refOf(record).split('-')[0], power, fields);
    if (left.length > 0) assertWants((await this.read(record))?.powers.find((one) => one.name === power), left);
    for (const name of left) assertAsked(name, await this.tryUse(record, power, { ...fields, [name]: undefined }));
    return this.expect(200, 'POST', `/api/v1/records/${refOf(record)}/${power}`, { body: { fields }, ...options });
  }

  /** The record, or null when there is none for this person. */
  async read(record) {
    const answer = await this.get(`/api/v1/records/${refOf(record)}`);
    if (answer.status === 404) return null;
    assert.equal(answer.status, 200, `${this.name} reads ${refOf(record)}: ${answer.text}`);
    return answer.body;
  }

  /** All records of the list, page by page. */
  async list(query = '') {
    const records = [];
    let after = '';
    do {
      const page = await this.expect(200, 'GET', `/api/v1/records?limit=100${query}${after}`);
      records.push(...page.records);
      after = page.next === null ? null : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== null);
    return records;
  }

  async duties() {
    return (await this.expect(200, 'GET', '/api/v1/duties')).duties;
  }

  async dutiesOf(record) {
    return (await this.duties()).filter((duty) => duty.ref === refOf(record));
  }

  async notices() {
    return (await this.expect(200, 'GET', '/api/v1/notices')).notices;
  }

  why(record, power) {
    return this.expect(200, 'GET', `/api/v1/records/${refOf(record)}/why?power=${encodeURIComponent(power)}`);
  }
}

// ---- looking at a record

export const clauses = (thing) => thing.cites.map((clause) => clause.id);
export const powers = (record) => record.powers.map((power) => power.name);
export const partNames = (record) => record.parts.map((part) => part.name);
export const duty = (record, name) => record.duties.find((one) => one.name === name);
export const events = (record) => record.timeline.map((event) => event.power);

/** The latest text of a field in a part; undefined when it is not there. */
export function text(record, part, field) {
  const entries = record.parts.find((one) => one.name === part)?.entries.filter((entry) => entry.field === field);
  return entries?.sort((a, b) => b.version - a.version)[0]?.text;
}
