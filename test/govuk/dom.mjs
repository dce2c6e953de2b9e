// A canonical form of HTML: two texts have the same form when a browser shows and exposes the same.
//
// Attributes are sorted. White space follows the CSS rules: a run of it is one space, none is left at the edges of a
// block, and a space between two inline pieces counts the same on either side of a tag. In <pre> and <textarea> every
// character counts.
import { parseFragment } from 'parse5'

// All others, buttons and labels among them, are laid out as boxes of their own.
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'small', 'span', 'strong', 'sub', 'sup', 'u'])
const verbatim = new Set(['pre', 'textarea'])

const html = 'http://www.w3.org/1999/xhtml'
const empty = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])

const attribute = ({ name, value }) =>
  `${name}=${JSON.stringify(name === 'class' ? value.trim().replace(/\s+/g, ' ') : value)}`

// The name of an element whose end tag is missing, or undefined. Parsers forgive it; the next element would not.
export function unclosed (text) {
  const find = (node) => {
    const { tagName, namespaceURI, sourceCodeLocation, childNodes = [] } = node
    const needsEnd = namespaceURI === html && tagName !== undefined && !empty.has(tagName)
    if (needsEnd && !sourceCodeLocation?.endTag) return tagName
    return childNodes.map(find).find((name) => name !== undefined)
  }
  return parseFragment(text, { sourceCodeLocationInfo: true }).childNodes.map(find).find((name) => name !== undefined)
}

export function canonical (text) {
  const lines = []
  let hasInline = false // something inline came before in this block
  let hasSpace = false // and white space after it

  const startBlock = () => {
    hasInline = false
    hasSpace = false
  }
  const words = (value) => {
    for (const piece of value.match(/[^ \t\n\f\r]+|[ \t\n\f\r]+/g) ?? []) {
      if (/^[ \t\n\f\r]/.test(piece)) {
        hasSpace = hasInline
        continue
      }
      lines.push((hasSpace ? '␣' : '') + piece)
      hasInline = true
      hasSpace = false
    }
  }
  const visit = (node) => {
    if (node.nodeName === '#comment') return
    if (node.nodeName === '#text') return words(node.value)
    const isInline = inline.has(node.tagName)
    if (!isInline) startBlock()
    lines.push(`<${[node.tagName, ...node.attrs.map(attribute).sort()].join(' ')}>`)
    if (verbatim.has(node.tagName)) lines.push(JSON.stringify(node.childNodes.map((child) => child.value).join('')))
    else node.childNodes.forEach(visit)
    lines.push(`</${node.tagName}>`)
    if (!isInline) startBlock()
  }
  parseFragment(text).childNodes.forEach(visit)
  return lines
}
