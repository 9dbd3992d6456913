import type { Draft } from '../../draft.ts';
import { draft, replace, type Assignment } from '../assignments.ts';
import { collectionsOf, type Span } from '../expressions.ts';

/** Exchanges the values of two assignments that stand together and hold the same kind of value, or two of a tuple. */
export function swapped(assignment: Assignment, next: Assignment | undefined): Draft[] {
  return [...(next ? assignments(assignment, next) : []), ...tuples(assignment)];
}

function assignments(assignment: Assignment, next: Assignment): Draft[] {
  const [kind, other] = [kindOf(assignment), kindOf(next)];
  if (kind === undefined || kind !== other) return [];
  // A value that the next assignment makes is not there before it.
  if (next.value.some(({ text }) => assignment.targets.some((target) => target.text === text))) return [];
  return exchange(assignment, `values with ${next.targets[0]?.text ?? ''}`, spanOf(assignment), spanOf(next));
}

function kindOf({ value }: Assignment): string | undefined {
  const text = value.map((token) => token.text).join('');
  if (/^(?:True|False)$/.test(text)) return 'flag';
  if (/^[\d_]+$/.test(text)) return 'number';
  if (/environment\.\w*(?:seconds|workers|threads|bytes)/.test(text)) return 'environment';
  return undefined;
}

function spanOf({ value, end }: Assignment): Span {
  return { start: value[0]?.start ?? end, end };
}

/** The order of a list is no matter for what our settings list. */
function tuples(assignment: Assignment): Draft[] {
  const all = collectionsOf(assignment.value).filter(({ kind }) => kind === 'tuple');
  return all.flatMap(({ members }) =>
    members.flatMap((member, index) => {
      const next = members[index + 1];
      const name = assignment.text.slice(member.start, member.end);
      return next ? exchange(assignment, name, member, next) : [];
    }),
  );
}

function exchange(assignment: Assignment, detail: string, one: Span, other: Span): Draft[] {
  const { text } = assignment;
  const [first, second] = [text.slice(one.start, one.end), text.slice(other.start, other.end)];
  return [draft(assignment, 'swapped', detail, replace(assignment, one, second), replace(assignment, other, first))];
}
