// @ts-check

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

// An attribute may hold a raw `>`, as in a test's name.
const TAG = /<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;
/** What the elements inside a test case make of it. @type {Record<string, keyof Counts>} */
const VERDICTS = { failure: 'failed', error: 'failed', skipped: 'skipped' };

/**
 * @typedef {object} Failure
 * @property {string} name the test's, after its file's or class's
 * @property {string} text what its runner says of it: message, stack, difference
 */

/** As an attribute or an element holds a character that is XML's own. @type {Record<string, string>} */
const ENTITIES = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const CHARACTERS = new Map(Object.entries(ENTITIES).map(([character, name]) => [name, character]));

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&${ENTITIES[character] ?? ''};`);

/** @param {string} text */
const unescaped = (text) =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    name === undefined
      ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
      : (CHARACTERS.get(name) ?? whole),
  );

/** @param {string} tag @param {string} name */
function attributeOf(tag, name) {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return unescaped(double ?? single ?? '');
}

/**
 * Counts the test cases of a JUnit report by what stands inside each, and names those that failed: the totals on the suites
 * around them are counted differently by each runner (nested suites, errors beside failures).
 *
 * @param {string} xml
 * @returns {{counts: Counts, failures: Failure[]}}
 * @throws {Error} when the report ends too early, as after a crash
 */
export function readReport(xml) {
  // What a test printed may itself look like a report.
  const plain = xml
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text) => escaped(text))
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Failure[]} */
  const failures = [];
  let depth = 0;
  /** @type {keyof Counts} */
  let verdict = 'passed';
  let test = '';
  let said = '';
  let text = '';
  let begin = 0;
  for (const { 0: tag, 1: closing, 2: name = '', 3: selfClosing, index } of plain.matchAll(TAG)) {
    if (!closing && !selfClosing) depth += 1;
    if (closing) depth -= 1;
    if (name === 'testcase' && !closing) {
      verdict = 'passed';
      test = [attributeOf(tag, 'classname'), attributeOf(tag, 'name')].filter(Boolean).join(' › ');
      said = '';
    }
    if (!closing && verdict !== 'failed') verdict = VERDICTS[name] ?? verdict;
    if (VERDICTS[name] === 'failed') {
      if (!closing) [text, begin] = [attributeOf(tag, 'message'), index + tag.length];
      // Most runners begin the text with the message.
      if (closing) text = unescaped(plain.slice(begin, index)).trim() || text;
      if (closing || selfClosing) said ||= text;
    }
    if (name === 'testcase' && (closing || selfClosing)) {
      counts[verdict] += 1;
      if (verdict === 'failed') failures.push({ name: test, text: said });
    }
  }
  if (depth !== 0 || !/<testsuites?\b/.test(plain)) throw new Error('the report is not whole');
  return { counts, failures };
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
