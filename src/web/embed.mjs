// Writes the table of assets.h from what assets/build.mjs made:
//
//     node src/web/embed.mjs DIRECTORY OUTPUT.c
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [directory, output] = process.argv.slice(2)
const manifest = JSON.parse(readFileSync(join(directory, 'assets.json'), 'utf8'))

const identifier = (name) => name.replace(/[^a-z0-9]/g, '_')
const array = (name, bytes) => `static const unsigned char ${name}[] = {${[...bytes].join(',')}};\n`

let arrays = ''
let entries = ''
for (const [name, { hash, type }] of Object.entries(manifest)) {
  const id = identifier(name)
  const version = hash.slice(0, 16)
  arrays += array(`${id}_plain`, readFileSync(join(directory, name)))
  arrays += array(`${id}_packed`, readFileSync(join(directory, `${name}.gz`)))
  entries += `    {"${name}", "${type}", "/assets/${name}?${version}", "${version}", ${id}_plain, ${id}_packed, ` +
    `sizeof(${id}_plain), sizeof(${id}_packed)},\n`
}
writeFileSync(output, `#include "web/assets.h"\n\n${arrays}\nconst struct asset assets[] = {\n${entries}};\n` +
  'const size_t asset_count = sizeof(assets) / sizeof(assets[0]);\n')
