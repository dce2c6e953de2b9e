// Forms filled in by what the API says of them, and as a page sends them.
const DAY = 24 * 3600_000;
/** What is written where anything can be. */
export const WORDS = 'Words';

/** A Wednesday three weeks on, when no office of the packs is closed. */
function wednesday(now) {
  const day = new Date(Date.parse(now) + 21 * DAY);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

const isAsked = ({ when }, fields) => Object.entries(when ?? {}).every(([name, values]) => values.includes(fields[name]));

/** Any answers that the form takes; undefined when there is nothing to choose for a field that must be answered. */
export function answers(form, now) {
  const fields = {};
  for (const field of form.filter((one) => one.required)) {
    if (!isAsked(field, fields)) continue;
    const given = { attest: 'yes', date: wednesday(now), time: `${wednesday(now)}T14:00`, text: WORDS, long: WORDS, guest: WORDS };
    const value = given[field.kind] ?? field.choices[0]?.value;
    if (value === undefined) return undefined;
    fields[field.name] = value;
  }
  return fields;
}

/** The same as the page's own inputs have it: a date in three, a box for each of several things. */
export function inBoxes(form, fields) {
  const sent = {};
  for (const { name, kind } of form) {
    const value = fields[name];
    if (value === undefined) continue;
    if (kind === 'date' || kind === 'time') {
      const [, year, month, day, clock] = /^(\d+)-(\d+)-(\d+)(?:T(.*))?$/.exec(value);
      Object.assign(sent, { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year });
      if (clock !== undefined) sent[`${name}-time`] = clock;
    } else {
      sent[kind === 'people' || kind === 'wards' ? `${name}.1` : name] = value;
    }
  }
  return sent;
}
