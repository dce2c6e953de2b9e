// What comity says of a pack to whoever answers for it: the whole of it, and what differs from another.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parse, parseFragment } from 'parse5';
import { Browser } from '../lib/browser.mjs';
import { comity, folder, packs, refused } from '../lib/comity.mjs';
import { demo } from '../lib/council.mjs';
import { protocols } from '../lib/protocol.mjs';

/** A copy of all packs in which one file of one pack reads otherwise. */
function changed(pack, file, from, to) {
  const copy = join(folder(), 'packs');
  cpSync(packs, copy, { recursive: true });
  const path = join(copy, pack, file);
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(path, text.replace(from, to));
  return join(copy, pack);
}

const section = (document, title) => document.split(`\n## ${title}\n\n`)[1].split('\n## ')[0].trim();

/** The texts that people read, wherever they stand in the pack. */
function* texts(node) {
  for (const [key, value] of Object.entries(node))
    if (typeof value === 'object' && value !== null) yield* texts(value);
    else if (/^(title|start|summary|label|shown as|hint|done|say|else|empty)$/.test(key)) yield String(value);
}

for (const pack of Object.keys(protocols)) {
  test(`${pack}: no text, its own or the base's, has another word than the council's`, async () => {
    const source = (await comity('pack', 'source', pack)).replaceAll(/":(yes|no)(?=[,}\]])/g, '":"$1"');
    const { words, procedures } = JSON.parse(source);
    for (const [ours, theirs] of Object.entries(words))
      for (const text of texts(procedures))
        assert.doesNotMatch(text, new RegExp(`(?<!Monitoring )\\b${ours}\\b`), `${theirs}: ${text}`);
  });

  test(`${pack}: the whole pack is explained, clause by clause`, async () => {
    const document = await comity('pack', 'explain', pack);
    for (const [, id] of readFileSync(join(packs, pack, 'pack.yaml'), 'utf8').matchAll(/^ {2}- \{id: "([^"]+)"/gm))
      assert.match(document, new RegExp(`^####? ${id.replace(/[.()]/g, '\\$&')} \\(`, 'm'), id);
    assert.match(document, /^- \*\*Enquiry: the duty “Answer, or explain what is happening”\*\*$/m);
    assert.match(document, /^ {2}- By when: within (5|10) working days$/m);
  });

  test(`${pack}: its source is what its hash is of, and each entry of it says where it stands`, async () => {
    const { hash } = JSON.parse(await comity('pack', 'check', pack, '--json'));
    const source = await comity('pack', 'source', pack);
    assert.equal(createHash('sha256').update(source.slice(0, -1)).digest('hex'), hash);
    const lines = (await comity('pack', 'source', pack, '--places')).trimEnd().split('\n');
    const [place] = lines.find((line) => line.endsWith('\tduties\trespond\tbearer')).split('\t');
    const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(place);
    assert.match(readFileSync(file, 'utf8').split('\n')[line - 1].slice(column - 1), /^bearer: /);
  });

  test(`${pack}: it does not differ from itself`, async () => {
    const document = await comity('pack', 'diff', pack, join(packs, pack));
    assert.equal(document.match(/^Nothing differs\.$/gm).length, 10);
  });
}

test('the document is also a page to print, with the same words', async () => {
  const page = await comity('pack', 'explain', 'county', '--html');
  const words = (node) => (node.nodeName === '#text' ? node.value : (node.childNodes ?? []).map(words).join(' '));
  const html = parse(page).childNodes.find((node) => node.nodeName === 'html');
  assert.match(words(html), /Enquiry: the duty “Answer, or explain what is happening”.*within 5 working days.*Signature/s);
  assert.ok(!page.includes('<script'));
});

test('a wider audience is told first, by whom it lets in', async () => {
  const wider = changed('northampton', 'enquiry.yaml', 'answer: {cites: ["3.15"]}',
    'answer: {audience: [audience asker, handler, head of service, member], cites: ["3.15"]}');
  const document = await comity('pack', 'diff', 'northampton', wider);
  assert.equal(section(document, 'Who could newly see something'), '- “The answer” of Enquiry: any Member');
  assert.match(section(document, 'Audiences'), /^- Enquiry: who can read “The answer”\. Who can read it: was /);
  const back = await comity('pack', 'diff', wider, 'northampton');
  assert.equal(section(back, 'Who could newly see something'), 'Nothing differs.');
});

test('a council compares the version in force with one that it adopted before', async () => {
  const data = join(folder(), 'data');
  await comity('init', '--data', data, '--pack', 'county', '--name', 'Testshire');
  const later = changed('county', 'enquiry.yaml', 'within: 5 working days', 'within: 8 working days');
  await comity('pack', 'adopt', '--data', data, '--pack', later);
  const { hash } = JSON.parse(await comity('pack', 'check', 'county', '--json'));
  const document = await comity('pack', 'diff', '--data', data, hash.slice(0, 12), 'in-force');
  assert.match(section(document, 'Clocks'), /Enquiry: the duty .* was within 5 working days; is within 8 working days/);
  const same = await comity('pack', 'diff', '--data', data, hash, 'county');
  assert.equal(same.match(/^Nothing differs\.$/gm).length, 10);
  assert.match(await refused(1, 'pack', 'diff', '--data', data, '0123456789', 'in-force'), /never adopted/);
  assert.match(await refused(1, 'pack', 'diff', 'in-force', 'county'), /in-force/);
});

test('a procedure is drawn, and its picture says in words what it shows', async () => {
  const picture = await comity('pack', 'graph', 'town', 'enquiry');
  const [svg] = parseFragment(picture).childNodes;
  const child = (name) => svg.childNodes.find((node) => node.nodeName === name)?.childNodes[0].value;
  assert.equal(child('title'), 'States of Enquiry');
  assert.match(child('desc'), /^It begins as “Waiting for an answer”\. From “Waiting for an answer”, 1 \(Answer\) leads to “Answered”/);
  assert.ok(child('style').includes('light dark'));
  assert.match(await refused(1, 'pack', 'graph', 'town', 'letters'), /has no procedure letters/);
});

for (const pack of ['northampton', 'county', 'town'])
  test(`${pack}: the protocol, its clauses and its procedures are pages of at most 10 kB on the wire`, async () => {
    const council = await demo({ pack });
    try {
      const browser = await new Browser(council.address).signInAs(council.cast.groups[0].members[0]);
      const { text } = await browser.get('/protocol');
      const pages = new Set([...text.matchAll(/href="(\/protocol\/[^"]*)"/g)].map(([, path]) => path));
      assert.ok(pages.size > 60, 'each clause and each procedure has one');
      for (const path of ['/protocol', ...pages]) {
        const page = await browser.get(path);
        assert.equal(page.status, 200, path);
        assert.ok(gzipSync(page.text, { level: 1 }).length <= 10 * 1024, path);
      }
    } finally {
      await council.stop();
    }
  });

test('the protocol leads to a page for each clause, which says what is done, and on to the procedure and back', async () => {
  const council = await demo({ pack: 'county' });
  try {
    const browser = await new Browser(council.address).signInAs(council.cast.groups[0].members[0]);
    const page = (await browser.get('/protocol')).text;
    const section = page.split('id="clause-1.7.2"')[1].split('<section')[0];
    assert.match(section, /href="\/protocol\/clauses\/1\.7\.2">1\.7\.2</, 'where a bookmark of before leads, it goes on');
    const clause = (await browser.get('/protocol/clauses/1.7.2')).text;
    assert.match(clause, /href="\/protocol#clause-1\.7\.2"/);
    assert.match(clause, /href="\/protocol\/enquiry">Enquiry: the duty “Answer, or explain what is happening”.*By when: within 5 working days/s);
    const procedure = (await browser.get('/protocol/enquiry')).text;
    assert.match(procedure, /the duty “Answer, or explain what is happening”.*?href="\/protocol\/clauses\/1\.7\.2"/s);
    assert.match(procedure, /<svg[^>]* role="img"/);
    assert.ok(!procedure.includes('<style'), 'the page allows none');
    assert.match(procedure, /<td[^>]*>Ask back<\/td>.*?whoever deals with the record now/s);
    for (const absent of ['/protocol/nothing', '/protocol/clauses/nothing', '/protocol/clauses'])
      assert.equal((await browser.get(absent)).status, 404, absent);
  } finally {
    await council.stop();
  }
});
