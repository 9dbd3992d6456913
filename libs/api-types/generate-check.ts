/**
 * Fails if the OpenAPI document or the generated files are stale in git's index. It does not compare the work tree,
 * because `generate` may have updated that in the same command.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import config, { output } from './openapi-ts.config.ts';

const root = resolve(import.meta.dirname, '../..');
const api = join(root, 'apps/api');
const python = join(api, '.venv/bin/python');
const folder = mkdtempSync(join(tmpdir(), 'generate-check-'));
const committed = join(folder, 'committed');
const fresh = join(folder, 'fresh');
const document = 'libs/api-types/openapi.json';
const generated = 'libs/api-types/src/generated';

try {
  if (!existsSync(python)) throw new Error('The Python environment is missing. Run `npm run setup`.');
  mkdirSync(join(fresh, 'libs/api-types'), { recursive: true });
  execFileSync(python, ['manage.py', 'export_openapi', join(fresh, document)], {
    cwd: api,
    stdio: 'inherit',
    env: { ...process.env, APP_ENVIRONMENT: 'build' },
  });
  await createClient({
    ...config,
    input: join(fresh, document),
    output: { ...output, path: join(fresh, generated) },
    logs: { level: 'silent' },
  });

  const paths = execFileSync('git', ['ls-files', '-z', '--', document, generated], { cwd: root });
  execFileSync('git', ['checkout-index', '-z', '--stdin', `--prefix=${committed}/`], { cwd: root, input: paths });
  const diff = spawnSync('git', ['diff', '--no-index', '--', 'committed', 'fresh'], { cwd: folder, encoding: 'utf8' });
  if (diff.status !== 0) {
    console.error(diff.stdout.slice(0, 10_000), diff.stderr);
    console.error(
      `${document} or ${generated} is stale. Run \`npx nx run api-types:generate\`, then \`git add libs/api-types\`.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
