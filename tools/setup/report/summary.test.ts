import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from './summary.ts';

const START = new Date('2026-01-01T12:00:00Z');
const GREEN = '<testsuites><testsuite><testcase name="a"/><testcase name="b"/></testsuite></testsuites>';
const RED = '<testsuites><testsuite><testcase/><testcase><failure/></testcase></testsuite></testsuites>';

/** Summarizes tasks that were planned and have an exit status, except those whose status is undefined. */
function run(
  statuses: Record<string, number | undefined>,
  reports: Record<string, string> = {},
  { startTime = '2026-01-01T12:00:01Z', cacheStatus = 'cache-miss', outputs = [] as string[] } = {},
): { lines: string[]; total: string } {
  const planned = Object.keys(statuses).map((id) => {
    const [project, target] = id.split(':');
    return [id, { target: { project, target }, outputs }];
  });
  const plan = `\n${JSON.stringify({ tasks: { tasks: Object.fromEntries(planned) as unknown } })}`;
  const tasks = Object.entries(statuses).flatMap(([taskId, status]) =>
    status === undefined ? [] : [{ taskId, status, cacheStatus }],
  );
  const record = JSON.stringify({ run: { startTime }, tasks });
  const { lines, total } = summarize(plan, record, START, (path) => reports[path]);
  return { lines, total: Object.values(total).join(' ') };
}

test('adds up the reports of all tasks, including cached ones', () => {
  const reports = { 'reports/api/test.xml': GREEN, 'reports/web/test.xml': GREEN };
  const statuses = { 'web:test': 0, 'api:test': 0, 'web:lint': 0 };
  assert.deepEqual(run(statuses, reports, { cacheStatus: 'local-cache-hit' }), {
    lines: [
      '✓ api:test  2 passed, 0 failed, 0 skipped (cached)',
      '✓ web:lint  (cached)',
      '✓ web:test  2 passed, 0 failed, 0 skipped (cached)',
    ],
    total: '4 0 0',
  });
});

test('counts the failed tests of a failed task', () => {
  const { lines, total } = run({ 'api:test': 1 }, { 'reports/api/test.xml': RED });
  assert.deepEqual(lines, ['✗ api:test  1 passed, 1 failed, 0 skipped']);
  assert.equal(total, '1 1 0');
});

test('counts a failed task without failed tests as one failure', () => {
  assert.deepEqual(run({ 'web:lint': 1 }), { lines: ['✗ web:lint  failed'], total: '0 1 0' });
  assert.equal(run({ 'api:test': 1 }, { 'reports/api/test.xml': GREEN }).total, '2 1 0');
});

test('counts a missing report as a failure for tests and for tasks that declare a report', () => {
  assert.deepEqual(run({ 'e2e:e2e': 0 }), { lines: ['✗ e2e:e2e  reports/e2e/e2e.xml is missing'], total: '0 1 0' });
  assert.equal(run({ 'api:docker-test': 0 }, {}, { outputs: ['reports/api/docker-test.xml'] }).total, '0 1 0');
  assert.equal(run({ 'web:build': 0 }, {}, { outputs: ['dist/apps/web'] }).total, '0 0 0');
});

test('counts an incomplete report as a failure', () => {
  assert.equal(run({ 'api:test': 0 }, { 'reports/api/test.xml': '<testsuites><testsuite>' }).total, '0 1 0');
});

test('counts a task that did not run as skipped', () => {
  const { lines, total } = run({ 'web:build': 1, 'e2e:e2e': undefined });
  assert.deepEqual(lines, ['– e2e:e2e    not run', '✗ web:build  failed']);
  assert.equal(total, '0 1 1');
});

test('ignores the record of an earlier run', () => {
  const reports = { 'reports/api/test.xml': GREEN };
  assert.equal(run({ 'api:test': 0 }, reports, { startTime: '2026-01-01T11:59:59Z' }).total, '0 0 1');
});
