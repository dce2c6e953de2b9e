// A page as text, without a browser: where it leads, what could be sent from it, and how its elements stand.
const NAMES = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescape = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => NAMES[name] ?? "'");

/** Of a tag as it is written: {name: value}; a name without a value has "". */
function attributesOf(tag) {
  const found = {};
  for (const [, name, value = ''] of tag.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)) found[name] = unescape(value);
  return found;
}

/** The addresses on this server that the page's links lead to, without what comes after "#". */
export function linksOf(html) {
  const hrefs = [...html.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(([, href]) => unescape(href));
  return [...new Set(hrefs)];
}

/** The stylesheets, scripts and icon that come with it. */
export const assetsOf = (html) => [...html.matchAll(/\s(?:src|href)="(\/assets\/[^"]*)"/g)].map(([, asset]) => asset);

// ---- forms

function controlsOf(form) {
  const controls = [];
  for (const [tag, kind, rest] of form.matchAll(/<(input|textarea)\b[^>]*>|<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const { name, type, value = '', checked } = attributesOf(tag.slice(0, tag.indexOf('>') + 1));
    if (name === undefined) continue;
    if (kind === undefined) {
      const options = [...rest.matchAll(/<option[^>]*>/g)].map(([option]) => attributesOf(option).value);
      controls.push({ name, kind: 'select', values: options.filter((one) => one !== '') });
    } else {
      controls.push({ name, kind: type ?? (kind === 'textarea' ? 'textarea' : 'text'), value, checked: checked !== undefined });
    }
  }
  return controls;
}

/** Forms that are sent with POST: {action, controls, others: where the other buttons send it}. */
export function formsOf(html) {
  const forms = [];
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    const { action, method } = attributesOf(form.slice(0, form.indexOf('>') + 1));
    if (method !== 'post') continue;
    const others = [...form.matchAll(/\sformaction="([^"]*)"/g)].map(([, other]) => unescape(other));
    forms.push({ action, controls: controlsOf(form), others });
  }
  return forms;
}

const isHidden = ({ kind }) => kind === 'hidden';
export const isToBeFilledIn = (form) => !form.controls.every(isHidden);

/** What a browser sends when nobody touched the form. */
export function untouched(form) {
  const sent = {};
  for (const { name, kind, value = '', checked } of form.controls)
    if ((kind !== 'radio' && kind !== 'checkbox') || checked) sent[name] = value;
  return sent;
}

/** The answers that its radio buttons offer: [[name, value]…]. */
export const answersOf = (form) =>
  form.controls.filter(({ kind }) => kind === 'radio').map(({ name, value }) => [name, value]);

/** The piece of a day that a control asks for. */
const pieceOf = (name) => /-(day|month|year|time)$/.exec(name)?.[1];

/**
 * The form as somebody sends it who answers all of it: the first of what can be chosen, but for the answers that are
 * given as {name: value}. day: a Date, for every day that is asked for.
 */
export function filledIn(form, day, answers = {}) {
  const days = { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear(), time: '10:00' };
  const sent = {};
  const firstBoxes = new Set();
  for (const { name, kind, value, values } of form.controls) {
    const [group] = name.split('.');
    if (kind === 'select') sent[name] = values[0] ?? '';
    else if (kind === 'radio') sent[name] = answers[name] ?? sent[name] ?? value;
    else if (kind === 'checkbox') {
      if (!firstBoxes.has(group)) sent[name] = value;
      firstBoxes.add(group);
    } else if (kind === 'hidden' || value !== '') sent[name] = value;
    else sent[name] = String(days[pieceOf(name)] ?? 'Words of a test, and no more than those.');
  }
  return sent;
}

// ---- elements

const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(\/?)>/g;

/**
 * Every place in which an element stands on the page, once each: what it is in, with its classes, down from the body; and
 * the names of its attributes. Two pages of the same places differ in their words and in how often something comes.
 */
export function placesOf(html) {
  const places = new Set();
  const open = [];
  for (const [, closes, tag, written, closed] of html.matchAll(TAG)) {
    if (closes === '/') {
      open.pop();
      continue;
    }
    const names = written.replace(/="[^"]*"/g, '');
    const classes = / class="([^"]*)"| type="([^"]*)"/.exec(written);
    const place = `${open.at(-1) ?? ''}>${tag}.${classes?.[1] ?? classes?.[2] ?? ''}`;
    places.add(`${place}[${names}]`);
    if (!EMPTY.has(tag) && closed === '') open.push(place);
  }
  return places;
}

/** What can be wrong by what stands on a page together. The summary of errors comes before the heading, as GOV.UK has it. */
export function wrongIn(html) {
  const wrong = [];
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  const known = new Set(ids);
  if (known.size < ids.length) wrong.push(`two elements are called ${ids.find((id, i) => ids.indexOf(id) !== i)}`);
  for (const [, names] of html.matchAll(/\s(?:for|aria-describedby|aria-labelledby|aria-controls|data-aria-controls)="([^"]*)"/g))
    for (const name of names.split(' ')) if (!known.has(name)) wrong.push(`${name} is spoken of and not there`);
  for (const [, name] of html.matchAll(/<a\s[^>]*?href="#([^"]+)"/g))
    if (!known.has(name)) wrong.push(`a link leads to #${name}, which is not there`);
  const levels = [...html.matchAll(/<h([1-6])\b(?! class="govuk-error-summary__title")/g)].map(([, level]) => Number(level));
  if (levels.filter((level) => level === 1).length !== 1) wrong.push(`headings of the first level: ${levels}`);
  levels.forEach((level, i) => {
    if (level > (levels[i - 1] ?? 0) + 1) wrong.push(`a heading of level ${level} comes after ${levels[i - 1]}`);
  });
  if (/<title[^>]*>\s*[–-]?\s*<\/title>/.test(html)) wrong.push('it has no title');
  return wrong;
}
