import { brief, type Draft } from '../../draft.ts';
import type { Edit } from '../../mutant.ts';
import { draft, replace, type Assignment } from '../assignments.ts';
import { collectionsOf, operationsOf, type Span } from '../expressions.ts';

/** Leaves out an assignment, one of its names, a member of a list, an argument, one side of a sum. */
export function removed(assignment: Assignment, usedNames: ReadonlySet<string>): Draft[] {
  return [...whole(assignment, usedNames), ...names(assignment), ...members(assignment), ...operands(assignment)];
}

/** A name that the module needs later can't be left out: Python refuses to start. */
function whole(assignment: Assignment, usedNames: ReadonlySet<string>): Draft[] {
  if (assignment.targets.some(({ text }) => usedNames.has(text))) return [];
  return [draft(assignment, 'removed', '', replace(assignment, assignment, ''))];
}

function names(assignment: Assignment): Draft[] {
  const { targets, value } = assignment;
  if (targets.length < 2) return [];
  return targets.map((target, index) => {
    const end = targets[index + 1]?.start ?? value[0]?.start ?? target.end;
    return draft(assignment, 'removed', target.text, replace(assignment, { start: target.start, end }, ''));
  });
}

function members(assignment: Assignment): Draft[] {
  return collectionsOf(assignment.value).flatMap(({ kind, members: all }) => {
    // `{}` is no set, and a call without its only argument is an error.
    if (all.length < 2 && kind !== 'list') return [];
    return all.map((member) => {
      const name = brief(assignment.text.slice(member.start, member.end));
      const edit = kind === 'tuple' ? withoutOfTuple(assignment, all, member) : without(assignment, member);
      return draft(assignment, 'removed', name, edit);
    });
  });
}

function without(assignment: Assignment, { start, end }: Span): Edit {
  const { text } = assignment;
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return replace(assignment, { start: start - before, end: end + after }, '');
}

/** A tuple of one is written with a comma: without it, there would be no tuple. */
function withoutOfTuple(assignment: Assignment, all: readonly Span[], removedOne: Span): Edit {
  const [first, last] = [all[0] ?? removedOne, all.at(-1) ?? removedOne];
  const kept = all.filter((member) => member !== removedOne).map(({ start, end }) => assignment.text.slice(start, end));
  return replace(
    assignment,
    { start: first.start, end: last.end },
    kept.length === 1 ? `${kept.join('')},` : kept.join(', '),
  );
}

function operands(assignment: Assignment): Draft[] {
  const { text, value } = assignment;
  return operationsOf(value).flatMap(({ sign, left, right }) => {
    const [before, after] = [text.slice(left.start, left.end), text.slice(sign.start, right.end)];
    const keepLeft = draft(assignment, 'removed', after, replace(assignment, { start: left.end, end: right.end }, ''));
    const start = left.start;
    const rightStart = right.start + (/^\s*/.exec(text.slice(right.start))?.[0].length ?? 0);
    const keepRight = draft(
      assignment,
      'removed',
      `${before} ${sign.text}`,
      replace(assignment, { start, end: rightStart }, ''),
    );
    // The number alone would be another value altogether; the number is what is forgotten.
    return /^\d/.test(before) ? [keepRight] : [keepLeft];
  });
}
