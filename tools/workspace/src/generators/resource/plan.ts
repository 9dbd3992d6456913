import { isReservedInPython } from '../names/reserved.ts';
import { type Spellings, withArticle } from '../names/spellings.ts';
import type { FieldRequest } from './fields.ts';
import { type Python, pythonOf } from './python.ts';
import type { Target } from './targets.ts';
import { type Web, webOf } from './web.ts';

/** A field with the resource that it refers to. */
export interface ResolvedField extends FieldRequest {
  /** The first field, which names a row in lists. */
  isTitle: boolean;
  /** Name in JSON and in the database: for a reference with the suffix `_id`. */
  key: string;
  ref: Target | null;
  /** Constant with the maximum length of a text, or with the values of a choice. */
  limit: string;
}

export interface Field extends ResolvedField {
  python: Python;
  web: Web;
}

/** The variables of the templates. */
export interface ResourcePlan {
  name: Spellings;
  plural: Spellings;
  /** `an invoice` and `An invoice` */
  one: string;
  One: string;
  fields: Field[];
  title: Field;
  /** Text fields, which the search covers. */
  searched: Field[];
  /** Fields to sort by, besides the title and the times. */
  sorted: Field[];
  refs: Field[];
  /** The resources that the fields refer to, without duplicates. */
  targets: Target[];
  unique: Field[];
  /** First argument of the function that makes request data in the API's tests; empty without references. */
  owner: string;
  has: (...types: FieldRequest['type'][]) => boolean;
  /** Omitted when it would be too long for the database. */
  indexName: string | undefined;
}

/** Names that the schemas import or define, which an alias must not shadow. */
export const SCHEMA_NAMES = 'Annotated Literal Decimal UUID Schema Problem ListQuery PageInfo Sort';

export function planResource(
  name: Spellings,
  plural: Spellings,
  requests: readonly FieldRequest[],
  targetOf: (request: FieldRequest) => Target,
): ResourcePlan {
  const taken = new Set([
    ...SCHEMA_NAMES.split(' '),
    ...['', 'Create', 'Update', 'Query', 'Page', 'Conflict'].map((suffix) => name.pascal + suffix),
  ]);
  const fields = requests.map((request, index) => {
    const ref = request.type === 'ref' ? targetOf(request) : null;
    const alias =
      taken.has(request.pascal) || isReservedInPython(request.pascal) ? `${request.pascal}Value` : request.pascal;
    const limit = request.constant + (request.type === 'choice' ? '_CHOICES' : '_MAX_LENGTH');
    const key = ref === null ? request.snake : `${request.snake}_id`;
    const base: ResolvedField = { ...request, isTitle: index === 0, ref, key, limit };
    return { ...base, python: pythonOf(base, name, alias), web: webOf(base, name) };
  });
  const [title] = fields;
  if (title === undefined) throw new Error('A resource needs at least one field.');
  const refs = fields.filter(({ ref }) => ref !== null);
  const targets = new Map(refs.flatMap(({ ref }) => (ref === null ? [] : [[ref.name.snake, ref] as const])));
  const one = withArticle(name.words);
  const indexName = `${name.snake}_by_owner_latest`;
  return {
    name,
    plural,
    one,
    One: one.charAt(0).toUpperCase() + one.slice(1),
    fields,
    title,
    searched: fields.filter(({ type }) => ['str', 'text', 'email', 'url'].includes(type)),
    sorted: fields.filter(({ type }) => ['int', 'decimal', 'date', 'datetime'].includes(type)),
    refs,
    targets: [...targets.values()],
    unique: fields.filter(({ unique }) => unique),
    owner: refs.length > 0 ? 'user, ' : '',
    has: (...types) => fields.some(({ type }) => types.includes(type)),
    indexName: indexName.length <= 30 ? indexName : undefined,
  };
}
