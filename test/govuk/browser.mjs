// Looks at the example page and our own patterns in a browser: with and without JavaScript, on a phone of 320 pixels, in
// forced colours and on paper.
//
//     node test/govuk/browser.mjs [PATH OF govuk_example] [PATH OF chromium]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = process.argv[2] ?? join(root, 'build/src/govuk/govuk_example')
const executablePath = process.argv[3] ?? '/usr/bin/chromium'
const address = 'http://example.test/'

let assets
let browser
let html

before(async () => {
  assets = mkdtempSync(join(tmpdir(), 'assets-'))
  execFileSync(process.execPath, [join(root, 'assets/build.mjs'), assets])
  const patterns = readFileSync(join(root, 'test/govuk/patterns.html'), 'utf8')
  html = execFileSync(example).toString().replace('</main>', `${patterns}</main>`)
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})

after(async () => {
  await browser?.close()
  if (assets !== undefined) rmSync(assets, { recursive: true })
})

// The example in a page of its own, under the policy that a server of ours sends.
async function open (options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options })
  const page = await context.newPage()
  page.problems = []
  page.on('console', (message) => message.type() === 'error' && page.problems.push(message.text()))
  page.on('pageerror', (error) => page.problems.push(error.message))
  await page.route('**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1).replace(/^page\./, 'comity.')
    if (name === '') {
      return route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:" },
        body: html
      })
    }
    return route.fulfill({ path: join(assets, name) })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  return page
}

// The names of these two begin with their visible text, but for a comma that makes a screen reader pause.
const spokenComma = /govuk-accordion__section-button|govuk-file-upload-button/

async function violations (page) {
  await page.context().newCDPSession(page).then((session) => session.send('Page.setBypassCSP', { enabled: true }))
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  }))
  return violations.flatMap(({ id, nodes }) => nodes
    .filter((node) => !(id === 'label-content-name-mismatch' && spokenComma.test(node.html)))
    .map((node) => `${id}: ${node.html.slice(0, 200)}`))
}

const overflow = (page) => page.evaluate(() => [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5 &&
    !element.closest('.comity-scroll, .govuk-skip-link, .govuk-visually-hidden'))
  .map((element) => element.outerHTML.slice(0, 100)))

test('the page has no accessibility violations', async () => {
  assert.deepEqual(await violations(await open()), [])
})

test('the script runs under a policy without inline scripts', async () => {
  const page = await open()
  assert.deepEqual(page.problems, [])
  assert.equal(await page.locator('body.js-enabled.govuk-frontend-supported').count(), 1)
  await page.getByRole('button', { name: 'Show password' }).click()
  assert.equal(await page.locator('#password').getAttribute('type'), 'text')
  assert.equal(await page.locator('.govuk-tabs__panel:visible').count(), 1)
  assert.equal(await page.locator('#conditional-for-4').isVisible(), false)
  await page.getByLabel('A body', { exact: true }).check()
  assert.equal(await page.locator('#conditional-for-4').isVisible(), true)
})

test('without JavaScript nothing is hidden', async () => {
  const page = await open({ javaScriptEnabled: false })
  assert.equal(await page.locator('.govuk-tabs__panel:visible').count(), 2)
  assert.equal(await page.locator('.govuk-accordion__section-content:visible').count(), 2)
  assert.equal(await page.getByLabel('Which body?').isVisible(), true)
})

test('on a phone of 320 pixels nothing sticks out', async () => {
  const page = await open({ viewport: { width: 320, height: 600 } })
  assert.deepEqual(await overflow(page), [])
  assert.deepEqual(await violations(page), [])
})

test('in forced colours the patterns keep their edges', async () => {
  const page = await open({ forcedColors: 'active' })
  for (const part of ['.comity-identity-bar', '.comity-box', '.comity-badge', '.comity-messages__message', '.comity-filter']) {
    const edge = await page.locator(part).first().evaluate((element) => {
      const style = window.getComputedStyle(element)
      return { width: parseFloat(style.borderTopWidth), isSeen: style.borderTopColor !== style.backgroundColor }
    })
    assert.ok(edge.width > 0 && edge.isSeen, part)
  }
})

test('on paper only what can be read is left', async () => {
  const page = await open()
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.govuk-button:visible, .govuk-service-navigation:visible').count(), 0)
  assert.equal(await page.locator('.comity-timeline').isVisible(), true)
})
