// A record of the story: what was said of it, by whom, and who has dealt with it.
const formsOf = (procedure) => [procedure.open.form, ...Object.values(procedure.powers).map((power) => power.form ?? [])].flat();

export class Told {
  /** opener: the id of a person or of a guest. act: the opening, as those in `acts`. */
  constructor(tour, number, ref, procedure, opener, act) {
    Object.assign(this, { tour, number, ref, procedure, opener, opening: act, acts: [], handlers: [], linked: new Set() });
    this.fields = act.fields;
    this.over = false;
  }

  fieldNamed(name) {
    return formsOf(this.procedure).find((field) => field.name === name);
  }

  kindOf(name) {
    return this.fieldNamed(name).kind;
  }

  /** Whatever was ever named in a field. */
  named(name) {
    return [this.opening, ...this.acts].flatMap(({ fields }) => (name in fields ? String(fields[name]).split(' ') : []));
  }

  get service() {
    const field = this.procedure.open.form.find((one) => one.kind === 'service');
    return field && this.fields[field.name];
  }

  /** References of records that a field names: of this act. */
  namedRecords({ fields }) {
    return Object.keys(fields).filter((name) => this.kindOf(name) === 'record').map((name) => fields[name]);
  }
}
