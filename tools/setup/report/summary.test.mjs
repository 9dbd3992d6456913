// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closingLine, failureLines, summarize, table } from './summary.mjs';
import { tasksOf } from './tasks.mjs';

const START = new Date('2026-01-01T12:00:00Z');
const GREEN = '<testsuites><testsuite><testcase name="a"/><testcase name="b"/></testsuite></testsuites>';
const RED =
  '<testsuites><testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite></testsuites>';

/** @param {Record<string, string[]>} tasks outputs by `project:target` */
function planOf(tasks) {
  const entries = Object.entries(tasks).map(([id, outputs]) => {
    const [project, target] = id.split(':');
    return [id, { target: { project, target }, outputs }];
  });
  return `\n${JSON.stringify({ tasks: { tasks: Object.fromEntries(entries) } })}`;
}

/** @param {Record<string, number>} results @param {string} startTime @param {string} cacheStatus */
function recordOf(results, startTime = '2026-01-01T12:00:01Z', cacheStatus = 'cache-miss') {
  const tasks = Object.entries(results).map(([taskId, status]) => ({ taskId, status, cacheStatus }));
  return JSON.stringify({ run: { startTime }, tasks });
}

/**
 * @param {Record<string, string[]>} plan
 * @param {string | undefined} record
 * @param {Record<string, string>} reports
 */
const run = (plan, record, reports = {}) => summarize(tasksOf(planOf(plan), record, START), (path) => reports[path]);

test('adds up the reports of all tasks, cached ones too', () => {
  const plan = { 'api:test': [], 'web:test': [], 'web:lint': [] };
  const record = recordOf({ 'api:test': 0, 'web:test': 0, 'web:lint': 0 }, undefined, 'local-cache-hit');
  const { rows, total } = run(plan, record, { 'reports/api/test.xml': GREEN, 'reports/web/test.xml': GREEN });
  assert.equal(closingLine(total), '4 passed, 0 failed, 0 skipped');
  assert.match(table(rows)[0] ?? '', /^✓ {2}api {2}test {2}2 passed .*from cache$/);
});

test('counts the failed tests of a task that was not cached', () => {
  const { total } = run({ 'api:test': [] }, recordOf({ 'api:test': 1 }), { 'reports/api/test.xml': RED });
  assert.deepEqual(total, { passed: 1, failed: 1, skipped: 0 });
});

test('counts a failed task without tests as one failure and names it', () => {
  const { rows, total } = run({ 'web:lint': [] }, recordOf({ 'web:lint': 1 }));
  assert.equal(total.failed, 1);
  assert.match(table(rows)[0] ?? '', /^✗ {2}web {2}lint .*failed$/);
});

test('counts a task that failed though all its tests passed', () => {
  const { rows, total } = run({ 'api:test': [] }, recordOf({ 'api:test': 1 }), {
    'reports/api/test.xml': GREEN,
  });
  assert.deepEqual(total, { passed: 2, failed: 1, skipped: 0 });
  assert.match(table(rows)[0] ?? '', /failed outside its tests$/);
});

test('counts a missing report as a failure: of test and e2e, and of what declares one', () => {
  const plan = {
    'api:test': [],
    'e2e:e2e': [],
    'api:image-test': ['reports/api/image-test.xml'],
    'web:build': ['dist/apps/web'],
  };
  const { rows, total } = run(plan, recordOf({ 'api:test': 0, 'e2e:e2e': 0, 'api:image-test': 0, 'web:build': 0 }));
  assert.equal(total.failed, 3);
  assert.ok(table(rows).some((line) => line.endsWith('reports/e2e/e2e.xml is missing')));
});

test('counts a report that breaks off as a failure', () => {
  const { total } = run({ 'api:test': [] }, recordOf({ 'api:test': 0 }), {
    'reports/api/test.xml': '<testsuites><testsuite>',
  });
  assert.equal(total.failed, 1);
});

test('lists a task that was not run because one before it failed', () => {
  const { rows, total } = run({ 'web:build': [], 'e2e:e2e': [] }, recordOf({ 'web:build': 1 }));
  assert.deepEqual(total, { passed: 0, failed: 1, skipped: 1 });
  assert.ok(table(rows).some((line) => /^– {2}e2e .*not run/.test(line)));
});

test('takes nothing from the record or the reports of an earlier run', () => {
  const record = recordOf({ 'api:test': 0 }, '2026-01-01T11:59:59Z');
  const { total } = run({ 'api:test': [] }, record, { 'reports/api/test.xml': GREEN });
  assert.equal(total.passed, 0);
  assert.equal(run({ 'api:test': [] }, undefined, {}).total.passed, 0);
});

test('ends with what failed, and the beginning of what was said of it', () => {
  const text = Array.from({ length: 17 }, (_, line) => `line ${line}\n\n`).join('');
  const reports = {
    'reports/api/test.xml': RED.replace('<failure/>', `<failure message="x">\u001b[31m${text}</failure>`),
    'reports/web/test.xml': GREEN,
  };
  const { rows } = run({ 'api:test': [], 'web:test': [] }, recordOf({ 'api:test': 1, 'web:test': 0 }), reports);
  const lines = failureLines(rows);
  assert.deepEqual(lines.slice(0, 2), ['✗ api:test  b', '    line 0']);
  assert.deepEqual(lines.slice(-3), ['    line 14', '    … 2 more lines: reports/api/test.xml', '']);
  assert.equal(lines.length, 18);
});
