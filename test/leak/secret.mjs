// Words that differ between two worlds: by as many letters, or at another length.
import { createHash } from 'node:crypto';

const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo qu'.split(' ');

function word(seed, syllables) {
  const bytes = createHash('sha256').update(seed).digest();
  return Array.from({ length: syllables }, (_, i) => SYLLABLES[bytes[i] % SYLLABLES.length]).join('');
}

/** The one word of a text that stands in no other. */
export const secretWord = (key, other) => word(`${key} ${other ? 'other' : 'first'}`, 6);

/** What is written under a key: in the first world, or otherwise in another one. kind: text, long or guest. */
export function secretText(key, kind, other) {
  const said = `The ${secretWord(key, other)}`;
  const alike = createHash('sha256').update(key).digest()[0] % 2 === 0;
  if (alike || !other) return `${said} of the mill`;
  return kind === 'long' ? `${said} & <b> "quoted" ’s hedge, 41 of them. `.repeat(40) : `${said} & <i>, at some more length`;
}
