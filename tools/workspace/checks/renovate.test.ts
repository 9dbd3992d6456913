import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Repository } from './docs/repository';

interface Configuration {
  customManagers: {
    description: string;
    managerFilePatterns: string[];
    matchStrings: string[];
    depNameTemplate?: string;
  }[];
  packageRules: { matchPackageNames?: string[]; groupName?: string }[];
}

/** A version that Renovate reads: where, of what, which. */
interface Pin {
  readonly file: string;
  readonly name: string;
  readonly version: string;
}

const root = resolve(import.meta.dirname, '../../..');
const { files } = new Repository(root);
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const configuration = JSON.parse(read('.github/renovate.json')) as Configuration;

/** Renovate writes a regular expression between slashes. */
const expression = (pattern: string) => new RegExp(pattern.replace(/^\/(.*)\/$/, '$1'));

/** What one pattern of a custom manager finds in one file, as Renovate reads it. */
function found(file: string, pattern: string, template = ''): Pin[] {
  return Array.from(read(file).matchAll(new RegExp(pattern, 'g')), ({ groups = {} }) => ({
    file,
    name: groups['depName'] ?? template.replace(/\{\{.*\}\}(\w+)\{\{.*/, '$1'),
    version: groups['currentValue'] ?? '',
  }));
}

const custom = configuration.customManagers.flatMap(({ managerFilePatterns, matchStrings, depNameTemplate }) =>
  files
    .filter((file) => managerFilePatterns.some((pattern) => expression(pattern).test(file)))
    .flatMap((file) => matchStrings.flatMap((pattern) => found(file, pattern, depNameTemplate))),
);

/** Renovate's own managers read the arguments that a Dockerfile's FROM lines use, .nvmrc and .python-version. */
const builtIn = files
  .filter((file) => /(?:^|\/)Dockerfile$/.test(file))
  .flatMap((file) => found(file, '\\nARG \\w+_IMAGE=(?<depName>\\w+):(?<currentValue>\\S+)'));

const text = ({ file, name, version }: Pin) => `${file}: ${name}:${version}`;

/** The group that Renovate puts a package's updates in: the last rule that names it. */
function groupOf(name: string): string | undefined {
  const rules = configuration.packageRules.filter(({ matchPackageNames = [] }) =>
    matchPackageNames.some(
      (pattern) => pattern === name || (pattern.endsWith('/**') && name.startsWith(pattern.slice(0, -2))),
    ),
  );
  return rules.at(-1)?.groupName;
}

describe("Renovate's configuration", () => {
  it.each(configuration.customManagers)('finds something with every pattern: $description', (manager) => {
    const matched = files.filter((file) =>
      manager.managerFilePatterns.some((pattern) => expression(pattern).test(file)),
    );
    const idle = manager.matchStrings.filter((pattern) => matched.every((file) => found(file, pattern).length === 0));
    expect(idle).toEqual([]);
    const unread = manager.managerFilePatterns.filter(
      (pattern) => !files.some((file) => expression(pattern).test(file)),
    );
    expect(unread).toEqual([]);
  });

  it('reaches every place where a base image is named with its version', () => {
    const meant = files.filter(
      (file) => !/\.md$|\.test\.\w+$|^docs\/|^tools\/setup\/steps\/.*\.txt$|(?:^|[/.-])lock/.test(file),
    );
    const named = meant
      .flatMap((file) => found(file, '\\b(?<depName>node|python|nginx|postgres):(?<currentValue>\\d[\\w.-]*\\w)'))
      .map(text);
    const reached = [...custom, ...builtIn].map(text);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((pin) => !reached.includes(pin))).toEqual([]);
  });

  it('reaches every place where Poetry or the stand-ins’ Debian is named', () => {
    const places = custom.filter(({ name }) => ['poetry', 'poetry-plugin-export', 'debian'].includes(name));
    expect(places.map(({ file, name }) => `${file} ${name}`).sort()).toEqual([
      'apps/api/Dockerfile poetry',
      'apps/api/Dockerfile poetry-plugin-export',
      'apps/web/Dockerfile poetry',
      'apps/web/Dockerfile poetry-plugin-export',
      'docker/base-images/build.mjs debian',
      'docker/base-images/nginx.Dockerfile debian',
      'docker/base-images/node.Dockerfile debian',
      'docker/base-images/postgres.Dockerfile debian',
      'docker/base-images/python.Dockerfile debian',
      'docker/base-images/rootfs.mjs debian',
      'tools/setup/steps/poetry.mjs poetry',
      'tools/setup/steps/poetry.mjs poetry-plugin-export',
    ]);
  });

  it.each(['node', 'python', 'nginx', 'postgres', 'debian', 'poetry', 'poetry-plugin-export'])(
    'has one version of %s in all places, and moves them in one group',
    (name) => {
      const pins = [...custom, ...builtIn].filter((pin) => pin.name === name);
      // A stand-in has the version of the image that it stands for, without the variant.
      expect(new Set(pins.map(({ version }) => version.replace(/-slim$/, ''))).size, pins.map(text).join('\n')).toBe(1);
      expect(groupOf(name)).toBeDefined();
    },
  );

  it('moves every package of Nx in one group, all of one version', () => {
    const manifest = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    const packages = Object.entries(manifest.devDependencies).filter(([name]) => /^(?:@nx\/.*|nx)$/.test(name));
    expect(packages.map(([name]) => [name, groupOf(name)])).toEqual(packages.map(([name]) => [name, 'Nx']));
    expect(new Set(packages.map(([, version]) => version)).size).toBe(1);
  });

  it('reaches every version that a decision record explains', () => {
    const page = files.find((file) => /-dependencies\.md$/.test(file)) ?? '';
    const exact = read(page).match(/^\| \S+ +\| \d+\.\d+\.\d+ /gm) ?? [];
    expect(exact.length).toBeGreaterThan(10);
    expect(custom.filter(({ file }) => file === page)).toHaveLength(exact.length);
  });
});
