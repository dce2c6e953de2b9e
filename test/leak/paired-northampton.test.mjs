import { pairedWorlds } from './suite.mjs';

pairedWorlds('northampton');
