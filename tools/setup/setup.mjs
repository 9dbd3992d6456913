// @ts-check
/** `npm run setup`: supplies what the workspace needs and does nothing else. */
import { command } from './command.mjs';

await command('setup', async () => 0);
