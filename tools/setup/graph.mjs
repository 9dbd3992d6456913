// @ts-check
/** `npm run graph`: opens the graph of projects and tasks; further words go to `nx graph`. */
import { command } from './command.mjs';
import { nx } from './nx.mjs';

await command('graph', (host) => nx(host, ['graph', ...process.argv.slice(2)]));
