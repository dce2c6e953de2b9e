// Councils made ahead, which scenarios then copy: to make one takes longer than most scenarios.
//
//   node test/mutation/councils.mjs PACK DIR    makes DIR/demo-PACK and DIR/young-PACK, each with everybody's tokens
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo, young } from '../lib/council.mjs';

const [pack, folder] = process.argv.slice(2);

for (const [kind, make] of Object.entries({ demo, young })) {
  const to = join(folder, `${kind}-${pack}`);
  const council = await make({ pack });
  await council.everybody();
  const tokens = await Promise.all(council.cast.people.map(async (person) => [person.id, (await council.as(person)).token]));
  await council.stop();
  mkdirSync(to, { recursive: true });
  cpSync(council.place[1], join(to, 'council'), { recursive: true });
  writeFileSync(join(to, 'tokens.json'), JSON.stringify(Object.fromEntries(tokens)));
}
