import { extname } from 'node:path';
import { read, run, UserError, type Log } from '../shell.ts';
import { aptGet, installPackages, isRoot, readSystem, runAsRoot, type System } from '../system.ts';
import { isAtLeast } from '../version.ts';

interface Recipe {
  packages: string[];
  /** A later Debian release that provides the packages, where the system's own are too old. */
  suite?: string;
}

const SOURCE = '/etc/apt/sources.list.d/container-engine';
const PREFERENCES = '/etc/apt/preferences.d/container-engine';

/** Returns the packages for this system, or undefined where the user has to choose an engine. */
export function engineRecipe({ id, version }: System = readSystem()): Recipe | undefined {
  const debian = ['docker.io', 'containerd', 'docker-cli', 'docker-buildx', 'docker-compose'];
  // Testing and unstable have no version number.
  if (id === 'debian' && (version === undefined || isAtLeast(version, '13')))
    return { packages: [...debian, 'iptables'] };
  // Debian 12 has Engine 20.10 without Buildx. The packages of 13 work with the libraries of 12.
  if (id === 'debian' && isAtLeast(version, '12')) {
    return { packages: [...debian.map((name) => `${name}/trixie`), 'iptables'], suite: 'trixie' };
  }
  if (id === 'ubuntu' && isAtLeast(version, '22.04')) {
    return { packages: ['docker.io', 'docker-buildx', 'docker-compose-v2', 'iptables'] };
  }
  return undefined;
}

/** Explains how to install an engine on a system without a recipe. */
export function manualInstallation({ id, name }: System = readSystem()): string {
  if (id === 'darwin')
    return 'Install Docker Desktop, OrbStack or Colima with the Compose and Buildx plugins, and start it.';
  const packages = { fedora: 'moby-engine', arch: 'docker' }[id];
  if (packages === undefined)
    return `Install Docker Engine with its Compose and Buildx plugins for ${name}, and start it.`;
  return `Install ${packages}, docker-compose and docker-buildx, and start the docker service.`;
}

export async function installEngine(recipe: Recipe, log: Log): Promise<void> {
  if (recipe.suite !== undefined) await addSuite(recipe.suite, log);
  await installPackages(recipe.packages, log);
}

/** Lets the user use the engine without sudo, which is equivalent to root access. */
export async function joinDockerGroup(user: string): Promise<void> {
  if (!isRoot) await runAsRoot(['usermod', '-aG', 'docker', user]);
}

/** Adds the system's own Debian sources again for a later release. */
async function addSuite(suite: string, log: Log): Promise<void> {
  const { codename } = readSystem();
  // The label of a source is known after its lists are downloaded.
  await aptGet(['update'], log);
  const filters = ['Created-By: Packages', `Release: ${codename}`, 'Label: Debian'];
  const { stdout } = await run('apt-get', ['indextargets', '--format', '$(SOURCESENTRY)', ...filters]);
  const file = /^(.*):\d+$/m.exec(stdout)?.[1];
  if (file === undefined) {
    throw new UserError(`No apt source for ${codename} was found. Install Docker Engine yourself.`);
  }
  // A priority below 500 keeps installed packages: only packages that are requested by name come from the suite.
  await writeAsRoot(PREFERENCES, `Package: *\nPin: release n=${suite}*\nPin-Priority: 100\n`);
  await writeAsRoot(SOURCE + extname(file), (read(file) ?? '').replaceAll(codename, suite));
}

async function writeAsRoot(path: string, text: string): Promise<void> {
  const { ok, output } = await runAsRoot(['tee', path], { input: text });
  if (!ok) throw new UserError(`${path} could not be written: ${output}`);
}
