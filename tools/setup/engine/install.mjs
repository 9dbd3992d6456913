// @ts-check
import { writeAsRoot } from '../host/as-root.mjs';
import { installPackages } from '../host/apt.mjs';
import { readSystem } from '../host/os-release.mjs';
import { Trouble } from '../host/trouble.mjs';
import { GROUP, addToGroup } from './access.mjs';
import { laterSuite } from './apt-source.mjs';
import { byHand, engineRecipe } from './recipes.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

const SOURCE = '/etc/apt/sources.list.d/container-engine.sources';
const PREFERENCE = '/etc/apt/preferences.d/container-engine';

/**
 * @param {Host} host
 * @param {('compose' | 'buildx')[]} [plugins] only these; everything if left out
 * @throws {Trouble} on a system without a recipe, or when it fails
 */
export async function installEngine(host, plugins) {
  const system = readSystem(host);
  const recipe = engineRecipe(system);
  if (!recipe) throw new Trouble('There is no container engine to use.', byHand(system));
  const packages = plugins ? plugins.map((name) => recipe.plugins[name]) : recipe.packages;
  const { suite } = recipe;
  const from = suite ? ` ${system.name} has too old a one, so an apt source for ${suite} is added (${SOURCE}).` : '';
  const group = host.user.isRoot
    ? ''
    : ` ${host.user.name} is added to the group ${GROUP}, which is as powerful as root.`;
  await installPackages(host, packages, {
    because: `No usable container engine is here.${from}${group}`,
    before: async () => {
      if (suite) await addSuite(host, system.codename, suite);
    },
  });
  if (group !== '') await addToGroup(host);
}

/**
 * @param {Host} host
 * @param {string} codename
 * @param {string} suite
 */
async function addSuite(host, codename, suite) {
  const source = laterSuite(aptSources(host), codename, suite);
  if (!source) {
    throw new Trouble(
      `No apt source for ${codename} was found to take ${suite} from.`,
      'Install Docker Engine by hand.',
    );
  }
  // Below every installed package: only what is asked for by name, and what that needs, comes from there.
  await writeAsRoot(host, PREFERENCE, `Package: *\nPin: release n=${suite}\nPin-Priority: 100\n`);
  await writeAsRoot(host, SOURCE, source);
}

/** @param {ReadHost} host */
function aptSources(host) {
  const folder = '/etc/apt/sources.list.d';
  const files = [
    ...host
      .list(folder)
      .filter((name) => /\.(sources|list)$/.test(name))
      .map((name) => `${folder}/${name}`),
  ];
  return [...files, '/etc/apt/sources.list'].filter((file) => file !== SOURCE).flatMap((file) => host.read(file) ?? []);
}
