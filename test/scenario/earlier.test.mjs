// Before an enquiry is sent, what its author may read already is offered; who finds the answer there need not send it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Browser, formFields } from '../lib/browser.mjs';
import { assertStatus, demo } from '../lib/council.mjs';
import { advice, answer, enquiry } from '../lib/protocol.mjs';

const heading = 'Is the answer here already?';
const button = 'I have found my answer: do not send';

const offers = { northampton: '2020-3.1.4.2', county: '1.7.6', town: '6.1(f)' };

for (const [pack, clause] of Object.entries(offers)) {
  describe(pack, () => {
    let council, service, member, colleague, head, browser;

    before(async () => {
      council = await demo({ pack });
      const { cast } = council;
      service = cast.services[0];
      const group = cast.groups.find((one) => one.backbenchers.length >= 2);
      [member, colleague] = await Promise.all(group.backbenchers.map((person) => council.as(person)));
      head = await council.as(service.head);
      browser = await new Browser(council.address).signInAs(member.person);
    });
    after(() => council?.stop());

    /** An enquiry on something that nobody has asked about, answered; its fields. */
    async function answered(word, by = member) {
      const fields = enquiry(pack, service, { subject: `The ${word} in Mill Lane` });
      const record = await by.open('enquiry', fields);
      await head.use(record, 'answer', answer(pack));
      return { record, fields };
    }

    const earlier = async (fields, by = member) => (await by.preview('enquiry', fields)).earlier;

    async function check(fields) {
      const form = formFields((await browser.get('/start/enquiry')).text, '/start/enquiry/check');
      const page = await browser.post('/start/enquiry/check', { ...form, ...fields });
      assert.equal(page.status, 200, page.text);
      return page.text;
    }

    async function spared() {
      const report = JSON.parse(await council.comity('report', '--json'));
      return report.services.find((one) => one.id === service.id).spared;
    }

    test(`${pack} ${clause}: the preview offers what the Member may see on the same subject, the newest first`, async () => {
      const { record, fields } = await answered('zinnias');
      const [row, ...rest] = await earlier(enquiry(pack, service, { subject: 'zinnias, Mill Lane' }));
      assert.deepEqual(rest, []);
      assert.equal(row.ref, record.ref);
      assert.equal(row.title, fields.subject);
      assert.equal(row.state, 'answered');
      const next = await member.open('enquiry', fields);
      assert.deepEqual(
        (await earlier(fields)).map((one) => one.ref),
        [next.ref, record.ref],
      );
    });

    test(`${pack} ${clause}: nothing is offered where no record has all the words, or there are no words`, async () => {
      await answered('asters');
      assert.deepEqual(await earlier(enquiry(pack, service, { subject: 'asters in Nowhere Street' })), []);
      assert.deepEqual(await earlier(enquiry(pack, service, { subject: '?!' })), []);
    });

    test(`${pack} ${clause}: never more than five are offered`, async () => {
      for (let i = 0; i < 6; i++) await answered('poppies');
      assert.equal((await earlier(enquiry(pack, service, { subject: 'poppies' }))).length, 5);
    });

    test(`${pack} ${clause}: another Member's record is not offered, nor is it told that there is one`, async () => {
      const { fields } = await answered('dahlias', colleague);
      const unheard = enquiry(pack, service, { subject: 'The begonias in Mill Lane' });
      const [hidden, absent] = [await member.preview('enquiry', fields), await member.preview('enquiry', unheard)];
      assert.deepEqual(hidden, absent);
      assert.equal((await earlier(fields, colleague)).length, 1);
    });

    test(`${pack} ${clause}: only where the protocol says so`, async () => {
      const { fields } = await answered('lupins');
      const preview = await member.preview('advice', advice(pack, service, { subject: fields.subject }));
      assert.deepEqual(preview.earlier, []);
    });

    test(`${pack} ${clause}: the page offers them under the clause, and a way not to send`, async () => {
      const { record, fields } = await answered('tulips');
      const page = await check(fields);
      assert.ok(page.includes(heading) && page.includes(button));
      assert.ok(page.includes(`href="/records/${record.ref}"`), 'a link to the record');
      const offer = page.slice(page.indexOf(heading), page.indexOf('<dl'));
      assert.ok(offer.includes(`>${clause}<`), 'cites the clause');
      const none = await check(enquiry(pack, service, { subject: 'The unheard of' }));
      assert.ok(!none.includes(heading) && !none.includes(button));
    });

    test(`${pack} ${clause}: who has found the answer sends nothing, is thanked, and is counted for the service`, async () => {
      const { fields } = await answered('crocuses');
      const records = await member.list();
      for (const subject of ['crocuses', 'Crocuses, Mill Lane', 'In Mill Lane, the crocuses']) {
        assert.equal(await spared(), 'fewer than 3');
        const form = formFields(await check({ ...fields, subject }), '/start/enquiry');
        const sent = await browser.post('/start/enquiry/found', form);
        await browser.post('/start/enquiry/found', form); // a double click counts once
        assert.equal(sent.status, 303, sent.text);
        assert.match((await browser.get(sent.headers.get('location'))).text, /Nothing was sent\. Thank you/);
      }
      assert.equal(await spared(), 3);
      assert.deepEqual(await member.list(), records);
    });

    test(`${pack} ${clause}: nothing is counted where nothing was offered, nor without the form's token`, async () => {
      const before = await spared();
      const form = formFields(await check(enquiry(pack, service, { subject: 'The unheard of' })), '/start/enquiry');
      assert.equal((await browser.post('/start/enquiry/found', form)).status, 303);
      const { fields } = await answered('irises');
      const { 'form-token': _, ...bare } = formFields(await check(fields), '/start/enquiry');
      assertStatus(await browser.post('/start/enquiry/found', bare), 403);
      assert.equal(await spared(), before);
    });
  });
}
