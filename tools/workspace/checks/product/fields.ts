/** Every type of field, with and without what may be said of it. */
const EVERY_TYPE = [
  'number:str(40)!',
  'code:str(2)?',
  'memo:text?',
  'terms:text(500)',
  'lines:int?',
  'copies:int!',
  'amount:decimal',
  'rate:decimal(6,4)?',
  'paid:bool',
  'due:date',
  'date:date?',
  'sent_at:datetime?',
  'seen_at:datetime',
  'mail:email?',
  'sender:email!',
  'link:url?',
  'site:url!',
  'status:choice(draft|sent|on_hold)',
  'kind:choice(a|b)?',
  'customer:ref(line-item)',
  'payer:ref(line-item)?',
];

/** What a generator is told of a resource. */
export type Resource = readonly [name: string, fields: string];

/** A name of two words, and one with every type: in this order, since the second refers to the first. */
export const RESOURCES: readonly Resource[] = [
  ['line-item', 'name:str!'],
  ['invoice', EVERY_TYPE.join(' ')],
];

/** The longest name that there may be too, and a reference to what was there before. */
export const MORE_RESOURCES: readonly Resource[] = [
  ['line-item', 'name:str!'],
  ['a-name-of-thirty-letters-in-it', 'name:str basis:ref(line-item)'],
  ['invoice', [...EVERY_TYPE, 'basis:ref(note)?'].join(' ')],
];
