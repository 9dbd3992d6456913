import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { E2E_ROOT } from '../../support/paths.ts';
import { page } from './html.ts';
import { resultsByRow } from './results.ts';
import { summary, table } from './table.ts';

interface Options {
  /** Print every row instead of the failed ones only. */
  table: boolean;
  /** Where index.html and rows.json are written, relative to the end-to-end project. */
  folder: string;
}

/** Playwright reporter for the contract: a table on the terminal, index.html for people and rows.json for programs. */
export default class ContractReporter implements Reporter {
  private readonly options: Options;
  private suite: Suite | undefined;

  constructor(options: Options) {
    this.options = options;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(): void {
    const rows = resultsByRow(this.suite?.allTests() ?? []);
    if (rows.length === 0) return;
    const folder = resolve(E2E_ROOT, this.options.folder);
    mkdirSync(folder, { recursive: true });
    const facts = { target: process.env.BASE_URL ?? 'a local stack', date: new Date().toISOString() };
    writeFileSync(join(folder, 'index.html'), page(rows, facts));
    const brief = rows.map(({ id, section, text, verdict, tests }) => {
      const outcomes = tests.map(({ title, verdict: outcome, reason }) => ({ title, verdict: outcome, reason }));
      return { id, section, text, verdict, tests: outcomes };
    });
    writeFileSync(join(folder, 'rows.json'), `${JSON.stringify({ ...facts, rows: brief }, null, 2)}\n`);
    const shown = this.options.table ? rows : rows.filter(({ verdict }) => verdict === 'failed');
    process.stdout.write(`${table(shown, Boolean(process.stdout.isTTY))}\n\n${summary(rows)}\n`);
    process.stdout.write(`Report with all HTTP exchanges: ${join(folder, 'index.html')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
