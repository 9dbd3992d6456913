import { applyMutant, type Mutant, type Operator } from '../mutant.ts';
import { nginxMutants, type NginxOptions } from '../nginx/mutants.ts';
import { pythonMutants } from '../python/mutants.ts';

/** What one operator makes of a configuration in one file: the whole texts, with each run of blanks as one space. */
export function wrong(text: string, operator: Operator, options?: NginxOptions): string[] {
  const mutants = nginxMutants(new Map([['nginx.conf', text]]), 'nginx.conf', options);
  return texts(mutants, operator, text);
}

/** The same for settings in Python. */
export function wrongSettings(text: string, operator: Operator): string[] {
  return texts(pythonMutants('settings.py', text), operator, text);
}

function texts(mutants: readonly Mutant[], operator: Operator, text: string): string[] {
  return mutants
    .filter((mutant) => mutant.operator === operator)
    .map(({ edits }) => applyMutant(text, edits).replaceAll(/\s+/g, ' ').trim());
}
