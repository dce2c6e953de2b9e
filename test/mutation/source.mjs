// A pack as one value: read as the program prints it, changed, and written as a folder that the program reads.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { comity, packs, root } from '../lib/comity.mjs';

// The program writes JSON, but for truth values: those are yes and no.
const WORDS = { yes: 'true', no: 'false', true: 'yes', false: 'no' };
const exchanged = (text, words) =>
  text.replace(new RegExp(`"(?:[^"\\\\]|\\\\.)*"|\\b(?:${words})\\b`, 'g'), (token) => WORDS[token] ?? token);

/** The merged pack: the keys of pack.yaml, `holidays` and `procedures`. */
export async function readSource(pack) {
  return JSON.parse(exchanged(await comity('pack', 'source', pack), 'yes|no'));
}

/** Where each entry of it stands: "procedures\t3\tpowers\tanswer" -> "packs/county/enquiry.yaml:31". */
export async function readPlaces(pack) {
  const lines = (await comity('pack', 'source', pack, '--places')).trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const [place, ...way] = line.split('\t');
      return [way.join('\t'), relative(root, place.replace(/:\d+$/, ''))];
    }),
  );
}

/** A folder of packs in which one reads as this source, and the others as ever. */
export function writeSource(folder, source) {
  const { holidays, procedures, ...pack } = source;
  const write = (name, value) =>
    writeFileSync(join(folder, source.pack, `${name}.yaml`), exchanged(JSON.stringify(value), 'true|false'));
  mkdirSync(join(folder, source.pack), { recursive: true });
  write('pack', pack);
  if (holidays !== undefined) write('holidays', { holidays });
  for (const procedure of procedures) write(procedure.procedure, procedure);
  const demo = join(packs, source.pack, 'demo.txt');
  if (existsSync(demo)) symlinkSync(demo, join(folder, source.pack, 'demo.txt'));
  for (const other of readdirSync(packs)) if (other !== source.pack) symlinkSync(join(packs, other), join(folder, other));
}
