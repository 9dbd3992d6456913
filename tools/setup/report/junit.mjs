// @ts-check

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

// An attribute may hold a raw `>`, as in a test's name.
const TAG = /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;
/** What the elements inside a test case make of it. @type {Record<string, keyof Counts>} */
const VERDICTS = { failure: 'failed', error: 'failed', skipped: 'skipped' };

/**
 * Counts the test cases of a JUnit report by what stands inside each: the totals on the suites around them are counted
 * differently by each runner (nested suites, errors beside failures).
 *
 * @param {string} xml
 * @returns {Counts}
 * @throws {Error} when the report ends too early, as after a crash
 */
export function countTests(xml) {
  // What a test printed may itself look like a report.
  const plain = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let depth = 0;
  /** @type {keyof Counts} */
  let verdict = 'passed';
  for (const [, closing, name = '', selfClosing] of plain.matchAll(TAG)) {
    if (!closing && !selfClosing) depth += 1;
    if (closing) depth -= 1;
    if (name === 'testcase' && !closing) verdict = 'passed';
    if (name === 'testcase' && (closing || selfClosing)) counts[verdict] += 1;
    if (!closing && verdict !== 'failed') verdict = VERDICTS[name] ?? verdict;
  }
  if (depth !== 0 || !/<testsuites?\b/.test(plain)) throw new Error('the report is not whole');
  return counts;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
