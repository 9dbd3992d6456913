// @ts-check
import { missingImages, officialImages, ownersImages } from '../images/base-images.mjs';
import { choose, readChoice } from '../images/env-file.mjs';
import { readPullFailure } from '../images/registry-answer.mjs';
import { areStandInsCurrent, buildStandIns, mayAskAgain, noteAnswer } from '../images/stand-ins.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { Host } from '../host/host.mjs' */
/** @import { RegistryAnswer } from '../images/registry-answer.mjs' */
/** @import { Step } from './run-steps.mjs' */

const ENV_FILE = '.env.local';
const WAY = 'With a running engine, npm run setup supplies them.';

/** @type {Record<Exclude<RegistryAnswer, 'unreachable'>, {sentence: string, way: string}>} */
const EXPLANATIONS = {
  limited: {
    sentence: 'The container registry limits how much may be pulled from here just now',
    way: 'Sign in with `docker login`, or wait for an hour.',
  },
  refused: {
    sentence: 'The container registry refuses the image',
    way: 'Check the name of the image, and `docker login`.',
  },
  passing: {
    sentence: 'The container registry did not answer properly',
    way: 'Try again in a while, or look at the network.',
  },
};

/** @type {Step} */
export const baseImages = {
  name: 'Base images',
  async look(host) {
    const { choice } = readChoice(host.read(ENV_FILE) ?? '');
    const wanted = Object.values({ ...officialImages(host), ...choice, ...ownersImages(host) });
    const missing = await missingImages(host, wanted);
    if (missing.length > 0) return { ok: false, lacks: `Not here yet: ${missing.join(', ')}.`, way: WAY };
    if (Object.keys(choice).length === 0) return { ok: true, says: wanted.join(', ') };
    if (!areStandInsCurrent(host)) return { ok: false, lacks: 'The recipes of the stand-ins changed.', way: WAY };
    return {
      ok: true,
      says: 'stand-ins from Debian packages: no container registry can be reached',
      mayRenew: mayAskAgain(host),
    };
  },
  async mend(host) {
    const official = Object.values({ ...officialImages(host), ...ownersImages(host) });
    for (const image of await missingImages(host, official)) {
      host.say(`  Pulling ${image}`);
      const ran = await host.run('docker', ['pull', '--quiet', image]);
      if (ran.code !== 0) return useStandIns(host, image, `${ran.out}\n${ran.err}`, lastLine(ran));
    }
    choose(host, ENV_FILE, {});
  },
};

/**
 * @param {Host} host
 * @param {string} image that could not be pulled
 * @param {string} output of the pull
 * @param {string} reason
 */
async function useStandIns(host, image, output, reason) {
  const answer = readPullFailure(output);
  if (answer === 'unreachable') {
    host.say('  The container registry cannot be reached from here: equivalent images are built from Debian packages.');
    const owners = ownersImages(host);
    const names = Object.keys(officialImages(host)).filter((name) => !(name in owners));
    choose(host, ENV_FILE, await buildStandIns(host, names));
    return noteAnswer(host);
  }
  const { sentence, way } = EXPLANATIONS[answer];
  const { choice } = readChoice(host.read(ENV_FILE) ?? '');
  const areUsable = areStandInsCurrent(host) && (await missingImages(host, Object.values(choice))).length === 0;
  if (!areUsable) throw new Trouble(`${sentence} (${image}): ${reason}`, way);
  // They were chosen when there was a reason, and work still: no reason to stop anybody.
  host.say(`  ${sentence}; the stand-ins stay.`);
  noteAnswer(host);
}
