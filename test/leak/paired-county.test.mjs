import { pairedWorlds } from './suite.mjs';

pairedWorlds('county');
