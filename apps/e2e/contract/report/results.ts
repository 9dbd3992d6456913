import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import type { Exchange } from '../../support/exchanges.ts';
import { EXCHANGES_ATTACHMENT } from '../../support/test.ts';
import { ROW_ANNOTATION } from '../row.ts';
import { ROWS, type Row, type RowId } from '../rows.ts';

export type Verdict = 'passed' | 'failed' | 'not run';

/** The result of one test of a row. */
export interface TestOutcome {
  title: string;
  verdict: Verdict;
  /** Why it was not run, or the error message. */
  reason?: string;
  exchanges: Exchange[];
}

/** A row with the results of its tests. */
export interface RowResult extends Row {
  id: RowId;
  verdict: Verdict;
  tests: TestOutcome[];
}

/** The row of a test; undefined for tests outside of the contract. */
function rowOf(test: TestCase): RowId | undefined {
  return test.annotations.find(({ type }) => type === ROW_ANNOTATION)?.description as RowId | undefined;
}

/** The rows that this run selected, in the order of the contract. */
export function resultsByRow(tests: readonly TestCase[]): RowResult[] {
  return Object.entries(ROWS).flatMap(([id, row]) => {
    const outcomes = tests.filter((test) => rowOf(test) === id).map(outcomeOf);
    return outcomes.length === 0 ? [] : [{ ...row, id: id as RowId, verdict: verdictOf(outcomes), tests: outcomes }];
  });
}

/** One failed test fails the row. A row is "not run" if none of its tests ran. */
function verdictOf(outcomes: readonly TestOutcome[]): Verdict {
  const verdicts = new Set(outcomes.map(({ verdict }) => verdict));
  if (verdicts.has('failed')) return 'failed';
  return verdicts.has('passed') ? 'passed' : 'not run';
}

function outcomeOf(test: TestCase): TestOutcome {
  const { title } = test;
  // There are no retries, so each test has one result.
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
  const body = result.attachments.find(({ name }) => name === EXCHANGES_ATTACHMENT)?.body;
  return body ? (JSON.parse(body.toString('utf8')) as Exchange[]) : [];
}

function messageOf({ errors }: TestResult): string {
  const text = errors.map(({ message, value }) => message ?? value ?? '').join('\n');
  // Playwright's messages contain colour codes.
  return stripVTControlCharacters(text);
}
