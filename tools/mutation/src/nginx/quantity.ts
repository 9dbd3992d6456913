import type { Configuration, Site } from './configuration.ts';
import { placesOf, type Place } from './words.ts';

/** A number with a unit. */
export interface Quantity {
  /** As written: `30`, `${APP_MAX_BODY_BYTES}`. */
  digits: string;
  number: number;
  /** `k`, `s`, `r/m`; empty for a plain number. */
  unit: string;
}

/** Another value of a quantity. */
export interface Amount {
  text: string;
  /** For the id. A template variable is named by the operation, since its number differs between deployments. */
  name: string;
}

/** Directives whose numbers are statuses, names, parts of values, or sizes of memory with room for more. */
const withoutQuantities = new Set([
  'access_log',
  'add_header',
  'error_page',
  'limit_req_status',
  'return',
  'root',
  'server_name',
  'zone',
]);

/** Parse a word such as `30s` or `${APP_REQUEST_TIMEOUT_SECONDS}s`. */
export function quantityOf(word: string, variables: ReadonlyMap<string, number>): Quantity | undefined {
  const [, digits = '', variable, unit = ''] = /^(\d+|\$\{([A-Z0-9_]+)\})(ms|[smhdkg]|r\/[sm])?$/.exec(word) ?? [];
  const number = variable === undefined ? Number(digits) : variables.get(variable);
  return digits === '' || number === undefined ? undefined : { digits, number, unit };
}

/** The quantities among the values of a directive. */
export function quantitiesOf(site: Site, { variables }: Configuration): (Place & { quantity: Quantity })[] {
  if (withoutQuantities.has(site.statement.name.value)) return [];
  return placesOf(site).flatMap((place) => {
    const quantity = quantityOf(place.text, variables);
    return quantity ? [{ ...place, quantity }] : [];
  });
}

/** Ten times the quantity and a tenth of it. Zero becomes ten. */
export function magnitudes(quantity: Quantity): Amount[] {
  const { number, unit } = quantity;
  const tenth = number < 10 ? inSmallerUnit(number, unit) : `${Math.floor(number / 10)}${unit}`;
  const less = number === 0 || tenth === undefined ? [] : [amount(quantity, tenth, '÷10')];
  return [amount(quantity, `${number * 10 || 10}${unit}`, '×10'), ...less];
}

/** One more and one less, for units in which one step is noticeable. */
export function neighbours(quantity: Quantity): Amount[] {
  const { number, unit } = quantity;
  if (!['', 's', 'k', 'r/s', 'r/m'].includes(unit)) return [];
  const less = number > 0 ? [amount(quantity, `${number - 1}${unit}`, '-1')] : [];
  return [...less, amount(quantity, `${number + 1}${unit}`, '+1')];
}

function amount({ digits, unit }: Quantity, text: string, operation: string): Amount {
  return { text, name: digits.startsWith('$') ? `${digits}${operation}${unit}` : text };
}

/** A tenth, expressed in the next smaller unit. */
function inSmallerUnit(number: number, unit: string): string | undefined {
  if (unit === 's') return `${number * 100}ms`;
  if (unit === 'k') return `${Math.floor(number * 102.4)}`;
  return undefined;
}
