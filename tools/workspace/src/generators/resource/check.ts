import { spawn } from 'node:child_process';
import { join, relative, resolve } from 'node:path';
import type { Spellings } from '../names/spellings.ts';
import { API, HEADER, HOME, JOURNEYS, PAGES, ROUTER, WEB } from '../places.ts';

/** A linter or type checker of generated files. */
export interface Check {
  tool: string;
  cwd: string;
  program: string;
  args: string[];
}

const PATH = /[\w.@/-]+\.(?:py|tsx?)\b/;

/** The same checks as the targets `lint` and `typecheck`, on what a new resource adds or can break. */
export function checksOf(root: string, { snake, kebab }: Spellings): Check[] {
  const api = join(root, API);
  const python = '.venv/bin/python';
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  const own = [`${WEB}/features/${kebab}`, `${WEB}/testing/fake-${kebab}.ts`];
  const journeys = [`${JOURNEYS}/${kebab}.ts`, `${JOURNEYS}/${kebab}.spec.ts`];
  const concise = ['check', '--quiet', '--output-format=concise'];
  return [
    { tool: 'Ruff', cwd: api, program: python, args: ['-m', 'ruff', ...concise, `app/${snake}`, 'config'] },
    { tool: 'mypy', cwd: api, program: python, args: ['-m', 'mypy', '--no-error-summary'] },
    { tool: 'import-linter', cwd: api, program: '.venv/bin/lint-imports', args: ['--no-logo'] },
    {
      tool: 'tsc',
      cwd: root,
      program: bin('tsc'),
      args: ['--build', '--emitDeclarationOnly', '--pretty', 'false', 'apps/web', 'apps/e2e'],
    },
    { tool: 'ESLint', cwd: root, program: bin('eslint'), args: [...own, ...journeys, ROUTER, HEADER, HOME, PAGES] },
  ];
}

/**
 * Runs all checks at the same time.
 *
 * @throws Error that names the failing file and says how to undo the generator's changes
 */
export async function runChecks(
  root: string,
  checks: readonly Check[],
  { name, plural }: Record<'name' | 'plural', Spellings>,
): Promise<void> {
  const start = performance.now();
  const results = await Promise.all(checks.map(async (check) => ({ ...check, ...(await run(check)) })));
  const failed = results.filter(({ status }) => status !== 0);
  if (failed.length === 0) {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`✓ Checked with ${checks.map(({ tool }) => tool).join(', ')} in ${seconds} s`);
    return;
  }
  const ofResource = new RegExp(`\\b(?:${plural.snake}|${plural.kebab})\\b`);
  const summaries = failed.map(({ tool, cwd, output }) => {
    const lines = output.split('\n').filter((line) => PATH.test(line));
    const line = lines.find((candidate) => ofResource.test(candidate)) ?? lines[0] ?? '';
    const path = PATH.exec(line)?.[0];
    return `${path === undefined ? 'The workspace' : relative(root, resolve(cwd, path))} does not pass ${tool}.`;
  });
  throw new Error(
    [
      ...summaries,
      `The files are written. Fix them, or run "npx nx g remove-resource ${name.kebab}" and choose other names.`,
      '',
      ...failed.map(({ output }) => output.trim()),
    ].join('\n'),
  );
}

async function run({ cwd, program, args }: Check): Promise<{ status: number | null; output: string }> {
  const child = spawn(program, args, { cwd, env: { ...process.env, APP_ENVIRONMENT: 'build', NO_COLOR: '1' } });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return await new Promise((settle) => {
    child.on('error', ({ message }) => {
      settle({ status: null, output: message });
    });
    child.on('close', (status) => {
      settle({ status, output: Buffer.concat(chunks).toString() });
    });
  });
}
