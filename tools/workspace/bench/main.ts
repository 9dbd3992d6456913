/** Measures the product in one run. docs/performance.md describes the options and shows the results. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { workspaceRoot } from '../checks/scratch.ts';
import { run } from './load.ts';
import { parts } from './parts.ts';
import { markdown, plot, replaceSection, type Result } from './report.ts';
import { checkOut, remove, removeStacks, workTree } from './stack.ts';

const options = { compare: { type: 'string' }, only: { type: 'string' }, quick: { type: 'boolean' } } as const;
const { values } = parseArgs({ options });
if (!existsSync(join(workspaceRoot, 'apps/api/app/notes'))) {
  console.error('The benchmark measures the notes of the demo, which this product has removed.');
  process.exit(values.quick ? 0 : 1);
}
const sizes = values.quick
  ? { rounds: 1, rows: [100, 1000], connections: [1, 100] }
  : { rounds: 5, rows: [1000, 100_000, 1_000_000], connections: [1, 10, 100, 1000] };
const other = values.compare ? await checkOut(values.compare) : undefined;
process.once('SIGINT', () => void removeStacks().finally(() => process.exit(130)));

const results: Result[] = [];
try {
  for (const name of values.only?.split(',') ?? Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`There is no part ${name}. Use ${Object.keys(parts).join(', ')}.`);
    const bench = { subjects: other ? [workTree, other] : [workTree], ...sizes };
    for await (const group of part(bench)) results.push(...group);
    await removeStacks();
  }
} finally {
  await removeStacks();
  if (other) await remove(other);
}

const commit = await run('git', ['describe', '--always', '--dirty']);
const machine = `${cpus().length} × ${cpus()[0]?.model}, Linux ${release()}`;
const date = new Date().toISOString().slice(0, 10);
const write = (path: string, content: string) => writeFileSync(join(workspaceRoot, path), content);
mkdirSync(join(workspaceRoot, 'reports/workspace'), { recursive: true });
write('reports/workspace/bench.json', `${JSON.stringify({ commit, date, machine, results }, null, 2)}\n`);
write('reports/workspace/bench.svg', plot(results));
console.log(markdown(results));
if (!values.quick && !values.only) {
  const about = `Commit ${commit}, ${date}, ${machine}.\n\n![The first column of every table](images/performance.svg)`;
  const page = readFileSync(join(workspaceRoot, 'docs/performance.md'), 'utf8');
  write('docs/performance.md', replaceSection(page, `${about}\n\n${markdown(results)}`));
  write('docs/images/performance.svg', plot(results));
}
const failed = results.filter(({ samples }) => samples.some((sample) => 'failed' in sample));
if (failed.length > 0) throw new Error(`Requests failed: ${failed.map(({ group, name }) => group + name).join('; ')}.`);
