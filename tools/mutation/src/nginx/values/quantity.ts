/** A number with a unit, or a template's variable that stands for a number. */
export interface Quantity {
  /** As it is written: `30`, `${APP_MAX_BODY_BYTES}`. */
  digits: string;
  number: number;
  /** `k`, `s`, `r/m`; empty for a plain number. */
  unit: string;
}

/** Another value of a quantity. */
export interface Amount {
  text: string;
  /** For ids: a rendered number is named by what is done to it, since it differs between deployments. */
  name: string;
}

const written = /^(\d+|\$\{([A-Z0-9_]+)\})(ms|[smhdwMykKgG]|r\/[sm])?$/;

/** The quantity that a word is, if it is one. */
export function quantityOf(word: string, variables: ReadonlyMap<string, number>): Quantity | undefined {
  const [, digits = '', variable, unit = ''] = written.exec(word) ?? [];
  const number = variable === undefined ? Number(digits) : variables.get(variable);
  return digits === '' || number === undefined ? undefined : { digits, number, unit };
}

/** Ten times as much, and a tenth. Nothing is ten times as much as nothing; it becomes ten. */
export function magnitudes(quantity: Quantity, isTime: boolean): Amount[] {
  const { number, unit } = quantity;
  const tenth = number < 10 && number > 0 ? finer(number, unit, isTime) : `${Math.floor(number / 10)}${unit}`;
  const less = number === 0 || tenth === undefined ? [] : [amount(quantity, tenth, '÷10')];
  return [amount(quantity, `${number * 10 || 10}${unit}`, '×10'), ...less];
}

/** One more and one less, where one unit is enough to matter: not a minute, not a megabyte. */
export function neighbours(quantity: Quantity): Amount[] {
  const { number, unit } = quantity;
  if (!['', 's', 'k', 'K', 'r/s', 'r/m'].includes(unit)) return [];
  const less = number > 0 ? [amount(quantity, `${number - 1}${unit}`, '-1')] : [];
  return [...less, amount(quantity, `${number + 1}${unit}`, '+1')];
}

function amount({ digits, unit }: Quantity, text: string, operation: string): Amount {
  return { text, name: digits.startsWith('$') ? `${digits}${operation}${unit}` : text };
}

/** A tenth in the next smaller unit, for what would be less than one. `m` is a minute or a megabyte. */
function finer(number: number, unit: string, isTime: boolean): string | undefined {
  if (unit === 's') return `${number * 100}ms`;
  if (unit === 'm' && isTime) return `${number * 6}s`;
  if (unit === 'h') return `${number * 6}m`;
  if (unit === 'd') return `${number * 144}m`;
  if (unit === 'k' || unit === 'K') return `${Math.floor(number * 102.4)}`;
  if (unit === 'm' || unit === 'M') return `${Math.floor(number * 102.4)}k`;
  return undefined;
}
