import { readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../workspace.ts';
import { collect, type Check } from './collector.ts';

/** Checks that run under the same conditions. */
export interface Tier {
  /** How many run at the same time. */
  parallel: number;
  /** Milliseconds after which a check counts as failed. */
  timeout: number;
  /** Whether the checks stop and replace containers. */
  breaksStack: boolean;
  checks: readonly Check[];
}

/** Tests that build or start images, which do not contain the mounted configuration. */
const aboutImages = ['bad-configuration.spec.ts', 'new-release.spec.ts'];

const e2e = join(root, 'apps/e2e');

/** Import the spec files of the proxy contract: fast ones, those that wait for time limits, those that break the stack. */
export async function loadSuite(): Promise<Tier[]> {
  const collector = new URL('collector.ts', import.meta.url).href;
  const e2eUrl = `${pathToFileURL(e2e).href}/`;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@playwright/test' && context.parentURL?.startsWith(e2eUrl)
        ? { url: collector, shortCircuit: true }
        : next(specifier, context),
  });
  const isWaiting = (name: string) => name.endsWith('-timeouts.spec.ts');
  const fast = await collectFolder('contract', (name) => !isWaiting(name));
  const waiting = await collectFolder('contract', isWaiting);
  const breaking = await collectFolder('faults', () => true);
  return [
    { parallel: 4, timeout: 30_000, breaksStack: false, checks: interleave(fast) },
    { parallel: 3, timeout: 120_000, breaksStack: false, checks: waiting },
    { parallel: 1, timeout: 120_000, breaksStack: true, checks: breaking },
  ];
}

async function collectFolder(folder: string, isWanted: (name: string) => boolean): Promise<Check[]> {
  const checks: Check[] = [];
  for (const name of readdirSync(join(e2e, folder)).sort()) {
    if (!name.endsWith('.spec.ts') || aboutImages.includes(name) || !isWanted(name)) continue;
    checks.push(...(await collect(join(e2e, folder, name), `${folder}/${name}`)));
  }
  return checks;
}

/** The first check of each file, then the second of each, and so on: one fault often fails a whole file. */
function interleave(checks: readonly Check[]): Check[] {
  const counts = new Map<string, number>();
  const rounds = checks.map((check) => {
    const round = counts.get(check.file) ?? 0;
    counts.set(check.file, round + 1);
    return { check, round };
  });
  return rounds.sort((one, other) => one.round - other.round).map(({ check }) => check);
}
