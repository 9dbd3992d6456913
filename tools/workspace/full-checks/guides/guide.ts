import { lexer } from 'marked';

/** What a reader of a guide does, step by step. */
export interface Step {
  /**
   * `commands` are one script of bash, `background` is one that goes on running, `patch` is a change of files, and
   * `elsewhere` are commands that take so long that a check of their own runs them.
   */
  readonly kind: 'commands' | 'background' | 'patch' | 'elsewhere';
  readonly text: string;
  /** Of the block's first line, in the page. */
  readonly line: number;
}

/** By the words behind the fence. Every other language shows something, and asks for nothing. */
const KINDS: Readonly<Record<string, Step['kind']>> = {
  sh: 'commands',
  'sh background': 'background',
  'sh long': 'elsewhere',
  diff: 'patch',
};

/**
 * Reads what a guide tells its reader to do.
 *
 * @param page Markdown
 * @throws Error at a block of commands or changes with a word behind the fence that has no meaning
 */
export function readGuide(page: string): Step[] {
  let offset = 0;
  return lexer(page).flatMap((token) => {
    const line = page.slice(0, offset).split('\n').length;
    offset += token.raw.length;
    if (token.type === 'list' && /^\s+```(?:sh|diff)/m.test(token.raw)) {
      throw new Error(`Line ${String(line)}: a block inside a list would not be executed.`);
    }
    if (token.type !== 'code') return [];
    const info = String(token['lang'] ?? '');
    const kind = KINDS[info];
    if (kind === undefined && /^(?:sh|bash|shell|diff)\b/.test(info)) {
      throw new Error(`Line ${String(line)}: nobody knows what to do with \`${info}\`.`);
    }
    return kind === undefined ? [] : [{ kind, text: String(token['text']), line }];
  });
}

/** `# http://localhost:5173/`, the first line of what goes on running: the address that answers when it is ready. */
export function addressIn(script: string): string {
  const [, address] = /^# (https?:\/\/\S+)\n/.exec(script) ?? [];
  if (address === undefined) throw new Error(`The first line does not say where it answers: ${script}`);
  return address;
}
