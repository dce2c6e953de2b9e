// Options for the macros of MOJ Frontend, by component. Together they take each branch of each template; moj.mjs says so
// when they do not.

const text = { text: 'Ask & <answer>' }
const html = { html: '<strong>Ask</strong> and answer' }
const looks = { classes: 'one two', attributes: { 'data-a': '1 & "2"', id: 'x' } }

const menu = {
  button: { text: 'Do more', classes: 'govuk-button--warning' },
  alignMenu: 'right',
  items: [
    { ...text, href: '/ask?a=1&b=2', classes: 'mine' },
    { ...html, name: 'act', value: 'close', type: 'button', disabled: true, attributes: { 'data-a': 'b' } }
  ],
  ...looks
}

const noon = '2027-05-14T12:00:00Z'
const later = '2027-05-14T15:20:00Z'
const nextDay = '2027-05-15T09:05:00Z'

export const cases = {
  alert: [
    { title: 'Nothing & more' },
    { variant: 'information', title: 'Told', ...text },
    { variant: 'success', title: 'Done', ...html, showTitleAsHeading: true },
    { variant: 'warning', title: 'Soon', ...text, showTitleAsHeading: true, headingTag: 'h3', ...looks },
    { variant: 'error', title: 'Wrong', showTitleAsHeading: true, headingTag: 'h4', role: 'alert' },
    { variant: 'other', title: 'Level', ...text, showTitleAsHeading: true, headingTag: 'h6' },
    { ...text },
    { title: 'Gone', ...text, dismissible: true, dismissText: 'Take it away', focusOnDismissSelector: '#main' },
    { title: 'Still', ...text, dismissible: 'false', disableAutoFocus: 'false' },
    { title: 'Quiet', ...text, dismissible: true, disableAutoFocus: true }
  ],
  badge: [text, html, { ...text, ...html, ...looks }, { ...text, label: 'Late' }],
  'button-menu': [{}, { items: [text] }, menu],
  filter: [
    { heading: text, optionsHtml: '<p>Words</p>' },
    { heading: html, submit: { text: 'Find', attributes: { 'data-a': 'b' } }, attributes: looks.attributes },
    { heading: text, submit: {}, selectedFilters: { heading: text, clearLink: { href: '/all?a&b', text: 'Clear <all>' } } },
    {
      heading: text,
      selectedFilters: {
        heading: html,
        clearLink: { href: '/', text: 'Clear' },
        categories: [
          { heading: text, items: [{ href: '/a', text: 'One & two' }, { href: '/b', text: 'Two' }] },
          { heading: html }
        ]
      }
    }
  ],
  'identity-bar': [{}, { title: text, menus: [menu, { items: [text] }] }, { title: html, ...looks }],
  messages: [
    {},
    {
      id: 'talk',
      label: 'What was said',
      ...looks,
      items: [
        { id: '1', type: 'sent', ...text, sender: 'A & B', timestamp: noon },
        { type: 'received', ...html, sender: 'C', timestamp: later },
        { id: '3', type: 'sent', ...text, sender: 'A & B', timestamp: nextDay }
      ]
    }
  ],
  'sub-navigation': [
    {},
    {
      label: 'State & more',
      ...looks,
      items: [{ ...text, href: '/a?b&c', active: true }, { ...html, href: '/d', ...looks }]
    }
  ],
  timeline: [
    {},
    { items: [{ label: text, datetime: { timestamp: noon, type: 'datetime' }, ...text }] },
    {
      headingLevel: 3,
      ...looks,
      items: [
        { label: html, byline: text, datetime: { timestamp: later, type: 'shortdate' }, ...html, ...looks },
        { label: text, byline: html, datetime: { timestamp: nextDay, format: 'D/M/YYYY' } }
      ]
    }
  ],
  // A GOV.UK table with the attributes that the script looks for.
  'sortable-table': [
    { attributes: { 'data-module': 'moj-sortable-table' }, rows: [] },
    {
      caption: 'Enquiries',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      classes: 'one two',
      attributes: { 'data-module': 'moj-sortable-table', id: 'x' },
      head: [
        { ...text, attributes: { 'aria-sort': 'ascending' } },
        { ...html, attributes: { 'aria-sort': 'descending' }, format: 'numeric' },
        { text: 'Due', attributes: { 'aria-sort': 'none' }, classes: 'mine' },
        { text: 'Act' }
      ],
      rows: [
        [text, { text: '£12', format: 'numeric', attributes: { 'data-sort-value': '12' } }, text, html],
        [html, { text: '£7', format: 'numeric', attributes: { 'data-sort-value': '7' }, classes: 'mine' }, text, text]
      ]
    }
  ]
}
