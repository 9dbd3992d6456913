import { userInfo } from 'node:os';
import { findDaemon, startDaemon } from '../engine/daemon.ts';
import { engineRecipe, installEngine, joinDockerGroup, manualInstallation } from '../engine/install.ts';
import { lastLine, run, UserError, type Log } from '../shell.ts';
import type { State, Step } from '../step.ts';
import { findVersion, isAtLeast } from '../version.ts';

/**
 * `HEALTHCHECK --start-interval` in the Dockerfiles needs Engine 25. Compose `!override` needs 2.24.4 and named contexts in
 * bake need Buildx 0.8; the versions here are those of Debian 13, the oldest that the tests run with.
 */
const MINIMUM = { engine: '25.0', compose: '2.26', buildx: '0.13' };

type Engine =
  | { kind: 'ready'; message: string }
  | { kind: 'absent' }
  | { kind: 'denied' }
  | { kind: 'stopped'; reason: string }
  | { kind: 'outdated'; message: string };

async function probe(): Promise<Engine> {
  const [server, compose, buildx] = await Promise.all([
    run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 20_000 }),
    run('docker', ['compose', 'version', '--short']),
    // Prints `github.com/docker/buildx v0.13.1 …`.
    run('docker', ['buildx', 'version']),
  ]);
  if (!server.isInstalled) return { kind: 'absent' };
  if (!server.ok) {
    return /permission denied/i.test(server.output)
      ? { kind: 'denied' }
      : { kind: 'stopped', reason: lastLine(server) || 'no answer within 20 seconds' };
  }
  const versions = {
    engine: findVersion(server.stdout),
    compose: compose.ok ? findVersion(compose.stdout) : undefined,
    buildx: buildx.ok ? findVersion(buildx.stdout) : undefined,
  };
  for (const [name, minimum] of Object.entries(MINIMUM)) {
    const version = versions[name as keyof typeof MINIMUM];
    if (isAtLeast(version, minimum)) continue;
    return { kind: 'outdated', message: `Docker ${name} is ${version ?? 'missing'}; ${minimum} or newer is required.` };
  }
  return { kind: 'ready', message: `${versions.engine}, Compose ${versions.compose}, Buildx ${versions.buildx}` };
}

/** The engine that the user selected, if any. Setup does not install or start another one next to it. */
function selectedEngine(): { variable: string; value: string } | undefined {
  for (const variable of ['DOCKER_HOST', 'DOCKER_CONTEXT']) {
    const value = process.env[variable];
    if (value) return { variable, value };
  }
  return undefined;
}

function describe(engine: Engine): State {
  const recipe = engineRecipe();
  const selected = selectedEngine();
  const packages = recipe && !selected ? { packages: recipe.packages } : { command: null };
  switch (engine.kind) {
    case 'ready':
      return { ok: true, message: engine.message };
    case 'denied': {
      const user = userInfo().username;
      const command = `sudo usermod -aG docker ${user} && newgrp docker`;
      return { ok: false, message: `${user} may not use Docker. Run \`${command}\`, then start again.`, command };
    }
    case 'stopped': {
      if (selected) {
        const where = `${selected.value}, from ${selected.variable}`;
        return {
          ok: false,
          message: `Docker is not running (${where}). Start it, or unset ${selected.variable}.`,
          command: `unset ${selected.variable}`,
        };
      }
      const message = `Docker is installed but the daemon is not running: ${engine.reason}`;
      return findDaemon() ? { ok: false, message } : { ok: false, message, ...packages };
    }
    case 'absent':
      return {
        ok: false,
        message: `Docker is not installed. ${recipe ? '' : manualInstallation()}`.trim(),
        ...packages,
      };
    case 'outdated':
      return {
        ok: false,
        message: `${engine.message} Update Docker with its Compose and Buildx plugins.`,
        ...packages,
      };
  }
}

export const containerEngine: Step = {
  id: 'engine',
  title: 'Container engine',
  check: async () => describe(await probe()),
  async fix(log) {
    const engine = await probe();
    if (selectedEngine()) throw new UserError(describe(engine).message);
    await install(engine, log);
    const daemon = findDaemon();
    if (daemon && (await probe()).kind === 'stopped') await startDaemon(daemon, log);
  },
};

async function install(engine: Engine, log: Log): Promise<void> {
  const recipe = engineRecipe();
  if (recipe === undefined) return;
  // An engine from another source conflicts with the distribution's packages.
  const canUpdate = engine.kind === 'outdated' && (await run('dpkg-query', ['-W', 'docker.io'])).ok;
  const isMissing = engine.kind === 'absent' || (engine.kind === 'stopped' && !findDaemon());
  if (!canUpdate && !isMissing) return;
  await installEngine(recipe, log);
  await joinDockerGroup(userInfo().username);
}
