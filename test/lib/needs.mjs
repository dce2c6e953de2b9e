// What must be answered. A scenario answers what is needed and no more: a visitor tries each field without it once in each
// council, and wants to be told so beside the field. Only these are left to who answers.
const LEFT_TO_THEM = {
  'complaint open': ['clause', 'ground', 'wanted', 'name', 'contact'],
  'attention open': ['from'],
  'concern open': ['clause', 'part-2-clause'],
  'confidential-report open': ['name', 'contact'],
  'decision open': ['decides'],
  'declaration open': ['about'],
  'disagreement open': ['wish'],
  'enquiry open': ['constituent-contact'],
  'group-meeting open': ['confidential'],
  'leak open': ['record'],
  'other open': ['wish'],
  'procedural-advice open': ['service'],
  'training open': ['call'],
  'pressure open': ['about', 'what', 'report'],
  'ADV answer': ['committee'],
  'ADV give-facts': ['committee'],
  'ADV consent': ['consent'],
  'ADV reassign': ['note'],
  'ADV refuse': ['ground'],
  'ADV release': ['committee'],
  'APT answer': ['outcome'],
  'APT refuse': ['ground'],
  'ENQ consent': ['consent'],
  'GDE refuse': ['ground'],
  'OTH refuse': ['ground'],
  'DOC answer': ['committee'],
  'DOC refuse': ['ground'],
  'LET refuse': ['ground'],
  'SUP refuse': ['ground'],
  'ENQ answer': ['committee'],
  'ENQ reassign': ['note'],
  'ENQ refuse': ['ground'],
  'GRP agree': ['terms'],
  'GRP record': ['conclusion', 'notes', 'present'],
  'GRP refuse': ['ground', 'reason'],
  'RGR reassign': ['note'],
  'RGR refuse': ['reason'],
  'PRC consent': ['consent'],
};

/** Those of the fields that cannot be left out, and have not been in this council. `of`: the procedure, or the record's prefix. */
export function needed(council, of, power, fields) {
  council.leftOut ??= new Set();
  return Object.keys(fields).filter((name) => {
    const tried = `${of} ${power} ${name}`;
    if (fields[name] === undefined || LEFT_TO_THEM[`${of} ${power}`]?.includes(name) || council.leftOut.has(tried)) return false;
    council.leftOut.add(tried);
    return true;
  });
}
