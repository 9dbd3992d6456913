import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Versions = Record<string, string>;

/**
 * The version of every package that a manifest of this repository asks for, as it is written there.
 *
 * @param root the workspace's root
 * @param files its files; those named package.json and pyproject.toml are read
 */
export function requestedVersions(root: string, files: readonly string[]): ReadonlyMap<string, string> {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return new Map([
    ...files.filter((file) => /(?:^|\/)pyproject\.toml$/.test(file)).flatMap((file) => fromPyproject(read(file))),
    ...files.filter((file) => /(?:^|\/)package\.json$/.test(file)).flatMap((file) => fromPackage(read(file))),
  ]);
}

function fromPackage(text: string): [name: string, version: string][] {
  const manifest = JSON.parse(text) as Partial<
    Record<'dependencies' | 'devDependencies', Versions> & { overrides: Record<string, unknown> }
  >;
  const overrides = Object.entries(manifest.overrides ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return [...overrides, ...Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })];
}

/** Poetry writes `"django (>=5.2.17,<5.3)"` for each package that the product itself needs. */
function fromPyproject(text: string): [name: string, version: string][] {
  return Array.from(text.matchAll(/^ *"([\w-]+)(?:\[[^\]]*\])? \(([^)]+)\)",?$/gm), ([, name = '', version = '']) => [
    name,
    version,
  ]);
}
