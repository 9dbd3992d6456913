import type { Site } from '../configuration.ts';
import type { Facts } from '../facts.ts';
import { placesOf, type Place } from '../places.ts';
import { quantityOf, type Quantity } from './quantity.ts';

/** A number in a directive, with where it stands. */
export interface NumberPlace extends Place {
  quantity: Quantity;
}

/** Numbers that are no amounts: statuses have a rule of their own, addresses and names none. */
const noAmounts = new Set([
  'error_page',
  'return',
  'limit_req_status',
  'server_name',
  'access_log',
  'add_header',
  'root',
]);

/** The amounts among a directive's values, also the size in `zone=name:10m`. */
export function numbersOf(site: Site, { variables }: Facts): NumberPlace[] {
  if (noAmounts.has(site.statement.name.value)) return [];
  return placesOf(site).flatMap((place) => {
    const named = /^\w+:(?=\d)/.exec(place.text)?.[0].length ?? 0;
    const quantity = quantityOf(place.text.slice(named), variables);
    if (!quantity) return [];
    const kind = named > 0 ? 'zone' : place.key;
    return [{ ...place, key: kind, text: place.text.slice(named), start: place.start + named, quantity }];
  });
}

/** Whether `m` means minutes in this directive. */
export function isTime(key: string): boolean {
  return /time|valid|inactive|interval|delay|expires|keepalive|slow_start/.test(key);
}
