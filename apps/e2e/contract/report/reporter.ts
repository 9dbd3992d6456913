import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FullConfig, Reporter, Suite } from '@playwright/test/reporter';
import { E2E_ROOT } from '../../support/paths.ts';
import { page } from './html.ts';
import { resultsByRow } from './results.ts';
import { summary, table } from './table.ts';

interface Options {
  /** Print every row and not only how many there were. */
  table: boolean;
  /** Where index.html and rows.json are written, relative to the end-to-end project. */
  folder: string;
}

/** Playwright's reporter for the contract: a table, a page for people and a file for programs. */
export default class ContractReporter implements Reporter {
  private suite: Suite | undefined;

  constructor(private readonly options: Options) {}

  onBegin(_config: FullConfig, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(): void {
    const rows = resultsByRow(this.suite?.allTests() ?? []);
    if (rows.length === 0) return;
    const folder = resolve(E2E_ROOT, this.options.folder);
    mkdirSync(folder, { recursive: true });
    const facts = { target: process.env.BASE_URL ?? 'a stack of its own', date: new Date().toISOString() };
    writeFileSync(join(folder, 'index.html'), page(rows, facts));
    const brief = rows.map(({ id, section, text, verdict, tests }) => {
      const titles = tests.map(({ title, verdict: how, reason }) => ({ title, verdict: how, reason }));
      return { id, section, text, verdict, tests: titles };
    });
    writeFileSync(join(folder, 'rows.json'), `${JSON.stringify({ ...facts, rows: brief }, null, 2)}\n`);
    const failed = rows.filter(({ verdict }) => verdict === 'failed');
    const shown = this.options.table ? rows : failed;
    process.stdout.write(`${table(shown, Boolean(process.stdout.isTTY))}\n\n${summary(rows)}\n`);
    process.stdout.write(`Each exchange as it was seen: ${join(folder, 'index.html')}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}
