import { LONGEST_NAME } from '../names/read-name.ts';
import { whyNotAField } from '../names/reserved.ts';
import { spell, type Spellings } from '../names/spellings.ts';
import { Refusal } from '../refusal.ts';

/** What a field can hold. */
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

/** One field as it was asked for: `due:date?`. */
export interface FieldRequest extends Spellings {
  type: Type;
  optional: boolean;
  /** No two of a person's own have the same. */
  unique: boolean;
  /** Characters of a text. */
  maximum: number;
  /** Of a decimal number: in all, and after the point. */
  digits: number;
  places: number;
  /** The values of a choice. */
  choices: Spellings[];
  /** The resource that a reference leads to, in kebab case. */
  target: string;
}

const SYNTAX = /^(?<name>[^:]+):(?<type>[a-z]+)(?:\((?<arguments>[^()]*)\))?(?<marks>[?!]*)$/;
const NAME = /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;
const EXAMPLE =
  'For example: --fields "number:str amount:decimal due:date? status:choice(draft|sent) customer:ref(customer)"';

const TEXT_MAXIMUM: Partial<Record<Type, number>> = { str: 200, text: 20_000, email: 254, url: 500 };
const MAY_BE_UNIQUE: readonly Type[] = ['str', 'int', 'email', 'url'];

/**
 * Reads what was written behind `--fields`.
 *
 * @throws Refusal that names the first part which cannot be read, and how it could
 */
export function parseFields(written: string, resource: Spellings): FieldRequest[] {
  const parts = written.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) throw new Refusal('A resource needs at least one field.', EXAMPLE);
  const fields = parts.map((part) => parseField(part, resource));
  const names = fields.map(({ snake }) => snake);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled !== undefined) throw new Refusal(`There are two fields called ${doubled}.`);
  const [first] = fields;
  if (first !== undefined && (first.type !== 'str' || first.optional)) {
    throw new Refusal(
      `The first field is ${first.snake}: it names the thing in lists and choices, so it has to be a str, and never empty.`,
      `Put such a field first: name:str ${parts.join(' ')}`,
    );
  }
  return fields;
}

function parseField(part: string, resource: Spellings): FieldRequest {
  const { name = '', type: word = '', arguments: given, marks = '' } = SYNTAX.exec(part)?.groups ?? {};
  if (name === '') {
    throw new Refusal(
      `"${part}" is no field: a field is name:type, and spaces stand only between two fields.`,
      EXAMPLE,
    );
  }
  const type = TYPES.find((candidate) => candidate === word);
  if (type === undefined) throw new Refusal(`${name}: there is no type ${word}. There are ${TYPES.join(', ')}.`);
  refuseName(name, resource);
  const field: FieldRequest = {
    ...spell(name),
    type,
    optional: marks.includes('?'),
    unique: marks.includes('!'),
    maximum: TEXT_MAXIMUM[type] ?? 0,
    digits: 12,
    places: 2,
    choices: [],
    target: '',
  };
  readArguments(field, given);
  refuseMarks(field, marks);
  return field;
}

function refuseName(name: string, resource: Spellings): void {
  if (!NAME.test(name)) {
    const better = name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^[_\d]+|_+$/g, '');
    throw new Refusal(
      `${name}: a field's name is written in small letters and digits, with one underscore between words.`,
      NAME.test(better) ? `Write ${better}.` : undefined,
    );
  }
  if (name.length > LONGEST_NAME) throw new Refusal(`${name}: a name has at most ${String(LONGEST_NAME)} characters.`);
  if (name.endsWith('_id')) {
    throw new Refusal(`${name}: names that end in _id are for references.`, `Write ${name.slice(0, -3)}:ref(…).`);
  }
  const reason = name === resource.snake ? 'the resource itself is called so' : whyNotAField(name);
  if (reason !== null) throw new Refusal(`No field can be called ${name}: ${reason}.`);
}

function readArguments(field: FieldRequest, given: string | undefined): void {
  const { snake: name, type } = field;
  if (type === 'choice') field.choices = readChoices(name, given);
  else if (type === 'ref') {
    if (!/^[a-z][a-z0-9-]*$/.test(given ?? '')) {
      throw new Refusal(`${name}: say what it refers to, as in ${name}:ref(customer).`);
    }
    field.target = given ?? '';
  } else if (given === undefined) return;
  else if (type === 'decimal') {
    const [digits, places] = /^(\d+),(\d+)$/.exec(given)?.slice(1).map(Number) ?? [0, 0];
    if (digits === undefined || places === undefined || digits > 30 || digits <= places) {
      throw new Refusal(
        `${name}: a decimal has its digits in all (at most 30), and how many of them stand after the point, as in ${name}:decimal(12,2).`,
      );
    }
    Object.assign(field, { digits, places });
  } else if (type === 'str' || type === 'text') {
    const maximum = /^\d+$/.test(given) ? Number(given) : 0;
    const most = type === 'str' ? 1000 : 100_000;
    if (maximum < 1 || maximum > most) {
      throw new Refusal(`${name}: ${type}(…) takes its most characters, 1 to ${String(most)}.`);
    }
    field.maximum = maximum;
  } else throw new Refusal(`${name}: ${type} takes nothing in brackets.`);
}

function readChoices(name: string, given: string | undefined): Spellings[] {
  const values = (given ?? '').split('|');
  const wrong = values.find((value) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(value) || value.length > 50);
  if (values.length < 2 || wrong !== undefined) {
    throw new Refusal(
      `${name}: a choice has two values or more, in small letters and underscores, with a bar between them, as in ${name}:choice(draft|sent).`,
    );
  }
  if (new Set(values.map((value) => spell(value).snake)).size < values.length) {
    throw new Refusal(`${name}: a choice has each value once.`);
  }
  return values.map((value) => spell(value));
}

function refuseMarks({ snake: name, type, optional, unique }: FieldRequest, marks: string): void {
  if (new Set(marks).size < marks.length) throw new Refusal(`${name}: each mark once is enough.`);
  if (type === 'bool' && optional) throw new Refusal(`${name}: a bool is yes or no, and needs no question mark.`);
  if (unique && !MAY_BE_UNIQUE.includes(type)) {
    throw new Refusal(`${name}: only ${MAY_BE_UNIQUE.join(', ')} can be unique.`);
  }
  if (unique && optional) throw new Refusal(`${name}: what may be missing cannot be unique.`);
}
