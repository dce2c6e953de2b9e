// Plain words: the reading age of what the pages and the packs say, by Flesch and Kincaid's formula (grade and five years).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { comity, root } from '../lib/comity.mjs';

/** Years: what GOV.UK writes for. */
const MOST = 9;
/** A sentence of more words than this is read twice. */
const WORDS_MOST = 40;

/** By groups of vowels: a silent e at the end does not count. */
export function syllables(word) {
  const groups = word.toLowerCase().replace(/(?<![aeiouy])e$|(?<=[^td])ed$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}

const sentencesOf = (text) =>
  text
    .split(/[.:;?!]+(?:\s|$)/)
    .map((sentence) => sentence.match(/[\p{L}’'-]+/gu) ?? [])
    .filter((words) => words.length > 0);

function readingAge(texts) {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flat();
  const count = words.reduce((sum, word) => sum + syllables(word), 0);
  return 5 + 0.39 * (words.length / sentences.length) + 11.8 * (count / words.length) - 15.59;
}

function assertPlain(texts) {
  const age = readingAge(texts);
  assert.ok(age <= MOST, `for readers of ${age.toFixed(1)} years`);
  const long = texts.flatMap(sentencesOf).filter((words) => words.length > WORDS_MOST);
  assert.deepEqual(long.map((words) => words.join(' ')), []);
}

describe('The texts are for readers of nine', () => {
  test('on the pages', () => {
    const po = readFileSync(join(root, 'texts/cy.po'), 'utf8');
    const texts = [...po.matchAll(/^msgid ((?:".*"\n)+)/gm)].map(([, lines]) => lines.split('\n').filter(Boolean).map(JSON.parse).join(''));
    assertPlain(texts.filter((text) => text !== ''));
  });

  /** What people read of a pack: not its names, and not the clauses' own order. */
  const READ = ['summary', 'label', 'hint', 'say', 'title', 'start', 'done', 'empty'];
  const textsOf = (value, key) =>
    typeof value === 'string'
      ? READ.includes(key)
        ? [value]
        : []
      : Object.entries(value ?? {}).flatMap(([inner, one]) => textsOf(one, Array.isArray(value) ? key : inner));

  for (const pack of ['northampton', 'county', 'town'])
    test(`in the ${pack} pack`, async () => assertPlain(textsOf(parse(await comity('pack', 'source', pack)))));

  test('and a sentence of officialese is not', () => {
    const officialese = 'Notwithstanding the aforementioned considerations, the authority undertakes to operationalise its obligations.';
    assert.throws(() => assertPlain([officialese]));
  });
});
