// What the three protocols say, as the scenarios need it, stated here apart from the packs. Dates are those of what is
// received on NOW, Monday 6 July 2026; a day
// ends at 23:00 in UTC then.

export const protocols = {
  northampton: {
    party: { enquiry: '2.4', advice: '2.4' },
    respond: { clause: '5.2', due: '2026-07-13', days: 5 },
    // when the time to respond has run out: who is told at once beside the Member, and who when that did not help
    missed: { at: '2026-07-13T23:00:00Z', also: [], next: 'chief-executive', nextAt: '2026-07-16T23:00:00Z' },
    refuse: '3.4',
    route: '3.9',
    open: '3.4',
  },
  county: {
    party: { enquiry: '1.11.3', advice: '1.11.3' },
    respond: { clause: '1.7.2', due: '2026-07-13', days: 5 },
    missed: { at: '2026-07-13T23:00:00Z', also: [], next: 'chief-executive', nextAt: '2026-07-16T23:00:00Z' },
    refuse: '1.7.9',
    route: '1.6.2(b)',
    open: '1.7.6',
  },
  town: {
    party: { enquiry: '7.5', advice: '7.6' },
    respond: { clause: '6.1(d)', due: '2026-07-20', days: 10 },
    missed: { at: '2026-07-20T23:00:00Z', also: ['town-clerk'], next: 'town-clerk', nextAt: '2026-07-28T23:00:00Z' },
    refuse: '6.1(d)',
    route: '3.3',
    open: '6.1(f)',
  },
};

/** The fields of an enquiry that every protocol takes. */
export function enquiry(pack, service, more = {}) {
  return {
    service: service.id,
    for: 'myself',
    subject: 'The lamps in Mill Lane',
    question: 'When will the three lamps that are out be mended?',
    purpose: 'council',
    ...(pack === 'town' ? { instruction: 'not' } : {}),
    ...more,
  };
}

export function advice(pack, service, more = {}) {
  return {
    service: service.id,
    for: 'me',
    seeks: 'advice',
    subject: 'Leasing the old depot',
    question: 'Can the council lease the old depot to a club, and what speaks for and against it?',
    purpose: 'council',
    ...more,
  };
}

/** What a group is given: advice, or in the town a report. The procedure and its fields. */
export function forGroup(pack, service, more = {}) {
  if (pack !== 'town') return ['advice', advice(pack, service, { for: 'my group', ...more })];
  const { for: whom, ...fields } = advice(pack, service, { seeks: 'report', topic: 'The old depot', ...more });
  return ['group-report', fields];
}

/** What the handler sends to a group: the power and its fields. `words` are the advice, or what the report has in its place. */
export const sentToGroup = (pack, facts, words) =>
  pack === 'town'
    ? ['report', { facts, options: words, neutral: true, 'no-recommendation': true }]
    : ['answer', given(pack, { facts, advice: words })];

export const attested = { objective: true, consistent: true, professional: true, neutral: true, complete: true };

/** What the handler sends as advice to one Member. */
export function given(pack, more = {}) {
  return {
    advice: 'Lease it for seven years, with a break clause after three.',
    facts: 'The depot was valued at 210,000 pounds in March. Its roof was mended in 2019.',
    ...attested,
    ...(pack === 'county' ? { meeting: 'not' } : {}),
    ...more,
  };
}

/** What the handler answers to an enquiry. */
export function answer(pack, more = {}) {
  return {
    answer: 'All three will be mended on Thursday.',
    ...(pack === 'county' ? { foi: 'not', meeting: 'not' } : {}),
    ...more,
  };
}

/** What the handler gives of the facts. */
export const released = (pack, fields) => ({ ...fields, ...(pack === 'county' ? { meeting: 'not' } : {}) });
