// What one viewer can ask for: every page that links lead to, every route with what they may and may not see, every list
// with its filters and pages, every search, every form. Nothing here changes a record, but for send() at the end.
import { enquiry, forGroup } from '../lib/protocol.mjs';
import { NOBODY } from './lockstep.mjs';
import { JOINED } from './story.mjs';
import { header } from './wire.mjs';

const ABSENT = { ref: 'ENQ-0000-0000', cursor: '1783500000-ENQ-0000-0000' };
const POWERS = ['answer', 'release', 'reassign', 'withdraw', 'resume', 'nonsense'];
const ORDINARY_WORDS = ['mill', 'the', 'lease bandstand', 'nowhere-to-be-found'];
const STATES = ['open', 'closed', 'all'];
const PAGES_MOST = 12; // of one list
const OWN_RECORDS = 3; // those not of the story, all of whose forms are opened
const MONTHS = 4; // of all pages that lead from month to month
const SHARE = 3;

const unescape = (text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
const html = (answer) => (/^text\/html/.test(header(answer, 'content-type') ?? '') ? answer.body.toString() : '');
const linksIn = (page) => [...page.matchAll(/\s(?:href|action|formaction)="(\/[^"#]*)/g)].map((found) => unescape(found[1]));

export class Crawl {
  /**
   * story: {records, seen, words}, from living the worlds. turn: the viewer's number; undefined: look closely at all;
   * else at every third thing (or so: share), each beginning with another.
   */
  constructor(lockstep, viewer, pack, parts, story, turn, share = SHARE) {
    Object.assign(this, { lockstep, viewer, pack, parts, story, turn, share });
    this.asked = new Set();
    this.queue = [];
    this.opened = new Set(story.seen.concat(story.records).map((record) => record.ref));
    this.met = new Set();
    this.months = 0;
  }

  ask(method, path, options) {
    return this.lockstep.ask(this.viewer, method, path, options);
  }

  get signedIn() {
    return this.viewer !== NOBODY;
  }

  // ---- pages

  async page(path, options) {
    if (this.asked.has(path)) return;
    this.asked.add(path);
    const answer = await this.ask('GET', path, options);
    const page = html(answer);
    this.token ??= /name="form-token" value="([^"]+)"/.exec(page)?.[1];
    for (const link of linksIn(page)) if (this.#follows(link)) this.queue.push(link);
  }

  #follows(link) {
    const [path] = link.split('?');
    if (/[?&]month=/.test(link) && !this.asked.has(link) && this.months++ >= MONTHS) return false;
    if (/^\/(assets|sign-out)/.test(path)) return this.viewer === NOBODY;
    const ref = /^\/records\/([A-Z]+-[^/]+)/.exec(path)?.[1];
    if (ref !== undefined && path !== `/records/${ref}` && !this.opened.has(ref)) {
      if (this.met.size >= OWN_RECORDS && !this.met.has(ref)) return false;
      this.met.add(ref);
    }
    return !/\/(check|change)$/.test(path) && !this.asked.has(link) && this.lockstep.routes.of('GET', path) !== undefined;
  }

  async follow() {
    while (this.queue.length > 0) await this.page(this.queue.shift());
  }

  async pages() {
    for (const { method, path } of this.lockstep.routes.list)
      if (method === 'GET' && !path.startsWith('/api/') && !path.includes('{')) await this.page(path);
    await this.ask('GET', '/', { gzip: true });
    if (!this.signedIn) await this.ask('POST', '/api/v1/test/clock', { json: { to: JOINED.at } });
    await this.ask('HEAD', '/records');
    await this.ask('GET', '/language/cy?next=/records'); // no link leads there where a council offers but one
    await this.follow();
  }

  async filteredPages() {
    for (const state of STATES)
      for (const procedure of ['', 'enquiry', 'advice'])
        for (const mine of ['', '&mine=yes']) await this.page(`/records?state=${state}&procedure=${procedure}${mine}`);
    for (const words of this.story.words.concat(ORDINARY_WORDS)) {
      await this.page(`/records?state=all&words=${encodeURIComponent(words)}`);
      await this.page(`/records?words=${encodeURIComponent(words)}&mine=yes`);
    }
    for (const kind of ['member', 'officer']) await this.page(`/people?kind=${kind}&words=a`);
    await this.follow();
  }

  // ---- things by their names, whether they are there for this viewer or not

  get probes() {
    return [...this.story.records, ABSENT];
  }

  get closely() {
    const all = this.probes;
    return this.turn === undefined ? all : all.filter((_, i) => i % this.share === this.turn % this.share);
  }

  async hiddenPages() {
    const hidden = { hidden: true };
    for (const { ref } of this.probes) await this.page(`/records/${ref}`, hidden);
    for (const { ref, cursor } of this.closely) {
      await this.ask('HEAD', `/records/${ref}`, hidden);
      await this.ask('GET', `/records/${ref}/calendar.ics`, hidden);
      await this.page(`/records/${ref}/why`, hidden);
      await this.page(`/records/${ref}/why?power=answer`, hidden);
      for (const power of POWERS.slice(0, 2)) await this.page(`/records/${ref}/${power}`, hidden);
      await this.page(`/records?state=all&after=${cursor}`, hidden);
      await this.page(`/records?state=all&words=the&after=${cursor}`, hidden);
    }
    for (const kind of ['people', 'groups', 'services', 'wards', 'bodies']) await this.page(`/${kind}/absent`, hidden);
    for (const person of [this.parts.junior, this.parts.otherJunior]) await this.page(`/people/${person.id}`, hidden);
    await this.page('/invitation/absent', hidden);
    await this.page('/receipt/AAAA-BBBB-CCCC-DDDD', hidden);
    for (const { ref } of this.closely) await this.page(`/public/${ref}`, hidden);
    await this.page(`/public?after=${ABSENT.cursor}`, hidden);
    for (const code of ['cy', 'en', 'absent']) await this.ask('GET', `/language/${code}?next=/public`);
    await this.page('/start/absent', hidden);
    await this.page('/assets/absent', hidden);
    await this.page('/language/cy?next=/help');
    await this.page('/calendar?month=absent');
    await this.follow();
  }

  // ---- forms that are sent, and do nothing: they are refused, or are previews

  form(fields) {
    return { form: { ...(this.token === undefined ? {} : { 'form-token': this.token }), ...fields } };
  }

  async forms() {
    const { service, elsewhere, acting } = this.parts;
    const fields = { ...enquiry(this.pack, service), [`constituent-name`]: '' };
    await this.ask('POST', '/start/enquiry/check', this.form(fields));
    await this.ask('POST', '/start/enquiry/change', this.form(fields));
    const [given, toGroup] = forGroup(this.pack, elsewhere, { seeks: 'facts' });
    await this.ask('POST', `/start/${given}/check`, this.form(toGroup));
    if (acting !== undefined) await this.ask('POST', '/start/enquiry/check', this.form({ ...fields, service: acting.id }));
    for (const words of this.story.words.slice(0, 4))
      await this.ask('POST', '/start/enquiry/check', this.form({ ...fields, subject: words, question: words }));
    await this.ask('POST', '/start/enquiry/check', this.form({ ...fields, subject: '' }));
    await this.ask('POST', '/start/enquiry/check', this.form({ ...fields, purpose: 'party' }));
    await this.ask('POST', '/start/enquiry', this.form({ ...fields, service: 'absent' }));
    await this.ask('POST', '/start/enquiry/found', { ...this.form({ ...fields, subject: 'the lease' }), everywhere: true });
    await this.ask('POST', '/start/absent', this.form(fields));
    const boxes = [...this.closely, ...this.story.seen].map(({ ref }, i) => [`chosen_records.${i + 1}`, ref]);
    for (const given of [{}, { 'chosen_records.1': ABSENT.ref, to: 'absent' }, { ...Object.fromEntries(boxes), to: 'absent' }])
      await this.ask('POST', '/hand-over/enquiry/reassign', this.form(given));
    await this.ask('POST', '/invitation/absent', this.form({ password: 'none of them', again: 'none of them' }));
    for (const { ref } of [...this.closely, ...this.story.seen]) {
      await this.ask('POST', `/records/${ref}/answer`, { ...this.form({}), hidden: true });
      await this.ask('POST', `/records/${ref}/answer/change`, { ...this.form({ answer: 'kept' }), hidden: true });
    }
  }

  // ---- what the viewer keeps for themselves

  async own() {
    const send = (path, fields) => this.ask('POST', path, { ...this.form(fields), everywhere: true });
    await send('/tour', {});
    await send('/settings', { shortcuts: 'yes' });
    for (const name of ['', 'Mine']) await send('/views', { name, query: 'state=open' });
    await this.ask('GET', '/records');
    await this.ask('GET', '/views?query=state%3Dall');
    await send('/views/remove', { name: 'Mine' });
    await send('/held/absent/undo', {});
    await this.hold(send, '/start/enquiry', enquiry(this.pack, this.parts.service));
    for (const { ref } of this.story.seen) // its page says who would read the answer
      await this.hold(send, `/records/${ref}/answer`, { answer: 'It is not known yet.' });
  }

  async hold(send, path, fields) {
    const held = await send(`${path}?hold=yes`, { ...fields, 'form-key': 'held' });
    const page = header(held, 'location')?.split('?')[0];
    if (!page?.startsWith('/held/')) return; // it is not for them to do
    await this.ask('GET', '/');
    await this.ask('GET', page);
    await send(`${page}/undo`, {});
    await send(`${page}/send`, {}); // too late: it was taken back
    await this.ask('GET', `${page}/change`);
    await send(`${page}/throw-away`, {});
  }

  // ---- without an account

  /** What a stranger can send, and what a wrong code comes to: nothing of what others sent. */
  async strange() {
    const form = { about: this.parts.rival.id, subject: 'The lease of the mill', complaint: 'It was said aloud.' };
    await this.ask('POST', '/start/complaint/check', this.form(form));
    await this.ask('POST', '/start/complaint/change', this.form(form));
    const group = Buffer.from(this.viewer.id).toString('hex').slice(-4); // a code is tried by few, and counted
    await this.ask('POST', '/receipt', this.form({ code: `${group}-BBBB-CCCC-DDDD` }));
    await this.ask('POST', '/receipt', this.form({ code: '' }));
    await this.api('POST', '/records?preview=1', { json: { procedure: 'complaint', fields: form } });
    await this.api('POST', '/records', { json: { procedure: 'complaint', fields: { ...form, about: 'absent' } } });
  }

  // ---- the API

  api(method, path, options) {
    return this.ask(method, `/api/v1${path}`, options);
  }

  async lists() {
    for (const { method, path } of this.lockstep.routes.list)
      if (method === 'GET' && path.startsWith('/api/') && !path.includes('{')) await this.ask('GET', path);
    for (const state of STATES)
      for (const procedure of ['', '&procedure=enquiry', '&procedure=advice'])
        for (const more of ['', '&mine=1']) await this.api('GET', `/records?state=${state}${procedure}${more}`);
    const seen = await this.paged('/records?limit=7');
    for (const words of this.story.words.concat(ORDINARY_WORDS)) await this.api('GET', `/records?q=${encodeURIComponent(words)}`);
    await this.paged('/records?q=the&limit=3');
    for (const kind of ['member', 'officer']) await this.api('GET', `/people?kind=${kind}&q=a`);
    return seen;
  }

  /** A list to its end; the references in it. */
  async paged(path) {
    const refs = [];
    let after = '';
    for (let count = 0; count < PAGES_MOST && after !== null; count++) {
      const answer = await this.api('GET', after === '' ? path : `${path}&after=${encodeURIComponent(after)}`);
      if (answer.status !== 200) break;
      const list = JSON.parse(answer.body);
      refs.push(...list.records.map((record) => record.ref));
      after = list.next;
    }
    return refs;
  }

  async things(seen) {
    const hidden = { hidden: true };
    for (const { ref } of this.probes) await this.api('GET', `/records/${ref}`, hidden);
    for (const { ref, cursor } of this.closely) {
      await this.api('GET', `/records/${ref}/calendar.ics`, hidden);
      for (const power of POWERS) await this.api('GET', `/records/${ref}/why?power=${power}`, hidden);
      await this.api('POST', `/records/${ref}/answer`, { json: { fields: {} }, ...hidden });
      await this.api('POST', `/records/${ref}/nonsense`, { json: { fields: { objective: true } }, ...hidden });
      await this.api('GET', `/records?limit=3&after=${cursor}`, hidden);
      await this.api('GET', `/records?q=the&after=${cursor}`, hidden);
    }
    for (const ref of seen) {
      await this.api('GET', `/records/${ref}`);
      await this.api('GET', `/records/${ref}/calendar.ics`);
      // what is copied out of a record must be one that the viewer may read: a hidden one is like one that is not there
      if (!this.opened.has(ref)) continue;
      for (const { ref: source } of this.closely)
        await this.api('POST', `/records/${ref}/release`, { json: { fields: { source } }, links: true });
    }
    await this.api('GET', '/people/absent', hidden);
    for (const kind of ['people', 'groups', 'services', 'wards', 'bodies']) {
      const answer = await this.api('GET', `/${kind}`);
      if (answer.status === 200)
        for (const { id } of JSON.parse(answer.body)[kind].filter((one) => one.id).slice(0, 6))
          await this.api('GET', `/${kind}/${id}`);
    }
  }

  async previews() {
    const { service, elsewhere, acting } = this.parts;
    const preview = (procedure, fields) => this.api('POST', '/records?preview=1', { json: { procedure, fields } });
    await preview('enquiry', enquiry(this.pack, service));
    await preview(...forGroup(this.pack, elsewhere, { seeks: 'facts' }));
    if (acting !== undefined) await preview('enquiry', enquiry(this.pack, acting));
    await preview('enquiry', enquiry(this.pack, service, { purpose: 'party' }));
    for (const words of this.story.words) // what others asked before is offered to those who may read it
      await preview('enquiry', enquiry(this.pack, service, { subject: words, question: words }));
    await preview('enquiry', {});
    await preview('absent', {});
  }

  // ---- all of it

  async all() {
    await this.pages();
    await this.filteredPages();
    await this.hiddenPages();
    if (this.signedIn) await this.forms();
    if (this.signedIn) await this.own();
    await this.strange();
    const seen = await this.lists();
    await this.things(seen);
    await this.previews();
  }

  /** Its receipt and its reference must be the same, too, and what the receipt leads to. */
  async sendAsStranger() {
    const json = { procedure: 'complaint', fields: {
      about: this.parts.rival.id, subject: 'Sent by a stranger', complaint: 'It was said aloud.' } };
    const options = { everywhere: true, key: 'of a stranger' };
    await this.api('POST', '/records', { json, ...options });
    const { ref, receipt } = JSON.parse((await this.api('POST', '/records', { json, ...options })).body); // repeated
    const bearer = { Authorization: `Bearer ${receipt}` };
    for (const one of [{ ref }, ...this.probes]) await this.api('GET', `/records/${one.ref}`, { headers: bearer });
    for (const path of ['/records?state=all', '/notices', '/duties', '/me', '/people'])
      await this.api('GET', path, { headers: bearer });
    await this.ask('POST', '/start/complaint', { ...this.form({ ...json.fields, subject: 'Sent on a page' }), everywhere: true });
  }

  /** Opens a record as a Member can: the reference and all that is said of it must be the same, too. */
  async send() {
    if (!this.signedIn) await this.sendAsStranger();
    if (this.viewer.kind !== 'member') return;
    const fields = enquiry(this.pack, this.parts.elsewhere, { subject: 'Sent afterwards' });
    const options = { everywhere: true, key: 'afterwards' };
    await this.api('POST', '/records', { json: { procedure: 'enquiry', fields }, ...options });
    await this.api('POST', '/records', { json: { procedure: 'enquiry', fields }, ...options }); // repeated
    if (this.parts.stranger !== this.viewer) return; // the others' forms carry how much they did before
    const sent = await this.ask('POST', '/start/enquiry', { ...this.form(fields), everywhere: true });
    await this.page(header(sent, 'location') ?? '/');
  }
}
