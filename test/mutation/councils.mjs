// Councils made ahead, which scenarios then copy: to make one takes longer than most scenarios.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demo, young } from '../lib/council.mjs';

/** Makes demo-PACK and young-PACK in the folder, each with who is who and everybody's tokens. */
export async function makeAhead(pack, folder) {
  for (const [kind, make] of Object.entries({ demo, young })) {
    const to = join(folder, `${kind}-${pack}`);
    const council = await make({ pack });
    const { directory, tokens } = council;
    await council.stop();
    mkdirSync(to, { recursive: true });
    cpSync(council.place[1], join(to, 'council'), { recursive: true });
    writeFileSync(join(to, 'people.json'), JSON.stringify({ directory, tokens }));
  }
}
