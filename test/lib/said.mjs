// What a page says, and in which language: its texts and what a screen reader reads out of its attributes, each with the
// language that the nearest element around it has.
const READ_OUT = ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'data-offline'];
const REFERENCE = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g;
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', '!doctype']);

const unescape = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' })[name] ?? "'");

/** [{text, lang}] of a page of ours, whose HTML is well-formed. */
export function said(html) {
  const found = [];
  const around = [];
  const add = (text, lang) => {
    const words = unescape(text).replace(/\s+/g, ' ').trim();
    if (/\p{L}{2}/u.test(words)) found.push({ text: words, lang });
  };
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const lang = around.at(-1)?.lang;
    const [, end, name] = /^<(\/?)([!\w]+)/.exec(piece) ?? [];
    if (name === undefined) {
      if (around.at(-1)?.name !== 'textarea') add(piece, lang);
    } else if (end === '/') {
      around.pop();
    } else {
      const attributes = new Map([...piece.matchAll(/\s([\w.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
      const own = attributes.get('lang') ?? lang;
      for (const [key, value] of attributes) if (READ_OUT.includes(key) || key.startsWith('data-i18n.')) add(value, own);
      if (!VOID.has(name.toLowerCase()) && !piece.endsWith('/>')) around.push({ name, lang: own });
    }
  }
  return found;
}

/** Takes known texts out of others, whole words alone: what remains of one, "" when nothing has letters any more. */
export class Known {
  #texts = new Set();
  #pattern;

  add(...texts) {
    for (const text of texts) if (/\p{L}/u.test(text ?? '')) this.#texts.add(text.replace(/\s+/g, ' ').trim());
    this.#pattern = undefined;
  }

  rest(text) {
    const escaped = () => [...this.#texts].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    this.#pattern ??= new RegExp(`(?<!\\p{L})(?:${escaped().join('|')})(?!\\p{L})`, 'gu');
    const rest = text.replace(REFERENCE, '').replace(this.#pattern, '');
    return /\p{L}{2}/u.test(rest) ? rest.trim() : '';
  }
}
