import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { lintExceptions, markdownReport, terminalSummary, type Mutant, type Result } from '@app/mutation';
import { WORKSPACE_ROOT } from '../support/paths.ts';
import { allMutants } from './all-mutants.ts';
import { readExceptions } from './excepted.ts';
import { writeNoticedBy } from './noticed-by.ts';
import { OUTCOME, type Outcome } from './outcome.ts';
import { isWholeRun } from './select.ts';

const REPORT = join(WORKSPACE_ROOT, 'docs/mutation.md');

/**
 * Says of each mutant, as it is judged, who noticed it; at the end which nobody did. Only a run over all mutants writes
 * docs/mutation.md.
 */
export default class MutationReporter implements Reporter {
  private readonly mutants = new Map(allMutants().map((mutant) => [mutant.id, mutant]));
  private readonly exceptions = readExceptions();
  private readonly results: Result[] = [];
  /** What makes the run red besides survivors. */
  private readonly faults: string[] = [];
  private total = 0;
  private started = Date.now();

  onBegin(_config: unknown, suite: Suite): void {
    this.started = Date.now();
    this.total = suite.allTests().length;
    this.faults.push(...lintExceptions(this.exceptions, [...this.mutants.values()]));
    process.stdout.write(`${this.total} wrong configurations\n`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const mutant = this.mutants.get(test.title);
    const body = result.attachments.find(({ name }) => name === OUTCOME)?.body;
    if (!mutant || !body) {
      this.faults.push(`${test.title} was not judged: ${result.errors.map(({ message }) => message).join('; ')}`);
      return;
    }
    this.judge(mutant, JSON.parse(body.toString('utf8')) as Outcome);
  }

  private judge(mutant: Mutant, { outcome, killer, complaint, ms, unsteady }: Outcome): void {
    const isExcepted = this.exceptions.some((exception) => exception.mutant === mutant.id);
    const verdict = outcome === 'survived' && isExcepted ? 'excepted' : outcome;
    if (outcome === 'killed' && isExcepted) this.faults.push(`It is excepted, and noticed all the same: ${mutant.id}`);
    this.results.push({ mutant, outcome: verdict, ...(killer ? { killer } : {}), ms });
    const who = killer ? `  ← ${killer}: ${complaint ?? ''}` : '';
    for (const check of unsteady) process.stdout.write(`Failed beside others, passed alone: ${check}\n`);
    const count = `${this.results.length}/${this.total}`;
    process.stdout.write(`[${count}] ${verdict} in ${(ms / 1000).toFixed(1)} s: ${mutant.id}${who}\n`);
  }

  onError(error: { message?: string }): void {
    this.faults.push(error.message ?? 'The run failed.');
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
    process.stdout.write(`\n${terminalSummary(this.results)}\n`);
    const isComplete = this.results.length === this.total;
    if (!isComplete) this.faults.push(`${this.total - this.results.length} mutants were not judged.`);
    if (isWholeRun() && isComplete) this.writeReport();
    this.writeKillers();
    for (const fault of this.faults) process.stdout.write(`✘ ${fault}\n`);
    const survived = this.results.some(({ outcome }) => outcome === 'survived');
    return { status: survived || this.faults.length > 0 ? 'failed' : status };
  }

  /** Of a run that was ended early, too: the next is quicker by what this one found out. */
  private writeKillers(): void {
    const judged = new Map(this.results.map(({ mutant, killer }) => [mutant.id, killer]));
    writeNoticedBy(judged, [...this.mutants.keys()]);
  }

  private writeReport(): void {
    const minutes = ((Date.now() - this.started) / 60_000).toFixed(0);
    const date = new Date().toISOString().slice(0, 10);
    const measured = `${date}, on ${cpus().length} cores, in ${minutes} minutes, with \`npx nx mutate nginx\`.`;
    const results = [...this.results].sort((a, b) => this.place(a) - this.place(b));
    writeFileSync(REPORT, markdownReport(results, { exceptions: this.exceptions, measured }));
  }

  /** Two stacks finish in no order; the report has the mutants' own. */
  private place({ mutant }: Result): number {
    return [...this.mutants.keys()].indexOf(mutant.id);
  }

  printsToStdio(): boolean {
    return true;
  }
}
