import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { lexer, walkTokens, type Token } from 'marked';

/** What a Markdown file claims about the repository. */
export interface Document {
  /** From the workspace's root. */
  readonly path: string;
  readonly lines: readonly string[];
  /** Texts of the level-two headings, in order. */
  readonly sections: readonly string[];
  /** The anchors that a link may end in. */
  readonly anchors: readonly string[];
  readonly codeSpans: readonly string[];
  /** Lines of shell blocks, those of guides aside, and code spans that run `npm`, `npx`, `nx` or `docker`. */
  readonly commands: readonly string[];
  /** Folders that a map, a text block of indented names, puts under each other. */
  readonly mapped: readonly string[];
  /** Mermaid's source of each diagram. */
  readonly diagrams: readonly string[];
  /** Targets of links and images that stay inside the repository. */
  readonly links: readonly string[];
}

/**
 * Reads a Markdown file with a parser, so that a path inside a diagram or a textbook example is no claim.
 *
 * @param root the workspace's root
 * @param path the file, from the root
 */
export function readDocument(root: string, path: string): Document {
  const text = readFileSync(join(root, path), 'utf8');
  // A guide's blocks name what those before them have made; `workspace:guides` runs them all.
  const isExecuted = path.startsWith('docs/guides/');
  const slugger = new GithubSlugger();
  const sections: string[] = [];
  const anchors: string[] = [];
  const codeSpans: string[] = [];
  const commands: string[] = [];
  const mapped: string[] = [];
  const diagrams: string[] = [];
  const links: string[] = [];

  walkTokens(lexer(text), (token) => {
    switch (token.type) {
      case 'heading':
        anchors.push(slugger.slug(plainText(token)));
        if (token['depth'] === 2) sections.push(plainText(token));
        break;
      case 'codespan':
        codeSpans.push(String(token['text']));
        break;
      case 'code':
        if (token['lang'] === 'sh' && !isExecuted) commands.push(...shellLines(String(token['text'])));
        if (token['lang'] === 'mermaid') diagrams.push(String(token['text']));
        if (token['lang'] === 'text') mapped.push(...mappedFolders(String(token['text'])));
        break;
      case 'link':
      case 'image':
        links.push(String(token['href']));
        break;
      case 'html':
        links.push(...Array.from(token.raw.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g), ([, url]) => url ?? ''));
        break;
    }
  });

  return {
    path,
    lines: text.trimEnd().split('\n'),
    sections,
    anchors,
    codeSpans,
    commands: [...commands, ...codeSpans.filter((span) => /^(?:[A-Z_]+=\S+ )*(?:npm|npx|nx|docker) /.test(span))],
    mapped,
    diagrams,
    links: links.filter((url) => !/^[a-z]+:/.test(url)),
  };
}

/** A heading as people read it: `## The `api` image` is 'The api image'. */
function plainText(token: Token): string {
  const parts = 'tokens' in token ? token.tokens : undefined;
  if (parts && parts.length > 0) return parts.map(plainText).join('');
  return 'text' in token ? String(token.text) : '';
}

/** The commands of a shell block, without comments, prompts' results and continued lines' ends. */
function shellLines(block: string): string[] {
  return block
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** `apps/`, and below it, further in, `web/   what it holds`, is `apps/` and `apps/web/`. */
function mappedFolders(block: string): string[] {
  const above: { depth: number; path: string }[] = [];
  return block.split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)([\w.-]+\/)(?: |$)/.exec(line) ?? [];
    if (name === undefined) return [];
    while ((above.at(-1)?.depth ?? -1) >= indent.length) above.pop();
    const path = `${above.at(-1)?.path ?? ''}${name}`;
    above.push({ depth: indent.length, path });
    return [path];
  });
}
