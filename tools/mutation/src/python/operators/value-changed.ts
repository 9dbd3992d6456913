import { brief, change, type Draft } from '../../draft.ts';
import { draft, replace, type Assignment } from '../assignments.ts';
import { conditionsOf } from '../conditions.ts';
import { neighbours, neighboursOfName, otherNames, otherTokens } from '../values.ts';

/** Gives a setting another value: a flag flipped, a number of another size, one branch of a condition. */
export function valueChanged(assignment: Assignment): Draft[] {
  const target = nameOf(assignment);
  return [
    ...eachToken(assignment, 'value-changed', (text) => otherTokens(text, target)),
    ...oneName(assignment, 'value-changed', (name) => otherNames(name, target)),
    ...branches(assignment),
  ];
}

/** Makes a number one more and one less. */
export function offByOne(assignment: Assignment): Draft[] {
  const target = nameOf(assignment);
  return [
    ...eachToken(assignment, 'off-by-one', (text) => neighbours(text, target)),
    ...oneName(assignment, 'off-by-one', neighboursOfName),
  ];
}

type Other = (text: string) => string[];

function nameOf({ targets }: Assignment): string {
  return targets[0]?.text ?? '';
}

function eachToken(assignment: Assignment, operator: 'value-changed' | 'off-by-one', other: Other): Draft[] {
  const { value } = assignment;
  return value.flatMap((token, index) => {
    const [before, after] = [value[index - 1]?.text ?? '', value[index + 1]?.text ?? ''];
    // What a text is compared with: the sign is changed instead.
    if (token.kind === 'string' && ['==', '!='].some((sign) => sign === before || sign === after)) return [];
    return other(token.text)
      .filter((text) => !(text === '1' && after === '*')) // Once a number is the number, which `removed` leaves.
      .map((text) => draft(assignment, operator, change(token.text, text), replace(assignment, token, text)));
  });
}

/** The value as a whole, when it is a name and nothing else: `_environment.workers`. */
function oneName(assignment: Assignment, operator: 'value-changed' | 'off-by-one', other: Other): Draft[] {
  const { value, text } = assignment;
  const [first, last] = [value[0], value.at(-1)];
  if (!first || !last || !value.every((token) => token.kind === 'name' || token.text === '.')) return [];
  const span = { start: first.start, end: last.end };
  const name = text.slice(span.start, span.end);
  return other(name).map((otherText) =>
    draft(assignment, operator, change(name, otherText), replace(assignment, span, otherText)),
  );
}

/** `a if b else c` decided for ever. What development alone is decided for is the other branch in production already. */
function branches(assignment: Assignment): Draft[] {
  const { value, text } = assignment;
  return conditionsOf(value).flatMap(({ whole, yes, no, isDevelopment }) =>
    (isDevelopment ? [yes] : [yes, no]).map((branch) => {
      const kept = text.slice(branch.start, branch.end);
      return draft(assignment, 'value-changed', `always ${brief(kept)}`, replace(assignment, whole, kept));
    }),
  );
}
