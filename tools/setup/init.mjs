// @ts-check
/** `npm run init`: makes a product of this clone. What it asks and does is tools/starter's; this only supplies what it needs. */
import { command } from './command.mjs';
import { program } from './program.mjs';

await command('init', (host) => program(host, 'tools/starter/init/main.mjs', process.argv.slice(2)));
