import { pairedWorlds } from './suite.mjs';

pairedWorlds('town');
