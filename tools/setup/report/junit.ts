import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Suite {
  testsuite?: Suite[];
  testcase?: Record<string, unknown>[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  // The texts are not used, and the parser rejects documents with many entities.
  processEntities: false,
  isArray: (name) => name === 'testsuite' || name === 'testcase',
});

/**
 * Counts the test cases of a JUnit report. The totals in its attributes are not used, since runners count nested suites
 * and errors differently.
 *
 * @returns undefined when the report is incomplete, as after a crash
 */
export function countTests(xml: string): Counts | undefined {
  const document =
    XMLValidator.validate(xml) === true ? (parser.parse(xml) as Suite & { testsuites?: Suite | '' }) : {};
  const suite = document.testsuites ?? (document.testsuite ? document : undefined);
  if (suite === undefined) return undefined;
  const cases = casesOf(suite || {});
  const failed = cases.filter((test) => 'failure' in test || 'error' in test).length;
  const skipped = cases.filter((test) => 'skipped' in test && !('failure' in test) && !('error' in test)).length;
  return { passed: cases.length - failed - skipped, failed, skipped };
}

/** An element without content is parsed as an empty string. */
function casesOf({ testsuite = [], testcase = [] }: Suite): Record<string, unknown>[] {
  const nested = testsuite.flatMap((suite) => (typeof suite === 'object' ? casesOf(suite) : []));
  return [...testcase.map((test) => (typeof test === 'object' ? test : {})), ...nested];
}
