import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workspaceRoot } from './scratch.ts';

/** The lines of files, of which several that are joined with a backslash count as one. */
function linesOf(...patterns: string[]): string[] {
  const files = globSync(patterns, { cwd: workspaceRoot, exclude: (name) => name === 'node_modules' });
  return files.flatMap((file) => readFileSync(join(workspaceRoot, file), 'utf8').replaceAll('\\\n', '').split('\n'));
}

it('loads every image that a task builds into the engine, whichever builder is active', () => {
  const lines = linesOf('{apps,docker,libs,tools}/*/{package,project}.json', 'apps/e2e/**/*.ts');
  const builds = lines.filter((line) => /\bbuildx\W+(?:bake|build)\b/.test(line));
  expect(builds.length).toBeGreaterThanOrEqual(4);
  expect(builds.filter((line) => !/--(?:load|output)\b/.test(line))).toEqual([]);
});

it.each([
  ['pip.conf,target=/etc/pip.conf', /\bpip.* install /],
  ['npmrc,target=/root/.npmrc', /\bnpm (?:ci|install)\b/],
])('mounts the settings of a package mirror in every instruction that downloads packages: %s', (secret, download) => {
  const downloads = linesOf('apps/*/Dockerfile').filter((line) => line.startsWith('RUN') && download.test(line));
  const isMounted = (line: string) =>
    line.includes(`--mount=type=secret,id=${secret} `) && line.includes('--mount=type=secret,id=ca.crt ');
  expect(downloads).not.toEqual([]);
  expect(downloads.filter((line) => !isMounted(line))).toEqual([]);
});
