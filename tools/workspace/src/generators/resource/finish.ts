import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { API } from '../places.ts';
import { Refusal } from '../refusal.ts';

const PYTHON = '.venv/bin/python';

export function refuseWithoutPython(root: string): void {
  if (existsSync(join(root, API, PYTHON))) return;
  throw new Refusal('The Python environment is missing. Run: npm run setup');
}

/** Formats the Python files of a new domain and creates its migration. */
export function finishDomain(root: string, domain: string): void {
  const api = join(root, API);
  const files = [`app/${domain}`, 'config/api.py'];
  run(api, PYTHON, ['-m', 'ruff', 'check', '--quiet', '--fix-only', '--select', 'I,F401', ...files]);
  run(api, PYTHON, ['-m', 'ruff', 'format', '--quiet', ...files]);
  run(api, PYTHON, ['manage.py', 'makemigrations', domain]);
}

/** Regenerates the OpenAPI document and the TypeScript client. */
export function regenerateClient(root: string): void {
  run(root, process.execPath, [
    createRequire(join(root, 'package.json')).resolve('nx/bin/nx.js'),
    'run',
    'api-types:generate',
  ]);
}

function run(cwd: string, program: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, APP_ENVIRONMENT: 'build' },
  });
  if (status === 0) return;
  throw new Error(`This command failed in ${cwd}: ${program} ${args.join(' ')}\n${stdout}${stderr}`);
}
