import { posix } from 'node:path';
import type { Draft } from '../draft.ts';
import { finish } from '../finish.ts';
import type { Mutant } from '../mutant.ts';
import { assignmentsOf, type Assignment } from './assignments.ts';
import { conditionsOf } from './conditions.ts';
import { removed } from './operators/removed.ts';
import { swapped } from './operators/swapped.ts';
import { offByOne, valueChanged } from './operators/value-changed.ts';
import { tokenize } from './tokens.ts';

/** Which assignments of a file are made wrong. */
export interface PythonOptions {
  /** Their names, or beginnings of names with a `*`: `CSRF_*`. Without it, all. */
  only?: readonly string[];
}

/**
 * Every wrong settings file that the operators make of the assignments at the level of the module.
 *
 * @param file how the file is called in the mutants
 * @throws SyntaxError when it is no Python
 */
export function pythonMutants(file: string, text: string, { only = ['*'] }: PythonOptions = {}): Mutant[] {
  const assignments = assignmentsOf(file, text);
  const drafts = assignments.flatMap((assignment, index) => {
    if (!isChosen(assignment, only)) return [];
    const next = assignments[index + 1];
    const all = [
      ...removed(assignment, namesOutside(assignment)),
      ...valueChanged(assignment),
      ...offByOne(assignment),
      ...swapped(assignment, next && isChosen(next, only) ? next : undefined),
    ];
    return all.filter((draft) => !isOfDevelopment(draft, assignment));
  });
  return finish(drafts, new Map([[file, text]]), () => posix.basename(file));
}

/** Whether a draft changes only what development or a test run reads: the suite runs production. */
function isOfDevelopment({ detail, edits }: Draft, { value, start }: Assignment): boolean {
  const isWhole = edits.some((edit) => edit.start === start);
  return conditionsOf(value).some(({ isDevelopment, whole, yes }) => {
    const inYes = edits.every((edit) => edit.start >= yes.start && edit.end <= yes.end);
    const around = edits.some((edit) => edit.start <= whole.start && edit.end >= whole.end);
    return isDevelopment && !isWhole && (inYes || (around && !detail.startsWith('always')));
  });
}

function isChosen({ targets }: Assignment, only: readonly string[]): boolean {
  const matches = (name: string, wanted: string) =>
    wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
  return targets.some(({ text }) => only.some((wanted) => matches(text, wanted)));
}

/** The names that the rest of the file mentions. */
function namesOutside({ text, start, end }: Assignment): Set<string> {
  const rest = `${text.slice(0, start)}${text.slice(end)}`;
  return new Set(
    tokenize(rest)
      .filter(({ kind, depth }, index, tokens) => kind === 'name' && !(depth > 0 && tokens[index + 1]?.text === '='))
      .map((token) => token.text),
  );
}
