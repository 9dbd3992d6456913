// @ts-check
/**
 * `npm run doctor`: says of this machine and this clone what is in order, and of the rest the command that mends it.
 * Changes nothing. `--json` writes the same for programs (docs/development.md).
 */
import { checks } from './doctor/checks.mjs';
import { examine, inWords } from './doctor/examine.mjs';
import { thisHost } from './host/host.mjs';

const report = await examine(checks, thisHost());
console.log(process.argv.includes('--json') ? JSON.stringify(report, null, 2) : inWords(report).join('\n'));
process.exitCode = report.ok ? 0 : 1;
