import { posix } from 'node:path';
import { parse, type Statement } from './parse.ts';

/** A statement with its file and context. */
export interface Site {
  file: string;
  /** Text of the whole file. */
  text: string;
  statement: Statement;
  /** The block that contains the statement after all includes are resolved. */
  parent: Block;
  /** The block that this statement opens. */
  block?: Block;
}

/** A block with all its statements, also those of included files. */
export interface Block {
  /** `main`, or the name of the directive that opens it. */
  kind: string;
  /** The statement that opens it; undefined for `main`. */
  owner?: Site;
  sites: Site[];
}

/** A configuration with its includes. */
export interface Configuration {
  /** Every statement, in Nginx's reading order. */
  sites: Site[];
  /** Values of the template variables that are numbers, such as APP_MAX_BODY_BYTES. */
  variables: ReadonlyMap<string, number>;
}

/** The files of a configuration. */
export interface Source {
  /** Texts by path. */
  files: ReadonlyMap<string, string>;
  /** Path of nginx.conf. Relative includes start at its folder. */
  entry: string;
  /** Paths of the templates by the path under which the rendered file is included. */
  rendered?: ReadonlyMap<string, string>;
  variables?: ReadonlyMap<string, number>;
}

/** Words of a table that are not entries. */
const tableParameters = new Set(['hostnames', 'volatile', 'include', 'ranges', 'proxy', 'delete']);

/**
 * Read nginx.conf and everything that it includes.
 *
 * @throws SyntaxError when a file cannot be parsed or an included file is missing
 */
export function readConfiguration({ files, entry, rendered, variables = new Map() }: Source): Configuration {
  const sites: Site[] = [];
  const seen = new Set<string>();

  const readFile = (file: string, into: Block) => {
    const text = files.get(file);
    if (text === undefined) throw new SyntaxError(`${file} is included but does not exist.`);
    // A file that is included twice is mutated once, in its first context.
    if (seen.has(file)) return;
    seen.add(file);
    readStatements(parse(text), file, text, into);
  };

  const readStatements = (statements: readonly Statement[], file: string, text: string, parent: Block) => {
    for (const statement of statements) {
      const site: Site = { file, text, statement, parent };
      sites.push(site);
      parent.sites.push(site);
      if (statement.block) {
        site.block = { kind: statement.name.value, owner: site, sites: [] };
        readStatements(statement.block, file, text, site.block);
      } else if (statement.name.value === 'include') {
        const path = statement.args[0]?.value ?? '';
        readFile(rendered?.get(path) ?? posix.join(posix.dirname(entry), path), parent);
      }
    }
  };

  readFile(entry, { kind: 'main', sites: [] });
  return { sites, variables };
}

/** The entries of the statement's table that stand in the same file. */
export function entriesOf(site: Site): Site[] {
  return site.parent.sites.filter(
    ({ file, statement }) =>
      file === site.file && statement.args.length > 0 && !tableParameters.has(statement.name.value),
  );
}

/** The result of a table entry, as written. */
export function resultOf({ statement }: Site): string {
  return statement.args.at(-1)?.raw ?? '';
}

/** Whether the statement is an entry of a table rather than a directive. */
export function isEntry({ parent }: Site): boolean {
  return ['map', 'geo', 'types'].includes(parent.kind);
}

/** All statements with this name. */
export function named({ sites }: Configuration, name: string): Site[] {
  return sites.filter(({ statement }) => statement.name.value === name);
}

/** Whether a statement uses the variable, other than the block that defines it. */
export function usesVariable({ sites }: Configuration, variable: string): boolean {
  const name = new RegExp(`\\${variable}(?!\\w)|\\$\\{${variable.slice(1)}\\}`);
  return sites.some(({ statement, block }) => {
    const words = [statement.name, ...statement.args.slice(0, block ? 1 : undefined)];
    return words.some(({ value }) => name.test(value));
  });
}

/** Paths of the `location = …` blocks that are internal. */
export function internalUris(configuration: Configuration): string[] {
  return named(configuration, 'internal')
    .map(({ parent }) => parent.owner?.statement.args ?? [])
    .filter(([modifier]) => modifier?.value === '=')
    .map(([, path]) => path?.value ?? '');
}
