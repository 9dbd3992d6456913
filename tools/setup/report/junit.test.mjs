// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReport, sum } from './junit.mjs';

/** @param {string} xml */
const countTests = (xml) => readReport(xml).counts;

test('counts a report of pytest', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="4">
<testcase classname="a" name="one" time="0.1" /><testcase classname="a" name="two"><failure message="assert 1 &lt; 0">trace</failure></testcase>
<testcase classname="a" name="three"><skipped type="pytest.skip" message="why">here</skipped></testcase>
<testcase classname="a" name="four"><error message="fixture">trace</error></testcase></testsuite></testsuites>`;
  assert.deepEqual(countTests(xml), { passed: 1, failed: 2, skipped: 1 });
});

test('counts nested suites of node’s runner once', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
	<testsuite name="outer" tests="2" failures="0" skipped="0">
		<testcase name="one" time="0.001" classname="test"/>
		<testsuite name="inner" tests="1"><testcase name="two" classname="test"/></testsuite>
	</testsuite>
	<testcase name="three" classname="test">
		<failure type="testCodeFailure" message="x">[Error: x]</failure>
	</testcase>
	<!-- tests 3 -->
</testsuites>
`;
  assert.deepEqual(countTests(xml), { passed: 2, failed: 1, skipped: 0 });
});

test('counts a test once that has both an error and a failure', () => {
  const xml =
    '<testsuite><testcase name="a"><error/><skipped/><failure>x</failure></testcase><testcase name="b"/></testsuite>';
  assert.deepEqual(countTests(xml), { passed: 1, failed: 1, skipped: 0 });
});

test('is not misled by names with angle brackets or by what a test printed', () => {
  const xml = `<testsuites><testsuite><testcase name="a > b &lt; c" classname='it "is" > odd'><system-out><![CDATA[<testcase><failure>]]></system-out></testcase>
<!-- <testcase name="not this"/> --></testsuite></testsuites>`;
  assert.deepEqual(countTests(xml), { passed: 1, failed: 0, skipped: 0 });
});

test('does not take the end of a crashed run’s report for a whole one', () => {
  assert.throws(() => countTests('<testsuites><testsuite><testcase name="a"/>'), /not whole/);
  assert.throws(() => countTests(''), /not whole/);
});

test('takes an empty suite for a report of no tests', () => {
  assert.deepEqual(countTests('<testsuites name="vitest tests" tests="0"/>'), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });
});

test('adds counts up', () => {
  assert.deepEqual(
    sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
    { passed: 11, failed: 22, skipped: 33 },
  );
});

test('says what failed, and what its runner said of it', () => {
  const xml = `<testsuites><testsuite><testcase classname="a.py" name='one "&lt;br>"'><failure message="short">assert 1 &lt; 0
E  &#233;</failure><error message="afterwards"/></testcase>
<testcase name="two"><failure message="only &amp; this"/><system-out>noise</system-out></testcase><testcase name="three"/>
<testcase classname="b.spec.ts" name="four"><failure type="F"><![CDATA[
  Error: <failure message="x"> & more
]]></failure></testcase></testsuite></testsuites>`;
  assert.deepEqual(readReport(xml).failures, [
    { name: 'a.py › one "<br>"', text: 'assert 1 < 0\nE  é' },
    { name: 'two', text: 'only & this' },
    { name: 'b.spec.ts › four', text: 'Error: <failure message="x"> & more' },
  ]);
});
