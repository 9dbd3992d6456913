// @ts-check
import { thisHost } from './host/host.mjs';
import { Relaunch, relaunch } from './host/relaunch.mjs';
import { Trouble } from './host/trouble.mjs';
import { report, setUp } from './steps/run-steps.mjs';
import { stepsOf } from './steps/steps.mjs';

/** @import { Host } from './host/host.mjs' */

/**
 * Runs one of the workspace's commands: what it needs first, then the command. With `TANDEM_SETUP=check` it only reports.
 *
 * @param {keyof typeof stepsOf} name
 * @param {(host: Host) => Promise<number>} work returns the exit code
 */
export async function command(name, work) {
  const host = thisHost({ args: process.argv.slice(2) });
  try {
    if (host.env['TANDEM_SETUP'] === 'check') {
      const missing = await report(stepsOf[name], host);
      host.say(missing === 0 ? 'Nothing is missing.' : `Missing: ${missing}. Nothing was changed.`);
      process.exitCode = missing === 0 ? 0 : 1;
      return;
    }
    await setUp(stepsOf[name], host);
    process.exitCode = await work(host);
  } catch (error) {
    if (error instanceof Relaunch) {
      process.exitCode = await relaunch(error.group, host);
      return;
    }
    if (!(error instanceof Trouble)) throw error;
    console.error(`✗ ${error.message}\n  ${error.way}`);
    process.exitCode = 1;
  }
}
