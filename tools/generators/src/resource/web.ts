import type { ResolvedField } from './resource-plan.ts';
import { samplesOf } from './samples.ts';

/** How the web app writes a field. */
export interface Web {
  /** In the form: its empty value, from the stored one, and as the API takes it. */
  empty: string;
  fromStored: string;
  toInput: string;
  /** The stored value in words, for one who reads; of `it`. */
  shown: string;
  /** Values that the API would answer, in a test. */
  sample: string;
  other: string;
  /** What a person types for `other`. */
  typed: string;
}

/** Writes a field in TypeScript; `stored` is the row that the API answered, `values` are the form's. */
export function webOf(field: ResolvedField): Web {
  const { snake, key, optional } = field;
  const [one, two] = samplesOf(field).map((sample) => `'${sample}'`) as [string, string];
  const stored = `stored.${snake}`;
  const same: Pick<Web, 'empty' | 'fromStored' | 'toInput'> = {
    empty: "''",
    fromStored: optional ? `${stored} ?? ''` : stored,
    toInput: optional ? `values.${key} === '' ? null : values.${key}` : `values.${key}`,
  };
  const text = { ...same, fromStored: stored, toInput: `values.${key}` };
  const trimmed = { ...text, toInput: `values.${key}.trim()` };
  switch (field.type) {
    case 'str':
    case 'email':
    case 'url':
      return { ...trimmed, shown: stored, sample: one, other: two, typed: two };
    case 'text':
      return { ...text, shown: stored, sample: one, other: two, typed: two };
    case 'int':
      return {
        empty: "''",
        fromStored: optional ? `${stored}?.toString() ?? ''` : `String(${stored})`,
        toInput: optional ? `values.${key} === '' ? null : Number(values.${key})` : `Number(values.${key})`,
        shown: optional ? `${stored}?.toString() ?? ''` : `String(${stored})`,
        sample: '3',
        other: '4',
        typed: "'4'",
      };
    case 'decimal':
      return { ...same, shown: same.fromStored, sample: one, other: two, typed: two };
    case 'bool':
      return {
        empty: 'false',
        fromStored: stored,
        toInput: `values.${key}`,
        shown: `${stored} ? 'Yes' : 'No'`,
        sample: 'false',
        other: 'true',
        typed: 'true',
      };
    case 'date':
      return {
        ...same,
        shown: optional ? `${stored} === null ? '' : describeDate(${stored})` : `describeDate(${stored})`,
        sample: "'2026-11-23'",
        other: "'2027-01-31'",
        typed: "'2027-01-31'",
      };
    case 'datetime':
      return {
        empty: "''",
        fromStored: optional ? `${stored} === null ? '' : localTime(${stored})` : `localTime(${stored})`,
        toInput: optional
          ? `values.${key} === '' ? null : new Date(values.${key}).toISOString()`
          : `new Date(values.${key}).toISOString()`,
        shown: optional ? `${stored} === null ? '' : describeDate(${stored})` : `describeDate(${stored})`,
        sample: "'2026-11-23T10:30:00.000Z'",
        other: "'2027-01-31T08:00:00.000Z'",
        typed: "localTime('2027-01-31T08:00:00.000Z')",
      };
    case 'choice':
      return { ...text, shown: `${field.limit}[${stored}]`, sample: one, other: two, typed: two };
    case 'ref':
      return {
        empty: "''",
        fromStored: optional ? `${stored}?.id ?? ''` : `${stored}.id`,
        toInput: same.toInput,
        shown: optional ? `${stored}?.title ?? ''` : `${stored}.title`,
        sample: `{ id: ${field.ref?.name.constant ?? ''}_ID, title: '${field.ref?.name.title ?? ''} one' }`,
        other: '',
        typed: '',
      };
  }
}
