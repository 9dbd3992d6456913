import type { Configuration, Site } from './configuration.ts';

/** What an operator has to know beyond the statement that it changes. */
export interface Facts {
  configuration: Configuration;
  /** The numbers that the entrypoint puts in the place of a template's `${VARIABLE}`s. */
  variables: ReadonlyMap<string, number>;
}

/** All statements with this name, in the order in which Nginx reads them. */
export function named({ configuration }: Facts, name: string): Site[] {
  return configuration.sites.filter(({ statement }) => statement.name.value === name);
}

/** Whether the configuration has a statement, other than the variable's own definition, that names the variable. */
export function usesVariable({ configuration }: Facts, variable: string): boolean {
  const name = new RegExp(`\\${variable}(?!\\w)|\\$\\{${variable.slice(1)}\\}`);
  return configuration.sites.some(({ statement, block }) => {
    const words = [statement.name, ...statement.args.slice(0, block ? 1 : undefined)];
    return words.some(({ value }) => name.test(value));
  });
}

/** The paths of `location = …` blocks that only Nginx itself can reach. */
export function internalUris(facts: Facts): string[] {
  return named(facts, 'internal')
    .map(({ parent }) => parent.owner?.statement)
    .filter((location) => location?.args[0]?.value === '=')
    .map((location) => location?.args[1]?.value ?? '');
}
