// What the macros of MOJ Frontend make of the cases, rendered from the package as it is installed; and a check that the
// cases took each branch of each template both ways.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { cases } from './moj-cases.mjs'

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))
const frontend = join(packages, '@ministryofjustice/frontend')
const filters = createRequire(import.meta.url)(join(frontend, 'moj/filters/all.js'))()
const { nodes, parser } = nunjucks

// ---- branches

const branches = new Map() // where they stand, and the ways that were taken
const sources = new Map() // of the templates that are watched, with their names

// Lets a part of a template tell what it came to.
function watch (part, name) {
  const { lineno, colno } = part
  const place = `${name}, line ${lineno + 1}, column ${colno + 1}`
  if (!branches.has(place)) branches.set(place, new Set())
  return new nodes.Filter(lineno, colno, new nodes.Symbol(lineno, colno, 'watched'),
    new nodes.NodeList(lineno, colno, [part, new nodes.Literal(lineno, colno, place)]))
}

function watched (value, place) {
  branches.get(place).add(Boolean(value))
  return value
}

function watchAll (node, name) {
  const isDefault = node instanceof nodes.Filter && node.name.value === 'default'
  node.iterFields((field, key) => {
    for (const child of Array.isArray(field) ? field : [field]) if (child instanceof nodes.Node) watchAll(child, name)
    const decides = (key === 'cond' && (node instanceof nodes.If || node instanceof nodes.InlineIf)) ||
      (key === 'left' && node instanceof nodes.Or)
    if (decides) node[key] = watch(field, name)
  })
  if (isDefault) node.args.children[0] = watch(node.args.children[0], name)
  return node
}

const { parse } = parser
parser.parse = (source, ...rest) => {
  const tree = parse(source, ...rest)
  return sources.has(source) ? watchAll(tree, sources.get(source)) : tree
}

// ---- the macros

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([join(packages, 'govuk-frontend/dist'), frontend]), { autoescape: true })
for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter)
environment.addFilter('watched', watched)

function macro (component) {
  if (component === 'sortable-table') return nunjucks.compile('{% from "govuk/components/table/macro.njk" import govukTable %}{{ govukTable(params) }}', environment)
  const path = `moj/components/${component}/template.njk`
  sources.set(readFileSync(join(frontend, path), 'utf8'), component)
  return environment.getTemplate(path, true)
}

// ---- the same options for C, which takes times as they are shown, a heading by its level, and whether there is a label

const time = (timestamp, type) => ({ datetime: filters.mojDate(timestamp, type), text: filters.mojDate(timestamp, type) })

const translations = {
  alert: ({ headingTag, ...options }) => ({ ...options, headingLevel: Number(headingTag?.slice(1) ?? 0) }),
  badge: ({ label, ...options }) => ({ ...options, label: label !== undefined }),
  messages: (options) => ({
    ...options,
    items: options.items?.map((item) => ({ ...item, day: time(item.timestamp, 'date'), time: time(item.timestamp, 'time') }))
  }),
  'sortable-table': ({ attributes: { 'data-module': own, ...attributes }, ...options }) => ({ ...options, attributes }),
  timeline: (options) => ({
    ...options,
    items: options.items?.map((item) => {
      const { timestamp, type, format } = item.datetime
      const shown = type === undefined ? filters.date(timestamp, format) : filters.mojDate(timestamp, type)
      return { ...item, date: { datetime: timestamp, text: shown } }
    })
  })
}

// {component: [{options, html}]}
export function mojFixtures () {
  const fixtures = {}
  for (const [component, list] of Object.entries(cases)) {
    const template = macro(component)
    const translate = translations[component] ?? ((options) => options)
    fixtures[`moj-${component}`] = list.map((options) => ({
      name: JSON.stringify(options).slice(0, 80),
      options: translate(options),
      html: template.render({ params: options })
    }))
  }
  const untaken = [...branches].filter(([, ways]) => ways.size < 2).map(([place]) => place)
  if (untaken.length > 0) throw new Error(`moj-cases.mjs leaves branches untaken: ${untaken.join('; ')}`)
  return fixtures
}
