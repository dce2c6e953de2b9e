// Compares what the C components write with every fixture of the govuk-frontend package, and with what the macros of
// MOJ Frontend make of the cases in moj-cases.mjs.
//
//     node test/govuk/run.mjs [PATH OF govuk_fixtures]
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonical, unclosed } from './dom.mjs'
import { mojFixtures } from './moj.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const driver = process.argv[2] ?? join(root, 'build/src/govuk/govuk_fixtures')
const components = join(root, 'node_modules/govuk-frontend/dist/govuk/components')

function render (component, fixtures) {
  const { status, stdout, stderr, error } = spawnSync(driver, [component], { input: fixtures, maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${driver} ${component}: ${error?.message ?? stderr}`)
  return stdout.toString().split('\0').slice(0, -1)
}

// The icons of the MOJ alert are drawn anew in C.
const undrawn = (html) => html.replace(/(<svg class="moj-alert__icon"[^>]*>).*?(<\/svg>)/s, '$1$2')

// What is wrong with the actual HTML, or null. The <hr> would land inside what was left open at the end.
function difference (expected, actual) {
  const open = unclosed(actual)
  if (open !== undefined) return `<${open}> has no end tag`
  const wanted = canonical(undrawn(expected) + '<hr>')
  const got = canonical(undrawn(actual) + '<hr>')
  const at = wanted.findIndex((line, i) => line !== got[i])
  if (at < 0 && got.length === wanted.length) return null
  const line = at < 0 ? wanted.length : at
  return `expected ${wanted[line] ?? 'the end'}\n      got ${got[line] ?? 'the end'}`
}

if (!existsSync(driver) || !existsSync(components)) {
  console.error(`run.mjs: needs ${driver} (ninja) and ${components} (npm ci)`)
  process.exit(1)
}

let failed = false

// sets: {component: the text of a fixtures.json}
function compare (what, sets) {
  let total = 0
  const failures = []
  for (const [component, text] of Object.entries(sets)) {
    const { fixtures } = JSON.parse(text)
    const rendered = render(component, text)
    if (rendered.length !== fixtures.length) throw new Error(`${component}: ${rendered.length} answers`)
    fixtures.forEach((fixture, i) => {
      total++
      const problem = difference(fixture.html, rendered[i])
      if (problem !== null) failures.push(`${component}: ${fixture.name}\n ${problem}`)
    })
  }
  failures.forEach((failure) => console.log(failure))
  console.log(`${what} fixtures: ${total - failures.length} of ${total}`)
  failed ||= total === 0 || failures.length > 0
}

const paths = readdirSync(components).map((name) => [name, join(components, name, 'fixtures.json')])
compare('govuk', Object.fromEntries(paths.filter(([, path]) => existsSync(path)).map(([name, path]) => [name, readFileSync(path)])))
compare('moj', Object.fromEntries(Object.entries(mojFixtures()).map(([name, fixtures]) => [name, JSON.stringify({ fixtures })])))
process.exitCode = failed ? 1 : 0
