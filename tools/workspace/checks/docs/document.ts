import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { lexer, walkTokens, type Token } from 'marked';
import { workspaceRoot } from '../scratch.ts';

/** The statements of a Markdown file that can be checked against the repository. */
export interface Document {
  /** Relative to the workspace root. */
  readonly path: string;
  /** Fragments that a link to this file may use. */
  readonly anchors: readonly string[];
  readonly codeSpans: readonly string[];
  /** Lines of shell blocks, and code spans that start with `npm`, `npx`, `nx` or `docker`. */
  readonly commands: readonly string[];
  /** Targets of links and images inside the repository. */
  readonly links: readonly string[];
  /** Paths that exist only after a reader has followed the document, from `<!-- creates: libs/money data.json -->`. */
  readonly creates: readonly string[];
}

/** Parses a Markdown file, so that text in diagrams and in examples of other languages is not checked. */
export function readDocument(path: string): Document {
  const slugger = new GithubSlugger();
  const anchors: string[] = [];
  const codeSpans: string[] = [];
  const commands: string[] = [];
  const links: string[] = [];
  const creates: string[] = [];

  walkTokens(lexer(readFileSync(join(workspaceRoot, path), 'utf8')), (token) => {
    switch (token.type) {
      case 'heading':
        anchors.push(slugger.slug(plainText(token)));
        break;
      case 'codespan':
        codeSpans.push(String(token['text']));
        break;
      case 'code':
        if (token['lang'] === 'sh') commands.push(...shellLines(String(token['text'])));
        break;
      case 'link':
      case 'image':
        links.push(String(token['href']));
        break;
      case 'html':
        creates.push(...(/<!-{2} creates: (.*) -->/.exec(token.raw)?.[1]?.split(' ') ?? []));
        links.push(...Array.from(token.raw.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g), ([, url]) => url ?? ''));
        break;
    }
  });

  return {
    path,
    anchors,
    codeSpans,
    commands: [...commands, ...codeSpans.filter((span) => /^(?:[A-Z_]+=\S+ )*(?:npm|npx|nx|docker) /.test(span))],
    links: links.filter((url) => !/^[a-z]+:/.test(url)),
    creates,
  };
}

/** The visible text of a heading, without markup. */
function plainText(token: Token): string {
  const parts = 'tokens' in token ? token.tokens : undefined;
  if (parts && parts.length > 0) return parts.map(plainText).join('');
  return 'text' in token ? String(token.text) : '';
}

/** The commands of a shell block, with continued lines joined and comments removed. */
function shellLines(block: string): string[] {
  return block
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
