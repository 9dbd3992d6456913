/** `npx nx run mutation:list`: every mutant with its change, then how many each operator makes of each file. */
import { operators, type Mutant } from '../mutant.ts';
import { readAll } from './root.ts';

function describe({ id, file, line, before, after }: Mutant): string {
  return `${id}\n    ${file}:${line}\n    - ${before}\n    + ${after}`;
}

function counts(mutants: readonly Mutant[]): Record<string, Record<string, number>> {
  const files = [...new Set(mutants.map(({ file }) => file)), 'all'];
  return Object.fromEntries(
    files.map((file) => {
      const own = mutants.filter((mutant) => file === 'all' || mutant.file === file);
      const numbers = operators.map((operator) => [
        operator,
        own.filter((mutant) => mutant.operator === operator).length,
      ]);
      return [file, { ...Object.fromEntries(numbers), all: own.length }];
    }),
  );
}

const { mutants } = readAll();
for (const mutant of mutants) console.log(describe(mutant));
console.table(counts(mutants));
