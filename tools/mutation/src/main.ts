/** `nx run mutation:mutate [--only=TEXT] [--since=REV] [--stacks=N] [--list]` */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { lintExceptions, readExceptions } from './exceptions.ts';
import type { Mutant } from './mutant.ts';
import { countMutants, describe, summarize, type Result } from './report.ts';
import { onChangedLines } from './selection.ts';
import { allMutants, readFiles, root } from './workspace.ts';

const { values } = parseArgs({
  options: {
    /** Only mutants whose path or id contains this text. */
    only: { type: 'string', default: '' },
    /** Only mutants of lines that changed since this commit. */
    since: { type: 'string' },
    /** Number of stacks that work in parallel. */
    stacks: { type: 'string', default: '4' },
    /** Show the mutants instead of judging them. */
    list: { type: 'boolean', default: false },
  },
});

const mutants = allMutants(readFiles());
const selected = select(mutants);

if (values.list) {
  for (const mutant of selected) console.log(describe(mutant));
  console.log(`\n${countMutants(selected)}`);
} else {
  process.exitCode = (await judge(selected)) ? 0 : 1;
}

function select(all: readonly Mutant[]): Mutant[] {
  const named = all.filter(({ id, file }) => `${file}: ${id}`.includes(values.only));
  if (values.since === undefined) return named;
  const diff = execFileSync('git', ['diff', '--unified=0', values.since], { cwd: root, encoding: 'utf8' });
  return onChangedLines(named, diff);
}

/** Judge the mutants and print the results. Returns false when a mutant survived or the run had a problem. */
async function judge(chosen: readonly Mutant[]): Promise<boolean> {
  const exceptions = readExceptions();
  const problems = lintExceptions(exceptions, mutants);
  const excepted = new Set(exceptions.flatMap((exception) => exception.mutants));
  const results: Result[] = chosen
    .filter(({ id }) => excepted.has(id))
    .map((mutant) => ({ mutant, outcome: 'excepted', killer: '', message: '', ms: 0 }));
  const report = (result: Result, flaky: readonly string[]) => {
    results.push(result);
    for (const check of flaky) console.log(`Failed once, passed when repeated: ${check}`);
    const { mutant, outcome, killer, message, ms } = result;
    const reason = message ? `  ← ${killer ? `${killer}: ` : ''}${message}` : '';
    console.log(
      `[${results.length}/${chosen.length}] ${outcome} in ${(ms / 1000).toFixed(1)} s: ${mutant.id}${reason}`,
    );
  };
  // Loaded here, so that `--list` works without the end-to-end tests' packages.
  const { judgeAll } = await import('./run/pool.ts');
  try {
    await judgeAll(
      chosen.filter(({ id }) => !excepted.has(id)),
      Number(values.stacks),
      report,
    );
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  console.log(`\n${summarize(results)}`);
  if (results.length < chosen.length) problems.push(`${chosen.length - results.length} mutants were not judged.`);
  for (const problem of problems) console.log(`✘ ${problem}`);
  return problems.length === 0 && results.every(({ outcome }) => outcome !== 'survived');
}
