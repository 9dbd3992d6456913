import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { API, DOCUMENT, DOMAINS, TYPES } from '../places.ts';
import { Refusal } from '../refusal.ts';

/** What ends up in a work tree of the API by use, and is no source. */
const NOT_SOURCE = ['.venv', '__pycache__', '.pytest_cache', '.mypy_cache'];

/**
 * Lets Django and ruff work on the API as it would be, in a copy, and brings back what they make of it: laid out
 * Python, a migration, the OpenAPI document and the TypeScript types.
 *
 * Everything is in the tree before the first file is written, so that a step which fails changes nothing, and a dry
 * run shows every file.
 *
 * @param migrate - the domain that a migration is made for; null for none
 * @throws Refusal with the last words of a step that fails
 */
export function rehearse(tree: Tree, migrate: string | null): void {
  const python = join(tree.root, API, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
  if (!existsSync(python)) throw new Refusal('The Python environment is missing.', 'Run `npm run setup`.');
  const copy = mkdtempSync(join(tmpdir(), 'generator-'));
  const api = join(copy, API);
  const run = (what: string, program: string, args: string[], cwd = api) => {
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, APP_ENVIRONMENT: 'build' },
    });
    if (status === 0) return;
    const words = `${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n');
    throw new Refusal(`${what} failed, so nothing was changed:\n${error?.message ?? words}`);
  };
  try {
    cpSync(join(tree.root, API), api, {
      recursive: true,
      filter: (source) => !NOT_SOURCE.includes(basename(source)),
    });
    const changed = overlay(tree, copy).filter((path) => path.endsWith('.py'));
    if (changed.length > 0) {
      const files = changed.map((path) => join(copy, path));
      run('ruff', python, ['-m', 'ruff', 'check', '--quiet', '--fix-only', '--select', 'I,F401', ...files]);
      run('ruff', python, ['-m', 'ruff', 'format', '--quiet', ...files]);
    }
    if (migrate !== null) run('Making the migration', python, ['manage.py', 'makemigrations', migrate]);
    run('The OpenAPI document', python, ['manage.py', 'export_openapi', join(copy, 'openapi.json')]);
    const generate = join(tree.root, dirname(DOCUMENT), 'generate.mjs');
    run('Making the types', process.execPath, [generate, 'openapi.json', 'schema.gen.ts'], copy);

    for (const path of changed) tree.write(path, readFileSync(join(copy, path), 'utf8'));
    if (migrate !== null) {
      const folder = `${DOMAINS}/${migrate}/migrations`;
      for (const file of readdirSync(join(copy, folder))) {
        if (file.endsWith('.py')) tree.write(`${folder}/${file}`, readFileSync(join(copy, folder, file), 'utf8'));
      }
    }
    tree.write(DOCUMENT, readFileSync(join(copy, 'openapi.json'), 'utf8'));
    tree.write(TYPES, readFileSync(join(copy, 'schema.gen.ts'), 'utf8'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Puts the tree's changes of the API into the copy. @returns the files that are there by them */
function overlay(tree: Tree, copy: string): string[] {
  const changes = tree.listChanges().filter(({ path }) => path.startsWith(`${API}/`));
  for (const { path, type, content } of changes) {
    const file = join(copy, path);
    if (type === 'DELETE') rmSync(file, { recursive: true, force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content ?? '');
    }
  }
  return changes.filter(({ type }) => type !== 'DELETE').map(({ path }) => path);
}
