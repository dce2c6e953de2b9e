// Whether a value is as a JSON Schema says: of the schemas, the words that our OpenAPI document uses, and no others.

const TYPES = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: Number.isInteger,
  array: Array.isArray,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};
const FORMATS = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

const rules = {
  description: () => [],
  $ref: (name, value, at, document) => {
    const schema = name
      .slice(2)
      .split('/')
      .reduce((inside, key) => inside?.[key], document);
    return schema === undefined ? [`${at}: there is no ${name}`] : problems(schema, value, at, document);
  },
  type: (type, value, at) => (TYPES[type](value) ? [] : [`${at} is no ${type}: ${JSON.stringify(value)}`]),
  format: (format, value, at) => (FORMATS[format].test(value) ? [] : [`${at} is no ${format}: ${value}`]),
  const: (wanted, value, at) => (value === wanted ? [] : [`${at} is not ${wanted}`]),
  enum: (values, value, at) => (values.includes(value) ? [] : [`${at} is none of ${values}: ${value}`]),
  minimum: (least, value, at) => (value >= least ? [] : [`${at} is less than ${least}`]),
  maximum: (most, value, at) => (value <= most ? [] : [`${at} is more than ${most}`]),
  oneOf: (schemas, value, at, document) => {
    const found = schemas.map((schema) => problems(schema, value, at, document));
    const fit = found.filter((list) => list.length === 0).length;
    return fit === 1 ? [] : [`${at} fits ${fit} of ${schemas.length}`, ...(fit === 0 ? found.flat() : [])];
  },
  items: (schema, value, at, document) =>
    TYPES.array(value) ? value.flatMap((one, i) => problems(schema, one, `${at}[${i}]`, document)) : [],
  properties: (schemas, value, at, document) =>
    Object.entries(schemas)
      .filter(([name]) => value?.[name] !== undefined)
      .flatMap(([name, schema]) => problems(schema, value[name], `${at}.${name}`, document)),
  required: (names, value, at) =>
    names.filter((name) => value?.[name] === undefined).map((name) => `${at} lacks ${name}`),
  additionalProperties: (schema, value, at, document, { properties = {} }) =>
    Object.keys(value ?? {})
      .filter((name) => !(name in properties))
      .flatMap((name) =>
        schema === false ? [`${at} has a ${name}`] : problems(schema, value[name], `${at}.${name}`, document),
      ),
};

/** What is wrong with the value, each in a sentence with its place; a word of the schema that is not known throws. */
export function problems(schema, value, at, document) {
  return Object.entries(schema).flatMap(([word, says]) => rules[word](says, value, at, document, schema));
}
