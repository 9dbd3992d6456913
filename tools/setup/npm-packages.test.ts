import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root, run } from './shell.ts';

const folder = mkdtempSync(join(tmpdir(), 'packages-'));
after(() => {
  rmSync(folder, { recursive: true });
});

function writeJson(path: string, content: object): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify({ version: '1.0.0', ...content }));
}

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
for (const kind of kinds) writeJson(`${kind}/package.json`, { name: kind.toLowerCase() });
const manifest = Object.fromEntries(kinds.map((kind) => [kind, { [kind.toLowerCase()]: `file:./${kind}` }]));
writeJson('package.json', { name: 'workspace', ...manifest });
cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));

const SETTINGS: Record<string, string>[] = [
  { NODE_ENV: 'production' },
  { npm_config_production: 'true' },
  { npm_config_only: 'prod' },
  { NPM_CONFIG_OMIT: 'dev' },
  { npm_config_omit: 'optional\n\npeer' },
  { npm_config_optional: 'false' },
];

for (const env of SETTINGS) {
  test(`installs every kind of package with ${JSON.stringify(env)}`, async () => {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    const install = await run('npm', ['install', '--no-package-lock'], { cwd: folder, env });
    assert.ok(install.ok, install.output);
    const missing = kinds.filter((kind) => !existsSync(join(folder, 'node_modules', kind.toLowerCase())));
    assert.deepEqual(missing, []);
  });
}
