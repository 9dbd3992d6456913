import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { WIRE_ATTACHMENT } from '../../support/test.ts';
import type { Exchange } from '../../support/wire.ts';
import { ROW_ANNOTATION } from '../row.ts';
import { ROWS, type Row, type RowId } from '../rows.ts';

export type Verdict = 'passed' | 'failed' | 'not run';

/** One test of a row, as it ended. */
export interface TestOutcome {
  title: string;
  verdict: Verdict;
  /** Why it was not run, or what was seen instead of what must be. */
  reason?: string;
  exchanges: Exchange[];
}

/** A row with everything that was seen of it. */
export interface RowResult extends Row {
  id: RowId;
  verdict: Verdict;
  tests: TestOutcome[];
}

/** The row that a test belongs to; undefined for a test that is no part of the contract. */
export function rowOf(test: TestCase): RowId | undefined {
  return test.annotations.find(({ type }) => type === ROW_ANNOTATION)?.description as RowId | undefined;
}

/** The contract in its own order, as far as this run selected it. */
export function resultsByRow(tests: readonly TestCase[]): RowResult[] {
  return Object.entries(ROWS).flatMap(([id, row]) => {
    const outcomes = tests.filter((test) => rowOf(test) === id).map(outcomeOf);
    return outcomes.length === 0 ? [] : [{ ...row, id: id as RowId, verdict: verdictOf(outcomes), tests: outcomes }];
  });
}

/** One red test makes a row red; it is green when one was run; a row of which nothing could be run is neither. */
function verdictOf(outcomes: readonly TestOutcome[]): Verdict {
  const verdicts = new Set(outcomes.map(({ verdict }) => verdict));
  if (verdicts.has('failed')) return 'failed';
  return verdicts.has('passed') ? 'passed' : 'not run';
}

function outcomeOf(test: TestCase): TestOutcome {
  const { title } = test;
  // The worst of several: `--repeat-each` makes tests of their own, and there are no retries.
  const result = test.results.at(-1);
  const skip = test.annotations.find(({ type }) => type === 'skip');
  if (skip) return { title, verdict: 'not run', reason: skip.description ?? 'skipped', exchanges: [] };
  if (!result) return { title, verdict: 'not run', reason: 'the run ended before', exchanges: [] };
  const exchanges = exchangesOf(result);
  if (result.status === 'passed') return { title, verdict: 'passed', exchanges };
  if (result.status === 'skipped' || result.status === 'interrupted') {
    return { title, verdict: 'not run', reason: 'the run ended before', exchanges };
  }
  return { title, verdict: 'failed', reason: messageOf(result), exchanges };
}

function exchangesOf(result: TestResult): Exchange[] {
  const body = result.attachments.find(({ name }) => name === WIRE_ATTACHMENT)?.body;
  return body ? (JSON.parse(body.toString('utf8')) as Exchange[]) : [];
}

function messageOf({ errors }: TestResult): string {
  const text = errors.map(({ message, value }) => message ?? value ?? '').join('\n');
  // Playwright colours its messages.
  return stripVTControlCharacters(text);
}
