import type { Exception } from './exceptions.ts';
import type { Mutant } from './mutant.ts';
import { count, countBy, scoreOf, type Counts } from './score.ts';

/** What became of a mutant. */
export interface Result {
  mutant: Mutant;
  /**
   * `killed`: a test noticed. `refused`: the program did not start with it, so that nobody could ship it.
   * `survived`: nothing noticed. `excepted`: nothing noticed, and a listed reason says why.
   */
  outcome: 'killed' | 'refused' | 'survived' | 'excepted';
  /** The test that noticed. */
  killer?: string;
  /** From the change to the verdict, in milliseconds. */
  ms: number;
}

/** What a report says beside the results. */
export interface ReportOptions {
  exceptions: readonly Exception[];
  /** When, where and how long, in one sentence: the only line that differs between two equal runs. */
  measured: string;
}

/** The whole report as a Markdown page. */
export function markdownReport(results: readonly Result[], { exceptions, measured }: ReportOptions): string {
  const counts = count(results);
  return [
    '# Mutation score of the configuration',
    '',
    `**${scoreOf(counts)} %**: of ${counts.killed + counts.survived} wrong configurations, the suite noticed ${counts.killed}.`,
    `${counts.refused} more were refused by the program itself, and ${counts.excepted} are excepted below.`,
    '',
    `Measured: ${measured}`,
    '',
    '## By operator',
    '',
    ...table(
      'Operator',
      countBy(results, ({ mutant }) => mutant.operator),
    ),
    '',
    '## By file',
    '',
    ...table(
      'File',
      countBy(results, ({ mutant }) => mutant.file),
    ),
    '',
    '## Survivors',
    '',
    ...survivors(results),
    '',
    '## Exceptions',
    '',
    ...listed(exceptions),
    '',
  ].join('\n');
}

/** The same in a few lines, for a terminal: the score, and each survivor with the place to look at. */
export function terminalSummary(results: readonly Result[]): string {
  const counts = count(results);
  const lines = survivorsOf(results).map(
    ({ mutant }) => `${place(mutant)}  ${mutant.id}\n    - ${mutant.before}\n    + ${mutant.after}`,
  );
  const { killed, survived, excepted, refused } = counts;
  const last = `${scoreOf(counts)} %: ${killed} killed, ${survived} survived, ${excepted} excepted, ${refused} refused.`;
  return [...lines, last].join('\n');
}

function table(title: string, groups: ReadonlyMap<string, Counts>): string[] {
  const rows = [...groups].map(([name, counts]) => {
    const { killed, survived, excepted, refused } = counts;
    return [code(name), killed, survived, excepted, refused, `${scoreOf(counts)} %`];
  });
  const header = [title, 'Killed', 'Survived', 'Excepted', 'Refused', 'Score'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function survivors(results: readonly Result[]): string[] {
  const lines = survivorsOf(results).map(({ mutant }) => `- ${code(place(mutant))}: ${code(mutant.id)}`);
  return lines.length > 0 ? lines : ['None.'];
}

function survivorsOf(results: readonly Result[]): Result[] {
  return results.filter(({ outcome }) => outcome === 'survived');
}

function listed(exceptions: readonly Exception[]): string[] {
  const lines = exceptions.map(({ mutant, kind, reason }) => `- ${code(mutant)} (${kind}): ${reason}`);
  return lines.length > 0 ? lines : ['None.'];
}

function place({ file, line }: Mutant): string {
  return `${file}:${line}`;
}

/** Code in Markdown, whatever the text holds: more backticks around it than in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const inner = longest > 0 ? ` ${text} ` : text;
  return `${fence}${inner}${fence}`;
}
