// Builds what browsers load:
//
//     node assets/build.mjs DIRECTORY
//
// writes comity.css, gallery.css, comity.js, comity-more.js, shortcuts.js and icon.svg, each also as .gz, and assets.json: {name: {hash, type}}, where hash
// is the SHA-256 of the plain file in hex. The same sources give the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compile, Logger } from 'sass'

const source = fileURLToPath(new URL('.', import.meta.url))
const directory = process.argv[2]
if (directory === undefined) {
  console.error('usage: node assets/build.mjs DIRECTORY')
  process.exit(2)
}

function styles (name) {
  const { css } = compile(join(source, name), {
    loadPaths: [source, join(source, '..'), join(source, '../node_modules')],
    style: 'compressed',
    charset: false,
    logger: Logger.silent
  })
  return css
}

async function script (name, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(source, name)],
    bundle: true,
    format: 'esm',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    define,
    external: ['./comity-more.js*', './shortcuts.js*'],
    write: false
  })
  return outputFiles[0].text
}

const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex')
const javascript = 'text/javascript; charset=utf-8'

// The hash in the address makes browsers fetch it anew when it has changed.
const more = await script('comity-more.js')
const shortcuts = await script('shortcuts.js')
const address = (name, content) => JSON.stringify(`./${name}?${hashOf(content).slice(0, 16)}`)
const main = await script('comity.js', { COMITY_MORE: address('comity-more.js', more), COMITY_SHORTCUTS: address('shortcuts.js', shortcuts) })
const files = {
  'comity.css': { type: 'text/css; charset=utf-8', content: styles('comity.scss') },
  'gallery.css': { type: 'text/css; charset=utf-8', content: styles('gallery.scss') },
  'comity.js': { type: javascript, content: main },
  'comity-more.js': { type: javascript, content: more },
  'shortcuts.js': { type: javascript, content: shortcuts },
  'icon.svg': { type: 'image/svg+xml', content: readFileSync(join(source, 'icon.svg')) }
}
const manifest = {}
mkdirSync(directory, { recursive: true })
for (const [name, { type, content }] of Object.entries(files)) {
  const bytes = Buffer.from(content)
  const packed = gzipSync(bytes, { level: 9 })
  writeFileSync(join(directory, name), bytes)
  writeFileSync(join(directory, `${name}.gz`), packed)
  manifest[name] = { hash: hashOf(bytes), type }
  console.log(`${name}: ${bytes.length} bytes, ${packed.length} packed`)
}
writeFileSync(join(directory, 'assets.json'), JSON.stringify(manifest, null, 2) + '\n')
