import { expect as playwright } from '@playwright/test';
import type { HttpResponse } from './http.ts';
import { ASSERTION_TIMEOUT_MS } from './timeouts.ts';

// Set here as well as in the configuration: outside of Playwright's runner, `expect` reads no configuration.
const base = playwright.configure({ timeout: ASSERTION_TIMEOUT_MS });

/** Headers that every response has exactly once, and the pattern of a safe value. */
const SECURITY_HEADERS: Record<string, RegExp> = {
  'Content-Security-Policy': /^(?=.*default-src )(?=.*frame-ancestors '(none|self)')(?!.*unsafe-(inline|eval)).*$/,
  'X-Content-Type-Options': /^nosniff$/,
  'Referrer-Policy': /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
  'Permissions-Policy': /camera=\(\)/,
  'Cross-Origin-Opener-Policy': /^same-origin$/,
  'Cross-Origin-Resource-Policy': /^same-origin$/,
};

function securityHeaderErrors(response: HttpResponse, secure: boolean): string[] {
  const errors: string[] = [];
  for (const [name, pattern] of Object.entries(SECURITY_HEADERS)) {
    const values = response.all(name);
    if (values.length !== 1) errors.push(`${name} was sent ${values.length} times`);
    for (const value of values) if (!pattern.test(value)) errors.push(`${name} is "${value}"`);
  }
  for (const value of response.all('Server')) {
    if (/[\d/]/.test(value)) errors.push(`Server reveals a version: "${value}"`);
  }
  if (response.all('X-Powered-By').length > 0) errors.push('X-Powered-By was sent');
  const hsts = response.all('Strict-Transport-Security').length;
  if (hsts !== (secure ? 1 : 0)) errors.push(`Strict-Transport-Security was sent ${hsts} times`);
  return errors;
}

function problemErrors(response: HttpResponse, status: number): string[] {
  const errors: string[] = [];
  if (response.status !== status) errors.push(`the status is ${response.status}`);
  const type = response.header('Content-Type') ?? 'missing';
  if (!/^application\/problem\+json(; ?charset=utf-8)?$/i.test(type)) {
    return [...errors, `Content-Type is ${type}`];
  }
  const problem = response.json();
  if (problem.status !== status) errors.push(`its member status is ${String(problem.status)}`);
  for (const member of ['type', 'title', 'detail']) {
    if (typeof problem[member] !== 'string' || problem[member] === '') errors.push(`it has no ${member}`);
  }
  const id = response.header('X-Request-ID');
  if (!/^[0-9a-f]{32}$/.test(id ?? '')) errors.push(`X-Request-ID is "${id}"`);
  if (problem.request_id !== id) errors.push(`request_id "${String(problem.request_id)}" is not X-Request-ID "${id}"`);
  return errors;
}

/** Tolerances in seconds: clocks differ a little, and a busy machine is late. A timeout that is one second off still fails. */
const EARLY = 0.1;
const LATE = 0.9;

function result(errors: string[], response: HttpResponse, expected: string) {
  return {
    pass: errors.length === 0,
    message: () =>
      `Expected ${expected}, but ${errors.join('; ')}.\n${response.status}\n${response.text.slice(0, 600)}`,
  };
}

/** Playwright's `expect` with matchers for the contract. */
export const expect = base.extend({
  /** RFC 9457 problem+json with this status, whose request_id equals X-Request-ID. */
  toBeProblem(response: HttpResponse, status: number) {
    return result(problemErrors(response, status), response, `problem+json ${status}`);
  },
  /** Every security header exactly once with a safe value, and no header that reveals software versions. */
  toHaveSecurityHeaders(response: HttpResponse, { secure = process.env.BASE_URL?.startsWith('https:') ?? false } = {}) {
    return result(securityHeaderErrors(response, secure), response, 'every security header once');
  },
  /** The measured seconds equal this timeout, within less than a second. */
  toMatchTimeout(seconds: number, timeout: number) {
    return {
      pass: seconds > timeout - EARLY && seconds < timeout + LATE,
      message: () => `Expected a timeout of ${timeout} seconds, but it took ${seconds.toFixed(2)}.`,
    };
  },
});
