import type { Spellings } from '../names/spellings.ts';
import type { ResolvedField } from './plan.ts';
import { samplesOf } from './samples.ts';

/** A field in the TypeScript templates. All values are expressions. */
export interface Web {
  /** Constant with the maximum length of a text. */
  maximum: string;
  /** The form's value when it is empty, and its conversions from the `stored` resource and to the request. */
  empty: string;
  fromStored: string;
  toInput: string;
  /** Text of the field in the list, from `stored`; empty when there is nothing to show. */
  text: string;
  /** JSX of the field beside a conflicting version, from `values` of the form. */
  compared: (values: string) => string;
  /** Two valid JSON values, and what the user types for the second. */
  sample: string;
  other: string;
  typed: string;
}

export function webOf(field: ResolvedField, resource: Spellings): Web {
  const { key, snake, type, optional, ref } = field;
  const stored = `stored.${snake}`;
  const value = `values.${key}`;
  const [sample, other] = samplesOf(field).map(literal) as [string, string];
  const base: Web = {
    maximum: `MAX_${field.constant}_LENGTH`,
    empty: "''",
    fromStored: stored,
    toInput: value,
    text: stored,
    compared: (values) => `${values}.${key}`,
    sample,
    other,
    typed: `'${other.replaceAll("'", '')}'`,
  };
  const orNull = (input: string) => (optional ? `${value} === '' ? null : ${input}` : input);
  const orEmpty = (text: string) => (optional ? `${stored} === null ? '' : ${text}` : text);
  switch (type) {
    case 'text':
      return base;
    case 'choice':
      return {
        ...base,
        toInput: optional ? value : `${value} as ${resource.pascal}['${key}']`,
        text: `${field.limit}[${stored}]`,
        compared: (values) => `${field.limit}[${values}.${key}]`,
      };
    case 'str':
    case 'email':
    case 'url':
      return { ...base, toInput: `${value}.trim()` };
    case 'int': {
      const text = optional ? `${stored}?.toString() ?? ''` : `String(${stored})`;
      return { ...base, fromStored: text, toInput: orNull(`Number(${value})`), text };
    }
    case 'decimal': {
      const text = optional ? `${stored} ?? ''` : stored;
      return { ...base, fromStored: text, toInput: orNull(value), text };
    }
    case 'bool':
      return {
        ...base,
        empty: 'false',
        text: `${stored} ? 'Yes' : 'No'`,
        compared: (values) => `${values}.${key} ? 'Yes' : 'No'`,
      };
    case 'date':
      return {
        ...base,
        fromStored: optional ? `${stored} ?? ''` : stored,
        toInput: orNull(value),
        text: orEmpty(`describeDate(${stored})`),
      };
    case 'datetime':
      return {
        ...base,
        fromStored: orEmpty(`localTime(${stored})`),
        toInput: orNull(`new Date(${value}).toISOString()`),
        text: orEmpty(`describeDate(${stored})`),
        compared: (values) => `${values}.${key}.replace('T', ' ')`,
        sample: "'2026-11-23T10:30:00.000Z'",
        other: "'2027-01-31T08:00:00.000Z'",
        typed: "localTime('2027-01-31T08:00:00.000Z')",
      };
    case 'ref':
      return {
        ...base,
        fromStored: optional ? `${stored}?.id ?? ''` : `${stored}.id`,
        toInput: orNull(value),
        text: optional ? `${stored}?.title ?? ''` : `${stored}.title`,
        compared: (values) => `<${ref?.name.pascal ?? ''}Name id={${values}.${key}} />`,
        sample: `{ id: ${ref?.name.constant ?? ''}_ID, title: '${ref?.name.title ?? ''} one' }`,
      };
  }
}

const literal = (value: string | number | boolean) => (typeof value === 'string' ? `'${value}'` : String(value));
