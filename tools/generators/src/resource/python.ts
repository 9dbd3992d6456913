import type { Spellings } from '../names/spellings.ts';
import type { ResolvedField } from './resource-plan.ts';
import { samplesOf } from './samples.ts';

/** How Python writes a field. */
export interface Python {
  /** Right of the `=` in the model. */
  model: string;
  /** Right of the `:` in what a client sends, all of it required. */
  input: string;
  /** What a client may leave out stands for this; null when it has to be there. */
  fallback: string | null;
  /** Right of the `:` in what the API answers. */
  output: string;
  /** What the service is given. */
  fact: string;
  /** A type that stands above the schemas, and its name. */
  alias: { name: string; type: string } | null;
  /** A value that a client may send, and another, as Python writes them in a test. */
  sample: string;
  other: string;
  /** What the model has of the first. */
  stored: string;
  /** Values that are refused, each with the code of the rule. */
  wrong: [value: string, code: string][];
}

const NOT_TEXT: [string, string][] = [
  ['None', 'string_type'],
  ['5', 'string_type'],
];

/** Writes a field in Python. `alias`: what a type of its own is called. */
export function pythonOf(field: ResolvedField, resource: Spellings, alias: string): Python {
  const { optional, limit } = field;
  const [one, two] = samplesOf(field);
  const orNone = (type: string) => (optional ? `${type} | None` : type);
  const nullable = optional ? 'null=True, blank=True' : '';
  const blank = optional ? ', blank=True' : '';
  /** What may be missing may be null; what may not is refused so. */
  const none = (code: string): [string, string][] => (optional ? [] : [['None', code]]);
  const textual = (rules: string, extra: string[]): string =>
    `Annotated[str, StringConstraints(${rules}), ${[...extra, 'NO_NUL'].join(', ')}]`;
  const atLeast = optional ? '' : 'min_length=1, ';
  const nothing: [string, string][] = optional ? [] : [['""', 'string_too_short']];
  const text = {
    fallback: optional ? '""' : null,
    output: 'str',
    fact: 'str',
  };
  switch (field.type) {
    case 'str':
      return {
        ...text,
        model: `models.CharField(max_length=${limit}${blank})`,
        input: alias,
        alias: { name: alias, type: textual(`strip_whitespace=True, ${atLeast}max_length=${limit}`, []) },
        sample: `"${one}"`,
        other: `"${two}"`,
        stored: `"${one}"`,
        wrong: [
          ...NOT_TEXT,
          ...nothing,
          ...(optional ? [] : ([['" \\t\\n\\u00a0"', 'string_too_short']] as [string, string][])),
          [`"x" * ${String(field.maximum + 1)}`, 'string_too_long'],
          ['"\\0"', 'value_error'],
        ],
      };
    case 'text':
      return {
        ...text,
        model: `models.TextField(max_length=${limit}${blank})`,
        input: alias,
        alias: { name: alias, type: textual(`${atLeast}max_length=${limit}`, []) },
        sample: `"${one}"`,
        other: `"${two}"`,
        stored: `"${one}"`,
        wrong: [
          ...NOT_TEXT,
          ...nothing,
          [`"x" * ${grouped(field.maximum + 1)}`, 'string_too_long'],
          ['"\\0"', 'value_error'],
        ],
      };
    case 'email':
    case 'url': {
      const rule = field.type === 'email' ? 'IS_EMAIL' : 'IS_URL';
      const kind = field.type === 'email' ? 'EmailField' : 'URLField';
      return {
        ...text,
        model: `models.${kind}(max_length=${limit}${blank})`,
        input: alias,
        alias: { name: alias, type: textual(`strip_whitespace=True, ${atLeast}max_length=${limit}`, [rule]) },
        sample: `"${one}"`,
        other: `"${two}"`,
        stored: `"${one}"`,
        wrong: [
          ...NOT_TEXT,
          ...nothing,
          ['"example"', 'value_error'],
          ...(field.type === 'url' ? ([['"javascript:alert(1)"', 'value_error']] as [string, string][]) : []),
        ],
      };
    }
    case 'int':
      return {
        model: `models.IntegerField(${nullable})`,
        input: orNone('Integer'),
        fallback: optional ? 'None' : null,
        output: orNone('int'),
        fact: orNone('int'),
        alias: null,
        sample: '3',
        other: '4',
        stored: '3',
        wrong: [
          ...none('int_type'),
          ['"3"', 'int_type'],
          ['True', 'int_type'],
          ['1.5', 'int_type'],
          ['2**31', 'less_than_equal'],
          ['-(2**31)', 'greater_than_equal'],
        ],
      };
    case 'decimal': {
      return {
        model: `models.DecimalField(max_digits=${String(field.digits)}, decimal_places=${String(field.places)}${optional ? ', null=True, blank=True' : ''})`,
        input: orNone(alias),
        fallback: optional ? 'None' : null,
        output: orNone('DecimalText'),
        fact: orNone('Decimal'),
        alias: {
          name: alias,
          type: `Annotated[Decimal, reads_decimal(digits=${String(field.digits)}, places=${String(field.places)}), DECIMAL_TEXT]`,
        },
        sample: `"${one}"`,
        other: `"${two}"`,
        stored: `Decimal("${one}")`,
        wrong: [
          ...none('value_error'),
          ['5', 'value_error'],
          ['"x"', 'value_error'],
          ['"NaN"', 'value_error'],
          [`"0.${'0'.repeat(field.places)}1"`, 'value_error'],
          [`"1${'0'.repeat(field.digits - field.places)}"`, 'value_error'],
        ],
      };
    }
    case 'bool':
      return {
        model: 'models.BooleanField(default=False)',
        input: 'bool',
        fallback: 'False',
        output: 'bool',
        fact: 'bool',
        alias: null,
        sample: 'True',
        other: 'False',
        stored: 'True',
        wrong: [
          ['None', 'bool_type'],
          ['"yes"', 'bool_type'],
          ['1', 'bool_type'],
        ],
      };
    case 'date':
      return {
        model: `models.DateField(${nullable})`,
        input: orNone('Day'),
        fallback: optional ? 'None' : null,
        output: orNone('dt.date'),
        fact: orNone('dt.date'),
        alias: null,
        sample: '"2026-11-23"',
        other: '"2027-01-31"',
        stored: 'dt.date(2026, 11, 23)',
        wrong: [
          ...none('value_error'),
          ['5', 'value_error'],
          ['"2026-02-30"', 'value_error'],
          ['"23.11.2026"', 'value_error'],
        ],
      };
    case 'datetime':
      return {
        model: `models.DateTimeField(${nullable})`,
        input: orNone('Moment'),
        fallback: optional ? 'None' : null,
        output: orNone('dt.datetime'),
        fact: orNone('dt.datetime'),
        alias: null,
        sample: '"2026-11-23T10:30:00Z"',
        other: '"2027-01-31T08:00:00Z"',
        stored: 'dt.datetime(2026, 11, 23, 10, 30, tzinfo=dt.UTC)',
        wrong: [
          ...none('value_error'),
          ['5', 'value_error'],
          ['"soon"', 'value_error'],
          ['"2026-11-23T10:30:00"', 'value_error'],
        ],
      };
    case 'choice': {
      const values = field.choices.map(({ snake }) => `"${snake}"`);
      const longest = Math.max(...field.choices.map(({ snake }) => snake.length));
      const type = `Literal[${[...values, ...(optional ? ['""'] : [])].join(', ')}]`;
      return {
        model: `models.CharField(max_length=${String(longest)}, choices=${limit}${blank})`,
        input: alias,
        fallback: optional ? '""' : null,
        output: alias,
        fact: 'str',
        alias: { name: alias, type },
        sample: values[0] ?? '',
        other: values[1] ?? '',
        stored: values[0] ?? '',
        wrong: [
          ['None', 'literal_error'],
          ['"another"', 'literal_error'],
          ['5', 'literal_error'],
          ...(optional ? [] : ([['""', 'literal_error']] as [string, string][])),
        ],
      };
    }
    case 'ref': {
      const model = `${field.ref?.plural.snake ?? ''}.${field.ref?.name.pascal ?? ''}`;
      const rule = optional ? 'on_delete=models.SET_NULL, null=True, blank=True' : 'on_delete=models.PROTECT';
      return {
        model: `models.ForeignKey("${model}", ${rule}, related_name="+")`,
        input: orNone('Reference'),
        fallback: optional ? 'None' : null,
        output: orNone(`${resource.pascal}${field.pascal}`),
        fact: orNone('UUID'),
        alias: null,
        sample: '',
        other: '',
        stored: '',
        wrong: [...none('value_error'), ['5', 'value_error'], ['"x"', 'value_error']],
      };
    }
  }
}

const grouped = (count: number) => (count > 9999 ? count.toLocaleString('en').replaceAll(',', '_') : String(count));
