import { describe, expect, it } from 'vitest';
import { spell } from '../names/spellings.ts';
import { parseFields, TYPES } from './fields.ts';

const parse = (written: string) => parseFields(written, spell('invoice'));

describe('parseFields', () => {
  it('reads types, arguments and marks', () => {
    const [number, memo, due, status, customer, rate] = parse(
      'number:str(40)! memo:text due:date? status:choice(draft|on_hold) customer:ref(line-item) rate:decimal(6,4)',
    );
    expect(number).toMatchObject({ type: 'str', maximum: 40, unique: true, optional: false, title: 'Number' });
    expect(memo).toMatchObject({ type: 'text', maximum: 20_000, optional: true });
    expect(due).toMatchObject({ type: 'date', optional: true });
    expect(status?.choices.map(({ snake, title }) => [snake, title])).toEqual([
      ['draft', 'Draft'],
      ['on_hold', 'On hold'],
    ]);
    expect(customer?.target).toBe('line-item');
    expect(rate).toMatchObject({ digits: 6, places: 4 });
  });

  it.each([
    ['', 'at least one field'],
    ['number', 'is not a field'],
    ['number:str,paid:bool', 'is not a field'],
    ['number:string', `Use one of ${TYPES.join(', ')}`],
    ['unitPrice:str', 'Use unit_price.'],
    [`${'x'.repeat(31)}:str`, 'at most 30 characters'],
    ['name:str name:int', 'occurs twice'],
    ['paid:bool name:str', 'required str'],
    ['name:str?', 'required str'],
    ['name:str customer_id:int', 'Use customer:ref(…)'],
    ['name:str owner:str', 'every resource has this column'],
    ['name:str save:bool', 'Django models have a method'],
    ['name:str json:str', 'pydantic schemas have a method'],
    ['name:str search:str', 'query parameter'],
    ['name:str invoice:str', 'name of the resource'],
    ['name:str(0)', '1 to 1000'],
    ['name:str paid:bool(1)', 'takes no arguments'],
    ['name:str amount:decimal(2,2)', 'decimal(12,2)'],
    ['name:str kind:choice', 'at least two lowercase values'],
    ['name:str paid:bool?', 'cannot be optional'],
    ['name:str due:date!', 'can be unique'],
    ['name:str code:str?!', 'cannot be optional'],
  ])('rejects %j', (written, reason) => {
    expect(() => parse(written)).toThrow(reason);
  });
});
