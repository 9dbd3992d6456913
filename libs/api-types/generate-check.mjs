// @ts-check
/**
 * Fails when the OpenAPI document or the types in git's index are not what the source would generate.
 *
 * It compares with the index, not with the work tree: `typecheck` depends on `generate`, so in the same command
 * the work tree may have been brought up to date a moment ago, and a stale commit would pass unseen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const api = join(root, 'apps/api');
const python = join(api, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
const folder = mkdtempSync(join(tmpdir(), 'generate-check-'));

/** @param {string} path a file, from the workspace's root @returns {string} its text in git's index, empty if it has none */
function staged(path) {
  const result = spawnSync('git', ['show', `:${path}`], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return result.status === 0 ? result.stdout : '';
}

try {
  if (!existsSync(python)) {
    throw new Error('The Python environment is missing: run `npm run setup`.');
  }
  const document = join(folder, 'openapi.json');
  const types = join(folder, 'schema.gen.ts');
  execFileSync(python, ['manage.py', 'export_openapi', document], {
    cwd: api,
    stdio: 'inherit',
    env: { ...process.env, APP_ENVIRONMENT: 'build' },
  });
  execFileSync(process.execPath, [join(import.meta.dirname, 'generate.mjs'), document, types], {
    stdio: 'inherit',
  });

  let stale = false;
  for (const [path, fresh] of [
    ['libs/api-types/openapi.json', document],
    ['libs/api-types/src/schema.gen.ts', types],
  ]) {
    const committed = join(folder, 'committed');
    writeFileSync(committed, staged(/** @type {string} */ (path)));
    const diff = spawnSync('git', ['diff', '--no-index', '--', committed, /** @type {string} */ (fresh)], {
      encoding: 'utf8',
    });
    if (diff.status !== 0) {
      stale = true;
      console.error(`${path} is stale:\n${diff.stdout.slice(0, 10_000)}`);
    }
  }
  if (stale) {
    console.error('Run `npx nx run api-types:generate`, then `git add libs/api-types`.');
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
