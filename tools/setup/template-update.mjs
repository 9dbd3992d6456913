// @ts-check
/** `npm run template:update`: brings a later version of the template into this product (docs/template-update.md). */
import { command } from './command.mjs';
import { program } from './program.mjs';

const args = process.argv.slice(2);
// To ask whether there is one takes git alone; a job that does it every night installs nothing.
const needs = args.includes('--check') ? 'updateCheck' : 'update';

await command(needs, (host) => program(host, 'tools/starter/update/main.mjs', args));
