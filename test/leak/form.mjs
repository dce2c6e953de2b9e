// Forms, filled in as somebody might: by what the API offers to choose and what the pack says of each field.
const DAY = 24 * 3600_000;

/** A Wednesday so many days on, or back: no office of the packs is closed on one in the weeks of a story. */
function wednesday(now, days) {
  const day = new Date(Date.parse(now) + days * DAY);
  while (day.getUTCDay() !== 3) day.setUTCDate(day.getUTCDate() + Math.sign(days));
  return day.toISOString().slice(0, 10);
}

function asked({ when }, fields) {
  return Object.entries(when ?? {}).every(([name, values]) => values.includes(fields[name]));
}

/** Of several things that can be named, one or two; as the pack's kinds want them. */
function someOf(chance, values) {
  return chance.shuffled(values).slice(0, 1 + chance.number(2)).join(' ');
}

const KINDS = {
  attest: () => true,
  date: ({ chance, now }, field) => wednesday(now, field.past ? -1 - chance.number(10) : 10 + chance.number(30)),
  time: ({ chance, now }) => `${wednesday(now, 10 + chance.number(30))}T${10 + chance.number(6)}:${chance.of(['00', '15', '30'])}`,
  people: ({ chance, prefer }, field, values) => someOf(chance, prefer(values)),
  wards: ({ chance }, field, values) => someOf(chance, values),
  record: ({ chance, ours }, field, values) => chance.of(values.filter(ours)),
  part: ({ chance, partsOf }, field, values, fields) => chance.of(partsOf(fields[field['part of']])),
};

/**
 * The fields of a form, or undefined when there is nothing to choose for one that must be given. form: the API's;
 * known(name): the pack's words on the field. at: {chance, now, prefer, refused, ours, partsOf, write}. prefer(values): those to
 * choose from; refused: choices, "field value", that nobody gets far with; ours(ref): whether a record is one of the
 * story; partsOf(ref): names of the parts that can be read of it; write(field): the words for a field.
 */
export function fill(at, form, known) {
  const fields = {};
  for (const field of form) {
    if (!asked(field, fields) || (!field.required && at.chance.once(3))) continue;
    const { kind, name } = field;
    if (['text', 'long', 'guest'].includes(kind)) {
      fields[name] = at.write(field);
      continue;
    }
    const values = field.choices.map(({ value }) => value);
    const taken = values.filter((one) => !at.refused.has(`${name} ${one}`));
    const choose = KINDS[kind] ?? (() => at.chance.of(at.prefer(taken.length > 0 ? taken : values)));
    const value = choose(at, known(name), values, fields);
    if (value === undefined && field.required) return undefined;
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}
