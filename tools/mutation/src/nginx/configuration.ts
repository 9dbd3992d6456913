import { posix } from 'node:path';
import { parse, type Statement } from './parse.ts';

/** A statement where it stands. */
export interface Site {
  file: string;
  /** The text of the whole file. */
  text: string;
  statement: Statement;
  /** The block that holds the statement for Nginx, wherever its file was included. */
  parent: Block;
  /** The block that this statement opens. */
  block?: Block;
}

/** A block with everything that Nginx finds in it, included files too. */
export interface Block {
  /** `main`, or the name of the directive that opens it. */
  kind: string;
  /** The statement that opens it; `main` has none. */
  owner?: Site;
  sites: Site[];
}

/** A whole configuration: one file and all that it includes. */
export interface Configuration {
  main: Block;
  /** Every statement, in the order in which Nginx reads them. */
  sites: Site[];
}

/**
 * Reads a configuration as Nginx does.
 *
 * @param files texts by path
 * @param entry the path of nginx.conf; relative includes start at its folder
 * @param rendered which of the files is a template, by the path under which its result is included
 * @throws SyntaxError when a file is not whole, or an included one is not there
 */
export function readConfiguration(
  files: ReadonlyMap<string, string>,
  entry: string,
  rendered: ReadonlyMap<string, string> = new Map(),
): Configuration {
  const sites: Site[] = [];
  const seen = new Set<string>();

  const readFile = (file: string, into: Block) => {
    const text = files.get(file);
    if (text === undefined) throw new SyntaxError(`${file} is included, but there is no such file.`);
    // A file that two blocks include is made wrong once, in the first.
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
        readStatements(statement.block.statements, file, text, site.block);
      } else if (statement.name.value === 'include') {
        const pattern = statement.args[0]?.value ?? '';
        for (const path of resolve(pattern)) readFile(path, parent);
      }
    }
  };

  const resolve = (pattern: string): string[] => {
    const path = rendered.get(pattern) ?? posix.join(posix.dirname(entry), pattern);
    if (!path.includes('*')) return [path];
    const regex = new RegExp(
      `^${path
        .split('*')
        .map((part) => part.replaceAll(/[^\w/]/g, '\\$&'))
        .join('[^/]*')}$`,
    );
    return [...files.keys()].filter((file) => regex.test(file)).sort();
  };

  const main: Block = { kind: 'main', sites: [] };
  readFile(entry, main);
  return { main, sites };
}

/** The blocks around a statement, the innermost first; `main` is the last. */
export function enclosing(site: Site): Block[] {
  const blocks: Block[] = [];
  for (let block: Block | undefined = site.parent; block; block = block.owner?.parent) blocks.push(block);
  return blocks;
}

/** Whether the statement is an entry of a table, and not a directive. */
export function isEntry(site: Site): boolean {
  return ['map', 'geo', 'types', 'split_clients', 'charset_map'].includes(site.parent.kind);
}
