import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests } from './junit.ts';

test('counts a report of pytest, with errors as failures', () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite errors="1" failures="1" tests="4">
<testcase classname="a" name="one" time="0.1" /><testcase name="two"><failure message="assert 1 &lt; 0">trace</failure></testcase>
<testcase name="three"><skipped type="pytest.skip" message="why">here</skipped></testcase>
<testcase name="four"><error message="fixture">trace</error></testcase></testsuite></testsuites>`;
  assert.deepEqual(countTests(xml), { passed: 1, failed: 2, skipped: 1 });
});

test("counts the nested suites of Node's test runner once", () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<testsuites>
  <testsuite name="outer" tests="2" failures="0">
    <testcase name="one" time="0.001" classname="test"/>
    <testsuite name="inner" tests="1"><testcase name="two" classname="test"/></testsuite>
  </testsuite>
  <testcase name="three"><failure type="testCodeFailure" message="x">[Error: x]</failure></testcase>
  <!-- tests 3 -->
</testsuites>`;
  assert.deepEqual(countTests(xml), { passed: 2, failed: 1, skipped: 0 });
});

test('counts a test with an error and a failure once', () => {
  const xml = '<testsuite><testcase name="a"><error/><skipped/><failure>x</failure></testcase><testcase/></testsuite>';
  assert.deepEqual(countTests(xml), { passed: 1, failed: 1, skipped: 0 });
});

test('ignores markup in the output of a test', () => {
  const xml = `<testsuites><testsuite><testcase name="a > b"><system-out><![CDATA[<testcase><failure>]]></system-out></testcase>
<!-- <testcase name="comment"/> --></testsuite></testsuites>`;
  assert.deepEqual(countTests(xml), { passed: 1, failed: 0, skipped: 0 });
});

test('returns nothing for an incomplete report', () => {
  assert.equal(countTests('<testsuites><testsuite><testcase name="a"/>'), undefined);
  assert.equal(countTests(''), undefined);
});

test('accepts a report without tests', () => {
  assert.deepEqual(countTests('<testsuites name="vitest tests" tests="0"/>'), { passed: 0, failed: 0, skipped: 0 });
});
