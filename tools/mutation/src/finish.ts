import type { Draft } from './draft.ts';
import { applyMutant, type Edit, type Mutant } from './mutant.ts';
import { excerpt } from './excerpt.ts';

/**
 * Names the drafts, and drops those that change nothing or repeat what another has made.
 *
 * @param files the texts that the drafts edit, by path
 * @param nameOf how a file is called in an id
 */
export function finish(
  drafts: readonly Draft[],
  files: ReadonlyMap<string, string>,
  nameOf: (file: string) => string,
): Mutant[] {
  const results = new Set<string>();
  const taken = new Map<string, number>();
  const mutants: Mutant[] = [];
  for (const draft of drafts) {
    const result = resultOf(draft.edits, files);
    if (result === undefined || results.has(result)) continue;
    results.add(result);
    const name = `${nameOf(draft.file)}: ${draft.subject} › ${draft.operator} ${draft.detail}`.trim();
    const number = (taken.get(name) ?? 0) + 1;
    taken.set(name, number);
    mutants.push({
      // Equal words twice in one file, such as the same directive in two blocks that nothing tells apart.
      id: number === 1 ? name : `${name} #${number}`,
      file: draft.file,
      operator: draft.operator,
      ...excerpt(files.get(draft.file) ?? '', ownEdits(draft)),
      edits: draft.edits,
    });
  }
  return mutants;
}

/** The edited texts, as one key; nothing when they equal the originals. */
function resultOf(edits: readonly Edit[], files: ReadonlyMap<string, string>): string | undefined {
  const edited = [...new Set(edits.map(({ file }) => file))].sort();
  const texts = edited.map((file) => {
    const text = files.get(file) ?? '';
    const changed = applyMutant(
      text,
      edits.filter((edit) => edit.file === file),
    );
    return { file, changed, differs: changed !== text };
  });
  if (!texts.some(({ differs }) => differs)) return undefined;
  return texts.map(({ file, changed }) => `${file}\0${changed}`).join('\0');
}

function ownEdits({ file, edits }: Draft): Edit[] {
  return edits.filter((edit) => edit.file === file);
}
