import { MAX_NAME_LENGTH, toWords } from '../names/name.ts';
import { whyNotAField } from '../names/reserved.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { Refusal } from '../refusal.ts';

export const TYPES = [
  'str',
  'text',
  'int',
  'decimal',
  'bool',
  'date',
  'datetime',
  'email',
  'url',
  'choice',
  'ref',
] as const;
export type Type = (typeof TYPES)[number];

/** One field of `--fields`, for example `due:date?`. */
export interface FieldRequest extends Spellings {
  type: Type;
  optional: boolean;
  /** Unique among the rows of one owner. */
  unique: boolean;
  /** Maximum length of text. */
  maximum: number;
  /** Digits of a decimal: in total, and after the decimal point. */
  digits: number;
  places: number;
  choices: Spellings[];
  /** Name of the resource that a reference points to. */
  target: string;
}

const SYNTAX = /^(?<name>[^:]+):(?<type>[a-z]+)(?:\((?<given>[^()]*)\))?(?<marks>[?!]*)$/;
const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const EXAMPLE =
  'Example: --fields "number:str amount:decimal due:date? status:choice(draft|sent) customer:ref(customer)"';
const MAXIMUM: Partial<Record<Type, number>> = { str: 200, text: 20_000, email: 254, url: 500 };
const LONGEST: Partial<Record<Type, number>> = { str: 1000, text: 100_000 };
const CAN_BE_UNIQUE: readonly Type[] = ['str', 'int', 'email', 'url'];

/** Parses `--fields`. @throws Refusal that names the first invalid field */
export function parseFields(written: string, resource: Spellings): FieldRequest[] {
  const parts = written.trim().split(/\s+/).filter(Boolean);
  const fields = parts.map((part) => parseField(part, resource));
  const [first] = fields;
  if (first === undefined) throw new Refusal(`--fields is empty. A resource needs at least one field. ${EXAMPLE}`);
  const names = fields.map(({ snake }) => snake);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new Refusal(`${duplicate}: this field occurs twice. Remove one.`);
  if (first.type !== 'str' || first.optional) {
    throw new Refusal(
      `${first.snake}: the first field is the title in lists, so it must be a required str. Example: --fields "name:str ${parts.join(' ')}"`,
    );
  }
  return fields;
}

function parseField(part: string, resource: Spellings): FieldRequest {
  const { name = '', type: word = '', given, marks = '' } = SYNTAX.exec(part)?.groups ?? {};
  if (name === '') throw new Refusal(`"${part}" is not a field. Write name:type, separated by spaces. ${EXAMPLE}`);
  const refuse = (reason: string): never => {
    throw new Refusal(`${name}: ${reason}`);
  };
  const type = TYPES.find((candidate) => candidate === word);
  if (type === undefined) return refuse(`the type ${word} does not exist. Use one of ${TYPES.join(', ')}.`);
  checkName(name, type, resource, refuse);
  const field: FieldRequest = {
    ...spell(name),
    type,
    // A text may always be empty.
    optional: marks.includes('?') || type === 'text',
    unique: marks.includes('!'),
    maximum: MAXIMUM[type] ?? 0,
    digits: 12,
    places: 2,
    choices: [],
    target: '',
    ...readArguments(type, name, given, resource, refuse),
  };
  if (new Set(marks).size < marks.length) refuse('a mark occurs twice. Use each of ? and ! once.');
  if (type === 'bool' && field.optional) refuse('a bool cannot be optional. Remove the question mark.');
  if (field.unique && !CAN_BE_UNIQUE.includes(type)) refuse(`only ${CAN_BE_UNIQUE.join(', ')} can be unique.`);
  if (field.unique && field.optional) refuse('a unique field cannot be optional. Remove one of ? and !.');
  return field;
}

/** A name that has the same meaning and is not a single word. */
export function suggestField(resource: Spellings, { snake, type }: Pick<FieldRequest, 'snake' | 'type'>): string {
  const name = type === 'bool' ? `is_${snake}` : `${resource.snake}_${snake}`;
  const isAllowed = name.length <= MAX_NAME_LENGTH && !/^model_|_id$/.test(name) && snake !== resource.snake;
  return isAllowed ? name : `${snake}_value`;
}

type Refuse = (reason: string) => never;

function checkName(name: string, type: Type, resource: Spellings, refuse: Refuse): void {
  if (!NAME.test(name)) {
    const better = toWords(name).join('_');
    refuse(`the name is not valid. Use ${NAME.test(better) ? better : 'lowercase letters, digits and underscores'}.`);
  }
  if (name.length > MAX_NAME_LENGTH) refuse(`the name is too long. Use at most ${String(MAX_NAME_LENGTH)} characters.`);
  if (name.endsWith('_id')) refuse(`the suffix _id is for references. Use ${name.slice(0, -3)}:ref(…).`);
  const reason = name === resource.snake ? 'it is the name of the resource' : whyNotAField(name);
  if (reason === undefined) return;
  const example = suggestField(resource, { snake: name, type });
  refuse(`this name cannot be used: ${reason}. Choose another name, for example ${example}.`);
}

function readArguments(
  type: Type,
  name: string,
  given: string | undefined,
  resource: Spellings,
  refuse: Refuse,
): Partial<FieldRequest> {
  if (type === 'choice') return { choices: readChoices(name, given ?? '', refuse) };
  if (type === 'ref') {
    if (!/^[a-z][a-z0-9-]*$/.test(given ?? '')) refuse(`a reference needs a resource. Example: ${name}:ref(customer)`);
    if (given === resource.kebab) {
      refuse(`${resource.words} cannot refer to itself. Generate another resource for the parent, and refer to that.`);
    }
    return { target: given ?? '' };
  }
  if (given === undefined) return {};
  if (type === 'decimal') {
    const [digits = 0, places = 0] = /^(\d+),(\d+)$/.exec(given)?.slice(1).map(Number) ?? [];
    if (digits > 30 || digits <= places) {
      refuse(`a decimal takes its digits in total (at most 30) and after the point. Example: ${name}:decimal(12,2)`);
    }
    return { digits, places };
  }
  const longest = LONGEST[type];
  if (longest === undefined) return refuse(`${type} takes no arguments. Remove the parentheses.`);
  const maximum = /^\d+$/.test(given) ? Number(given) : 0;
  if (maximum < 1 || maximum > longest) refuse(`${type}(…) takes the maximum length, 1 to ${String(longest)}.`);
  return { maximum };
}

function readChoices(name: string, given: string, refuse: Refuse): Spellings[] {
  const values = given.split('|');
  if (values.length < 2 || values.some((value) => !NAME.test(value) || value.length > 50)) {
    refuse(`a choice needs at least two lowercase values. Example: ${name}:choice(draft|sent)`);
  }
  if (new Set(values).size < values.length) refuse('a value occurs twice. Remove one.');
  return values.map((value) => spell(value));
}
