// Writes the table of language_private.h from catalogues:
//
//     node src/base/embed_texts.mjs OUTPUT.c CODE.po...
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const [output, ...catalogues] = process.argv.slice(2)

let arrays = ''
let entries = ''
for (const file of catalogues) {
  const code = basename(file, '.po')
  const [, name] = /^"X-Language-Name: (.+)\\n"$/m.exec(readFileSync(file, 'utf8'))
  const mo = execFileSync('msgfmt', ['--check', '--no-hash', '--endianness=little', '--output-file=-', file])
  arrays += `static const unsigned char ${code}[] = {${[...mo].join(',')}};\n`
  entries += `    {"${code}", "${name}", ${code}},\n`
}
writeFileSync(output, `#include "base/language_private.h"\n\n${arrays}\nconst struct language languages[] = {\n${entries}};\n` +
  'const size_t language_count = sizeof(languages) / sizeof(languages[0]);\n')
