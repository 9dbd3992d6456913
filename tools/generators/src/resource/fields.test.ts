import { describe, expect, it } from 'vitest';
import { spell } from '../names/spellings.ts';
import { parseFields, TYPES } from './fields.ts';

const INVOICE = spell('invoice');
const read = (written: string) => parseFields(written, INVOICE);

describe('the fields of a resource', () => {
  it('are read with their types and marks', () => {
    const [number, memo, due, status, customer, rate] = read(
      'number:str(40)! memo:text? due:date? status:choice(draft|on_hold) customer:ref(line-item) rate:decimal(6,4)',
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
    ['number', 'is no field'],
    ['number str', 'is no field'],
    ['number:str,paid:bool', 'is no field'],
    ['number:str(4', 'is no field'],
    ['number:string', `There are ${TYPES.join(', ')}`],
    ['Number:str', 'Write number.'],
    ['unitPrice:str', 'Write unit_price.'],
    ['unit-price:str', 'Write unit_price.'],
    ['unit__price:str', 'Write unit_price.'],
    ['číslo:str', 'small letters'],
    [`${'x'.repeat(31)}:str`, 'at most 30 characters'],
    ['name:str name:int', 'two fields called name'],
    ['paid:bool name:str', 'has to be a str'],
    ['name:str?', 'has to be a str'],
    ['name:str customer_id:int', 'Write customer:ref(…)'],
    ['name:str id:int', 'every resource has it already'],
    ['name:str owner:str', 'every resource has it already'],
    ['name:str created_at:date', 'every resource has it already'],
    ['name:str class:str', 'a word of Python'],
    ['name:str order:int', 'a word of SQL'],
    ['name:str save:bool', "Django's models have a method"],
    ['name:str json:str', "pydantic's schemas have a method"],
    ['name:str model_name:str', 'begin with model_'],
    ['name:str search:str', 'the list is asked with it'],
    ['name:str invoice:str', 'the resource itself'],
    ['name:str(0)', '1 to 1000'],
    ['name:str(many)', '1 to 1000'],
    ['name:str paid:bool(1)', 'takes nothing in brackets'],
    ['name:str amount:decimal(2,2)', 'decimal(12,2)'],
    ['name:str amount:decimal(2)', 'decimal(12,2)'],
    ['name:str state_of:choice', 'two values or more'],
    ['name:str state_of:choice(one)', 'two values or more'],
    ['name:str state_of:choice(a|A)', 'two values or more'],
    ['name:str state_of:choice(a|a)', 'each value once'],
    ['name:str customer:ref', 'customer:ref(customer)'],
    ['name:str paid:bool?', 'needs no question mark'],
    ['name:str due:date!', 'can be unique'],
    ['name:str code:str?!', 'cannot be unique'],
    ['name:str due:date??', 'each mark once'],
  ])('are refused with the reason: %s', (written, reason) => {
    expect(() => read(written)).toThrow(reason);
  });
});
