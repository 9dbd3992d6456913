// @ts-check
/**
 * `npm run doctor`: says of this machine and this clone what is in order, and of the rest the command that mends it.
 * Changes nothing. `--json` writes the same for programs (docs/development.md).
 */
import { checks } from './doctor/checks.mjs';
import { examine, inWords } from './doctor/examine.mjs';
import { thisHost } from './host/host.mjs';
import { refuseUnknown } from './host/options.mjs';
import { endWith } from './host/trouble.mjs';

const args = process.argv.slice(2);
try {
  refuseUnknown('doctor', ['--json'], args);
  const report = await examine(checks, thisHost());
  console.log(args.includes('--json') ? JSON.stringify(report, null, 2) : inWords(report).join('\n'));
  process.exitCode = report.ok ? 0 : 1;
} catch (error) {
  endWith(error);
}
