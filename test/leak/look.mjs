// Looks for the first leak of a program: exits 0 when two worlds looked the same to everybody, 1 when they did not.
//
//   COMITY=PROGRAM node test/leak/look.mjs BEGINNING SECRET...        BEGINNING: what Beginning.keep() wrote
import { Paired } from './paired.mjs';
import { Beginning } from './worlds.mjs';

const [file, ...only] = process.argv.slice(2);
const paired = await Paired.begin(Beginning.from(file), { only });
await paired.crawl({ stopAtFirst: true });
const found = [...paired.lockstep.differences.map((one) => one.say), ...paired.loggedSecrets.map((one) => `the log has ${one}`)];
console.log(found[0] ?? `${paired.lockstep.compared} answers, no difference`);
await paired.end();
process.exit(found.length === 0 ? 0 : 1);
