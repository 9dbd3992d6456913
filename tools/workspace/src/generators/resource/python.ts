import type { Spellings } from '../names/spellings.ts';
import type { ResolvedField } from './plan.ts';
import { samplesOf } from './samples.ts';

/** A field in the Python templates. All values are Python expressions. */
export interface Python {
  /** Model field. */
  model: string;
  /** Type in request schemas, and its default there; null when the field is required. */
  input: string;
  fallback: string | null;
  /** Type in response schemas. */
  output: string;
  /** Type in the service. */
  value: string;
  /** Type that is defined at the top of the schemas. */
  alias: { name: string; type: string } | null;
  /** Two valid JSON values. */
  sample: string;
  other: string;
  /** The model's value for a JSON value. */
  stored: (json: string) => string;
  /** Attribute of the test factory. */
  factory: string;
  /** Invalid JSON values with the code of the error. */
  invalid: [value: string, code: string][];
}

type Details = Omit<Python, 'sample' | 'other' | 'factory' | 'stored'> & Partial<Pick<Python, 'stored'>>;

export function pythonOf(field: ResolvedField, resource: Spellings, alias: string): Python {
  const [sample, other] = samplesOf(field).map(pythonLiteral) as [string, string];
  const { stored = (json: string) => json, ...details } = detailsOf(field, resource, alias);
  const python = { ...details, stored, sample, other, factory: stored(sample) };
  if (field.ref === null) return { ...python, factory: factoryOf(field, python.factory) };
  const factory = `${field.ref.name.pascal}Factory`;
  return {
    ...python,
    sample: `str(${factory}.create(owner=owner).pk)`,
    factory: `SubFactory(${factory}, owner=SelfAttribute("..owner"))`,
  };
}

const pythonLiteral = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'True' : 'False') : JSON.stringify(value);

/** Titles and unique fields differ from row to row. */
function factoryOf(field: ResolvedField, fixed: string): string {
  const sequence = (value: string) => `Sequence(lambda n: ${value})`;
  if (!field.isTitle && !field.unique) return fixed;
  if (field.type === 'int') return sequence('1000 + n');
  if (field.type === 'email') return sequence('f"user-{n}@example.com"');
  if (field.type === 'url') return sequence('f"https://example.com/{n}"');
  return field.maximum >= field.title.length + 8 ? sequence(`f"${field.title} {n}"`) : sequence('chr(0x4E00 + n)');
}

function detailsOf(field: ResolvedField, resource: Spellings, alias: string): Details {
  const { optional, limit, digits, places, choices, ref } = field;
  const orNone = (type: string) => (optional ? `${type} | None` : type);
  const invalidNone = (code: string): [string, string][] => (optional ? [] : [['None', code]]);
  const blank = optional ? ', blank=True' : '';
  const nullable = optional ? 'null=True, blank=True' : '';
  const typed = (name: string, input: string, output: string): Omit<Details, 'model' | 'invalid'> => ({
    input: orNone(input),
    fallback: optional ? 'None' : null,
    output: orNone(output),
    value: orNone(name),
    alias: null,
  });
  switch (field.type) {
    case 'str':
      return text(field, alias, { model: 'CharField' });
    case 'text':
      return text(field, alias, { model: 'TextField', strip: false });
    case 'email':
      return text(field, alias, { model: 'EmailField', validator: 'inputs.IS_EMAIL', wrong: ['"example"'] });
    case 'url':
      return text(field, alias, {
        model: 'URLField',
        validator: 'inputs.IS_URL',
        wrong: ['"example"', '"javascript:alert(1)"'],
      });
    case 'int':
      return {
        ...typed('int', 'inputs.Integer', 'int'),
        model: `models.IntegerField(${nullable})`,
        invalid: [
          ...invalidNone('int_type'),
          ['"3"', 'int_type'],
          ['True', 'int_type'],
          ['1.5', 'int_type'],
          ['2**31', 'less_than_equal'],
          ['-(2**31)', 'greater_than_equal'],
        ],
      };
    case 'decimal': {
      const limits = `max_digits=${String(digits)}, decimal_places=${String(places)}`;
      const invalid = ['5', '"x"', '"NaN"', `"0.${'0'.repeat(places)}1"`, `"1${'0'.repeat(digits - places)}"`];
      return {
        ...typed('Decimal', alias, 'inputs.DecimalString'),
        model: `models.DecimalField(${limits}${nullable && `, ${nullable}`})`,
        alias: { name: alias, type: `Annotated[Decimal, inputs.parse_decimal(${limits}), inputs.DECIMAL_STRING]` },
        stored: (json) => `Decimal(${json})`,
        invalid: [...invalidNone('value_error'), ...withCode(invalid, 'value_error')],
      };
    }
    case 'bool':
      return {
        ...typed('bool', 'bool', 'bool'),
        model: 'models.BooleanField(default=False)',
        fallback: 'False',
        invalid: withCode(['None', '"yes"', '1'], 'bool_type'),
      };
    case 'date':
      return {
        ...typed('dt.date', 'inputs.Date', 'dt.date'),
        model: `models.DateField(${nullable})`,
        stored: (json) => `dt.date.fromisoformat(${json})`,
        invalid: [...invalidNone('value_error'), ...withCode(['5', '"2026-02-30"', '"23.11.2026"'], 'value_error')],
      };
    case 'datetime':
      return {
        ...typed('dt.datetime', 'inputs.DateTime', 'dt.datetime'),
        model: `models.DateTimeField(${nullable})`,
        stored: (json) => `dt.datetime.fromisoformat(${json})`,
        invalid: [...invalidNone('value_error'), ...withCode(['5', '"soon"', '"2026-11-23T10:30:00"'], 'value_error')],
      };
    case 'choice': {
      const values = choices.map(({ snake }) => `"${snake}"`);
      const longest = Math.max(...choices.map(({ snake }) => snake.length));
      return {
        model: `models.CharField(max_length=${String(longest)}, choices=${limit}${blank})`,
        input: alias,
        fallback: optional ? '""' : null,
        output: alias,
        value: 'str',
        alias: { name: alias, type: `Literal[${[...values, ...(optional ? ['""'] : [])].join(', ')}]` },
        invalid: withCode(['None', '"another"', '5', ...(optional ? [] : ['""'])], 'literal_error'),
      };
    }
    case 'ref': {
      // Unlike PROTECT, RESTRICT does not stop the deletion of the owner, which deletes both rows.
      const onDelete = optional ? `on_delete=models.SET_NULL, ${nullable}` : 'on_delete=models.RESTRICT';
      return {
        ...typed('UUID', 'inputs.Reference', `${resource.pascal}${field.pascal}`),
        model: `models.ForeignKey("${ref?.plural.snake ?? ''}.${ref?.name.pascal ?? ''}", ${onDelete}, related_name="+")`,
        invalid: [...invalidNone('value_error'), ...withCode(['5', '"x"'], 'value_error')],
      };
    }
  }
}

interface TextOptions {
  model: string;
  strip?: boolean;
  validator?: string;
  wrong?: string[];
}

function text(
  field: ResolvedField,
  alias: string,
  { model, strip = true, validator, wrong = [] }: TextOptions,
): Details {
  const { optional, limit, maximum } = field;
  const rules = [
    ...(strip ? ['strip_whitespace=True'] : []),
    ...(optional ? [] : ['min_length=1']),
    `max_length=${limit}`,
  ];
  const validators = [...(validator === undefined ? [] : [validator]), 'inputs.NO_NUL'].join(', ');
  const empty = optional ? [] : ['""', ...(field.type === 'str' ? ['" \\t\\n\\u00a0"'] : [])];
  return {
    model: `models.${model}(max_length=${limit}${optional ? ', blank=True' : ''})`,
    input: alias,
    fallback: optional ? '""' : null,
    output: 'str',
    value: 'str',
    alias: { name: alias, type: `Annotated[str, pydantic.StringConstraints(${rules.join(', ')}), ${validators}]` },
    invalid: [
      ...withCode(['None', '5'], 'string_type'),
      ...withCode(empty, 'string_too_short'),
      ...(validator === undefined ? withCode([`"x" * ${grouped(maximum + 1)}`], 'string_too_long') : []),
      ...withCode(validator === undefined ? ['"\\0"'] : wrong, 'value_error'),
    ],
  };
}

const withCode = (values: string[], code: string) => values.map((value): [string, string] => [value, code]);

const grouped = (count: number) => (count > 9999 ? count.toLocaleString('en').replaceAll(',', '_') : String(count));
