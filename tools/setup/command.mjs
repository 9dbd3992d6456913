// @ts-check
import { thisHost } from './host/host.mjs';
import { refuseUnknown } from './host/options.mjs';
import { Relaunch, relaunch } from './host/relaunch.mjs';
import { endWith } from './host/trouble.mjs';
import { report, setUp } from './steps/run-steps.mjs';
import { stepsOf } from './steps/steps.mjs';

/** @import { Host } from './host/host.mjs' */

/** @type {Partial<Record<keyof typeof stepsOf, string[]>>} options by command; those that are not here read their words themselves */
const OPTIONS = {
  start: ['--no-open', '--yes'],
  dev: ['--no-open', '--yes'],
  test: ['--affected', '--full', '--yes'],
  setup: ['--yes'],
};

/**
 * Runs one of the workspace's commands: what it needs first, then the command. With `APP_SETUP=check` it only reports.
 *
 * @param {keyof typeof stepsOf} name
 * @param {(host: Host) => Promise<number>} work returns the exit code
 */
export async function command(name, work) {
  const args = process.argv.slice(2);
  const host = thisHost({ args });
  const options = OPTIONS[name];
  try {
    if (options !== undefined) refuseUnknown(name, options, args);
    if (host.env['APP_SETUP'] === 'check') {
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
    endWith(error);
  }
}
