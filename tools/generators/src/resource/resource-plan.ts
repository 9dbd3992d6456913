import { spell, type Spellings, withArticle } from '../names/spellings.ts';
import type { FieldRequest } from './fields.ts';
import { type Python, pythonOf } from './python.ts';
import type { Target } from './targets.ts';
import { type Web, webOf } from './web.ts';

/** A field with what it leads to. */
export interface ResolvedField extends FieldRequest {
  /** Its name where it travels and is stored: a reference's ends in `_id`. */
  key: string;
  /** The resource that a reference leads to. */
  ref: Target | null;
  /** What the largest length of a text is called, or the values of a choice. */
  limit: string;
}

/** A field as the templates write it. */
export interface Field extends ResolvedField {
  python: Python;
  web: Web;
}

/** Everything that the templates know. */
export interface ResourcePlan {
  name: Spellings;
  plural: Spellings;
  /** `an invoice`, and at a sentence's beginning. */
  one: string;
  One: string;
  fields: Field[];
  /** The field that names one of them in lists and choices. */
  title: Field;
  /** Fields whose words the search looks through. */
  searched: Field[];
  /** Fields by which the list can be sorted besides its title and times. */
  sorted: Field[];
  refs: Field[];
  /** What the references lead to, each once. */
  targets: Target[];
  unique: Field[];
  /** Whether a type is among the fields. */
  has: (...types: FieldRequest['type'][]) => boolean;
  /** A name for the index by owner; none where it would be too long for the database. */
  indexName: string | null;
}

/** Names that the generated schemas import or define: a type beside them has to have another one. */
const SCHEMA_NAMES =
  'Annotated Literal Decimal UUID Schema BaseModel Field StringConstraints Problem Input Day Moment Integer Reference Search Sort';

/** Brings together what was asked for and how each language writes it. */
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
  const fields = requests.map((request) => {
    const ref = request.type === 'ref' ? targetOf(request) : null;
    const alias = taken.has(request.pascal) ? `${request.pascal}Value` : request.pascal;
    const limit =
      request.type === 'choice' ? spell(`${request.snake}_choices`).constant : `${request.constant}_MAXIMUM`;
    const key = ref === null ? request.snake : `${request.snake}_id`;
    const base: ResolvedField = { ...request, ref, key, limit };
    return { ...base, python: pythonOf(base, name, alias), web: webOf(base) };
  });
  const [title] = fields;
  if (title === undefined) throw new Error('a resource has a field');
  const one = withArticle(name.words);
  const indexName = `${name.snake}_by_owner_latest`;
  const refs = fields.filter((field) => field.ref !== null);
  const targets = new Map(refs.map(({ ref }) => [ref?.name.snake, ref] as const));
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
    targets: [...targets.values()].filter((target) => target !== null && target !== undefined),
    unique: fields.filter(({ unique }) => unique),
    has: (...types) => fields.some(({ type }) => types.includes(type)),
    indexName: indexName.length <= 30 ? indexName : null,
  };
}
