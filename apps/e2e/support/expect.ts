import { expect as playwright } from '@playwright/test';
import type { Answer } from './http.ts';
import { PATIENCE_MS } from './patience.ts';

/** Where no test of Playwright's is around, it knows no configuration either. */
const base = playwright.configure({ timeout: PATIENCE_MS });

/** Headers that every response carries exactly once, and what their value must be like. */
const SAFETY: Record<string, RegExp> = {
  'Content-Security-Policy': /^(?=.*default-src )(?=.*frame-ancestors '(none|self)')(?!.*unsafe-(inline|eval)).*$/,
  'X-Content-Type-Options': /^nosniff$/,
  'Referrer-Policy': /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
  'Permissions-Policy': /camera=\(\)/,
  'Cross-Origin-Opener-Policy': /^same-origin$/,
  'Cross-Origin-Resource-Policy': /^same-origin$/,
};

/** What is wrong with a response's headers, in sentences; empty when all is well. */
function safetyFaults(answer: Answer, secure: boolean): string[] {
  const faults: string[] = [];
  for (const [name, pattern] of Object.entries(SAFETY)) {
    const values = answer.all(name);
    if (values.length !== 1) faults.push(`${name} was sent ${values.length} times`);
    for (const value of values) if (!pattern.test(value)) faults.push(`${name} is "${value}"`);
  }
  for (const value of answer.all('Server')) {
    if (/[\d/]/.test(value)) faults.push(`Server tells a version: "${value}"`);
  }
  if (answer.all('X-Powered-By').length > 0) faults.push('X-Powered-By tells what runs');
  const hsts = answer.all('Strict-Transport-Security').length;
  if (hsts !== (secure ? 1 : 0)) faults.push(`Strict-Transport-Security was sent ${hsts} times`);
  return faults;
}

function problemFaults(answer: Answer, status: number): string[] {
  const faults: string[] = [];
  if (answer.status !== status) faults.push(`the status is ${answer.status}`);
  const type = answer.header('Content-Type') ?? 'nothing';
  if (!/^application\/problem\+json(; ?charset=utf-8)?$/i.test(type)) {
    return [...faults, `Content-Type is ${type}`];
  }
  const problem = answer.json();
  if (problem.status !== status) faults.push(`its member status is ${String(problem.status)}`);
  for (const member of ['type', 'title', 'detail']) {
    if (typeof problem[member] !== 'string' || problem[member] === '') faults.push(`it has no ${member}`);
  }
  const id = answer.header('X-Request-ID');
  if (!/^[0-9a-f]{32}$/.test(id ?? '')) faults.push(`X-Request-ID is "${id}"`);
  if (problem.request_id !== id) faults.push(`request_id "${String(problem.request_id)}" is not X-Request-ID "${id}"`);
  return faults;
}

/** A busy machine is late, and no timer is early by more than two clocks differ; another whole second is another limit. */
const EARLY = 0.1;
const LATE = 0.9;

function verdict(faults: string[], answer: Answer, wanted: string) {
  return {
    pass: faults.length === 0,
    message: () => `Expected ${wanted}, but ${faults.join('; ')}.\n${answer.status}\n${answer.text.slice(0, 600)}`,
  };
}

/** Playwright's `expect` with the questions that most contract tests ask. */
export const expect = base.extend({
  /** The response is RFC 9457 problem+json with this status, and names the request as its header does. */
  toBeProblem(answer: Answer, status: number) {
    return verdict(problemFaults(answer, status), answer, `problem+json ${status}`);
  },
  /** Every safety header is there exactly once with a safe value, and nothing tells what runs behind. */
  toCarrySafetyHeaders(answer: Answer, { secure = false } = {}) {
    return verdict(safetyFaults(answer, secure), answer, 'every safety header once');
  },
  /** The seconds that something took are this time limit and neither a second more nor less. */
  toBeTheLimit(seconds: number, limit: number) {
    return {
      pass: seconds > limit - EARLY && seconds < limit + LATE,
      message: () => `Expected a limit of ${limit} seconds, but it took ${seconds.toFixed(2)}.`,
    };
  },
});
