// @ts-check
import { installPackages } from '../host/apt.mjs';
import { hasApt } from '../host/as-root.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { missingImages, officialImages, readStandIns, standInRecipe } from '../images/base-images.mjs';
import { readChoice, writeChoice } from '../images/env-file.mjs';
import { explanations, readPullFailure } from '../images/registry-answer.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */
/** @import { Step } from './run-steps.mjs' */

const ENV_FILE = '.env.local';
const STAMP = '.tandem/stand-ins';
const WAY = 'Start the engine and run npm run setup.';

/** @type {Step} */
export const baseImages = {
  name: 'Base images',
  async look(host) {
    const { choice } = readChoice(host.read(ENV_FILE) ?? '');
    const usesStandIns = Object.keys(choice).length > 0;
    const wanted = Object.values({ ...officialImages(host), ...choice, ...ownersImages(host) });
    const missing = await missingImages(host, wanted);
    if (missing.length > 0) return { ok: false, lacks: `Not here yet: ${missing.join(', ')}.`, way: WAY };
    if (!usesStandIns) return { ok: true, says: wanted.join(', ') };
    if (host.read(STAMP) !== standInRecipe(host)) return { ok: false, lacks: 'The recipes of the stand-ins changed.', way: WAY };
    return { ok: true, says: `${wanted.join(', ')} (stand-ins, as no container registry can be reached)` };
  },
  async mend(host) {
    const official = { ...officialImages(host), ...ownersImages(host) };
    for (const image of await missingImages(host, Object.values(official))) {
      host.say(`  Pulling ${image}`);
      const ran = await host.run('docker', ['pull', '--quiet', image]);
      if (ran.code === 0) continue;
      const answer = readPullFailure(ran.err);
      if (answer === 'unreachable') return useStandIns(host);
      const { sentence, way } = explanations[answer];
      throw new Trouble(`${sentence} (${image}): ${lastLine(ran)}`, way);
    }
    choose(host, {});
  },
};

/**
 * Images that the owner has chosen win over both.
 *
 * @param {ReadHost} host
 */
function ownersImages(host) {
  const { others } = readChoice(host.read(ENV_FILE) ?? '');
  const names = Object.keys(officialImages(host));
  const pairs = names.flatMap((name) => {
    const image = host.env[name] ?? new RegExp(`^${name}=(\\S+)`, 'm').exec(others)?.[1];
    return image ? [[name, image]] : [];
  });
  return Object.fromEntries(pairs);
}

/** @param {Host} host */
async function useStandIns(host) {
  host.say('  The container registry cannot be reached from here: equivalent images are built from Debian packages.');
  const hasDebootstrap = host.exists('/usr/sbin/debootstrap');
  if (!hasDebootstrap && hasApt(host)) {
    await installPackages(host, ['debootstrap'], { because: 'Building them takes debootstrap.' });
  }
  const ran = await host.show(process.execPath, ['docker/base-images/build.mjs']);
  if (ran.code !== 0) throw new Trouble(`The stand-ins could not be built: ${lastLine(ran)}`, 'Read the output above.');
  choose(host, readStandIns(ran.out));
  host.write(STAMP, standInRecipe(host));
}

/**
 * @param {Host} host
 * @param {Record<string, string>} choice
 */
function choose(host, choice) {
  const text = host.read(ENV_FILE) ?? '';
  const next = writeChoice(text, choice);
  if (next === text) return;
  if (next === '') host.remove(ENV_FILE);
  else host.write(ENV_FILE, next);
}
