// What a person types stays in their tab until it is sent: a lost connection, a reload or a page that the phone put
// away loses nothing. The form says whose it is (data-draft): what others left in the tab is thrown away, and signing
// out clears all of it (Clear-Site-Data). Whoever has no account leaves nothing behind.
const KEY = 'draft '
const SENDING = 'draft-sending'
const store = window.sessionStorage

const form = document.querySelector('form[data-draft]')
/** The same for a form, the page on which its answers are checked, and the form again. */
const key = form && KEY + form.dataset.draft + location.pathname.replace(/\/(check|change)$/, '')
const isChoice = (field) => field.type === 'radio' || field.type === 'checkbox'
const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && !['hidden', 'password', 'submit', 'button'].includes(field.type))

function save () {
  const fields = fieldsOf(form).filter((field) => !isChoice(field) || field.checked)
  store.setItem(key, JSON.stringify(fields.map((field) => [field.name, field.value])))
}

/** Only where nothing stands: what the server put there is newer. */
function restore () {
  const saved = JSON.parse(store.getItem(key) ?? '[]')
  const answered = new Set(fieldsOf(form).filter((field) => isChoice(field) && field.checked).map((field) => field.name))
  for (const field of fieldsOf(form)) {
    for (const [name, value] of saved) {
      if (name !== field.name) continue
      if (!isChoice(field)) field.value ||= value
      else if (value === field.value && !answered.has(name)) field.checked = true
    }
  }
}

function sayOffline (button) {
  const said = form.querySelector('.comity-offline') ?? document.createElement('p')
  said.className = 'govuk-error-message comity-offline'
  said.setAttribute('role', 'alert')
  button.before(said)
  said.textContent = form.dataset.offline
}

const DONE = '.govuk-panel--confirmation, .govuk-notification-banner--success, [data-held]'
if (document.querySelector(DONE)) store.removeItem(store.getItem(SENDING))
if (form) {
  for (const other of Object.keys(store)) {
    if (other.startsWith(KEY) && !other.startsWith(`${KEY}${form.dataset.draft}/`)) store.removeItem(other)
  }
  restore()
  form.addEventListener('input', save)
  form.addEventListener('submit', (event) => {
    store.setItem(SENDING, key)
    if (navigator.onLine) return
    event.preventDefault()
    sayOffline(event.submitter)
  })
}
