import { cancel, confirm, text } from '@clack/prompts';
import { Refusal } from '../refusal.ts';

export interface InitOptions {
  name?: string;
  title?: string;
  licenseHolder?: string;
  withoutDemo?: boolean;
  yes?: boolean;
}

export type Answers = Required<Omit<InitOptions, 'yes'>>;

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_LENGTH = 30;

/** Returns what is wrong with a name. It becomes part of image names, the Compose project and cookie names. */
export function checkName(name = ''): string | undefined {
  if (name.length < 2) return `"${name}" is too short. Use at least 2 characters.`;
  if (name.length > MAX_LENGTH) return `"${name}" is too long. Use at most ${String(MAX_LENGTH)} characters.`;
  if (NAME.test(name)) return undefined;
  return `"${name}" is not valid. Use lowercase letters, digits and single dashes, and start with a letter: data-mill.`;
}

/** Returns what is wrong with a text that goes into .env and LICENSE. */
export function checkText(value = ''): string | undefined {
  if (value.trim() === '') return 'The value is empty. Use at least 1 character.';
  if (value.length > 60) return `"${value}" is too long. Use at most 60 characters.`;
  return /["`\\$#\n]/.test(value) ? `"${value}" is not valid. Leave out ", \`, \\, $ and #.` : undefined;
}

export function titleFrom(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (match, letter: string) => (match.length > 1 ? ' ' : '') + letter.toUpperCase());
}

/** Completes the options: asks on a terminal, uses the defaults otherwise. */
export async function readAnswers(options: InitOptions, user: string, isTerminal: boolean): Promise<Answers> {
  const asks = isTerminal && options.yes !== true;
  const read = async (
    flag: string,
    message: string,
    given: string | undefined,
    fallback: string,
    check = checkText,
  ) => {
    const value = given ?? (asks ? await ask(message, fallback, check) : fallback);
    const problem = check(value);
    if (problem !== undefined) throw new Refusal(`--${flag}: ${problem}`);
    return value.trim();
  };
  if (!asks && options.name === undefined) throw new Refusal('--name is missing. Example: --name data-mill');
  const name = await read('name', 'Name', options.name, '', checkName);
  const title = await read('title', 'Display name', options.title, titleFrom(name));
  const holder = user === '' ? `The ${title} authors` : user;
  const licenseHolder = await read('license-holder', 'License holder', options.licenseHolder, holder);
  const withoutDemo = options.withoutDemo ?? (asks && !(await keepsDemo()));
  return { name, title, licenseHolder, withoutDemo };
}

// Clack returns a symbol when the user presses Ctrl-C.

async function ask(message: string, initialValue: string, validate: typeof checkText): Promise<string> {
  const answer = await text({ message, initialValue, validate });
  return typeof answer === 'symbol' ? quit() : answer;
}

async function keepsDemo(): Promise<boolean> {
  const answer = await confirm({ message: 'Keep the demo (notes)', initialValue: true });
  return typeof answer === 'symbol' ? quit() : answer;
}

function quit(): never {
  cancel('Cancelled. Nothing was changed.');
  process.exit(1);
}
