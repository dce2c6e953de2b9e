// Single keys, for whoever turned them on (/settings). They rest while somebody writes, and leave every key with Ctrl, Alt
// or the command key to the browser.
const pages = { h: '/', d: '/duties', r: '/records', s: '/start', '?': '/settings' }
const writes = (element) => element.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null
const rows = () => [...document.querySelectorAll('main a[href^="/records/"]')]

function move (step) {
  const links = rows()
  const at = links.indexOf(document.activeElement)
  links[at === -1 ? (step > 0 ? 0 : links.length - 1) : at + step]?.focus()
}

function search () {
  const words = document.querySelector('input[name=words]')
  if (words) words.focus()
  else location.assign('/records')
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || writes(event.target)) return
  const { key } = event
  if (key in pages) location.assign(pages[key])
  else if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1)
  else if (key === '/') search()
  else if (/^[1-9]$/.test(key)) document.querySelectorAll('a.comity-power')[key - 1]?.click()
  else return
  event.preventDefault()
})
