import { change, type Draft } from '../../draft.ts';
import { isEntry, type Site } from '../configuration.ts';
import type { Facts } from '../facts.ts';
import { fieldsOf } from '../log-fields.ts';
import { placesOf, type Place } from '../places.ts';
import type { Change } from '../values/change.ts';
import { otherChoices } from '../values/choices.ts';
import { entriesOf, isDefault, otherResult } from '../values/entries.ts';
import { otherNumbers } from '../values/headers.ts';
import { isTime, numbersOf } from '../values/numbers.ts';
import { magnitudes, quantityOf } from '../values/quantity.ts';
import { otherFolder, rules } from '../values/rules.ts';
import { valueElsewhere } from '../values/uris.ts';
import { mistaken, withoutEach } from '../values/variables.ts';
import { draft, replace, textOf, type Span } from '../words.ts';

/** Gives a statement another value, one that Nginx takes as well. */
export function valueChanged(site: Site, facts: Facts): Draft[] {
  const { statement, parent } = site;
  // A type is changed by exchanging it with its neighbour: see `swapped`.
  if (parent.kind === 'types') return [];
  if (isEntry(site)) return entry(site);
  if (site.block) return opening(site);
  if (statement.name.value === 'log_format') return logged(site);
  return [...amounts(site, facts), ...values(site, facts), ...names(site)];
}

function one(site: Site, span: Span, text: string): Draft {
  return draft(site, 'value-changed', change(textOf(site, span), text), replace(site, span, text));
}

function within(site: Site, place: Span, changes: readonly Change[]): Draft[] {
  return changes.map(({ start, end, text }) => one(site, { start: place.start + start, end: place.start + end }, text));
}

/**
 * The result of a table's entry. Its key is none: an entry with another key is one that is removed. A whole other result is
 * for the default alone, since the other entries are removed and exchanged already, which the same requests show.
 */
function entry(site: Site): Draft[] {
  const result = site.statement.args.at(-1);
  const place = placesOf(site).at(-1);
  if (!result || !place) return [];
  const other = isDefault(site) || entriesOf(site).length < 2 ? [one(site, result, otherResult(site))] : [];
  const parts = [...mistaken(place.text), ...withoutEach(place.text), ...otherNumbers(place.text)];
  return [...other, ...within(site, place, parts)];
}

/** What a table is looked up by, and what an `if` compares. */
function opening(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value === 'if') {
    const operator = args.find(({ value }) => /^!?(?:=|~\*?|-[fdex])$/.test(value));
    return operator
      ? [one(site, operator, operator.value.startsWith('!') ? operator.value.slice(1) : `!${operator.value}`)]
      : [];
  }
  const [source] = placesOf(site);
  if (!source || !['map', 'geo'].includes(name.value) || args.length < 2) return [];
  return within(site, source, [...mistaken(source.text), ...withoutEach(source.text)]);
}

function logged(site: Site): Draft[] {
  const escapes = placesOf(site).filter(({ key }) => key === 'log_format.escape');
  return [
    ...escapes.flatMap((place) => otherChoices(place.key, place.text).map((text) => one(site, place, text))),
    ...fieldsOf(site).flatMap(({ variable }) => within(site, variable, mistaken(textOf(site, variable)))),
  ];
}

/** A listening port ten times as large is none, and a tenth of it needs root: `off-by-one` changes it. */
function amounts(site: Site, facts: Facts): Draft[] {
  return numbersOf(site, facts)
    .filter(({ key }) => key !== 'listen')
    .flatMap((place) =>
      magnitudes(place.quantity, isTime(place.key))
        // More room for names than there are is never noticed, and below 32k Nginx refuses.
        .filter(({ text }) => place.key !== 'zone' || isLesserZone(text, place))
        .map(({ text, name }) => draft(site, 'value-changed', change(place.text, name), replace(site, place, text))),
    );
}

function isLesserZone(text: string, { quantity }: { quantity: { number: number; unit: string } }): boolean {
  const kilobytes = Number.parseInt(text, 10) * (text.endsWith('m') ? 1024 : 1);
  return Number.parseInt(text, 10) < quantity.number && kilobytes >= 32;
}

function values(site: Site, facts: Facts): Draft[] {
  const { name } = site.statement;
  return placesOf(site).flatMap((place, index) => {
    const chosen = otherChoices(place.key, place.text).map((text) => one(site, place, text));
    if (chosen.length > 0) return chosen;
    const rule = rules[name.value];
    return within(site, place, rule ? rule(place, index, site, facts) : anyOther(place, site, facts));
  });
}

function anyOther(place: Place, { statement }: Site, facts: Facts): Change[] {
  const { text, key } = place;
  if (quantityOf(text, facts.variables)) return [];
  if (key.endsWith('_temp_path')) return otherFolder(place, facts);
  // An address in the block that is set aside for examples (RFC 5737): nobody is there.
  if (/^\$\{[A-Z0-9_]+\}$/.test(text)) return [{ start: 0, end: text.length, text: '192.0.2.1' }];
  const variables = [...mistaken(text), ...withoutEach(text)];
  if (variables.length > 0 || statement.args.length > 1) return variables;
  return valueElsewhere(statement.name.value, text, facts);
}

/** `root` appends the whole path to its folder, `alias` replaces the location's. */
function names(site: Site): Draft[] {
  const { name } = site.statement;
  if (site.parent.kind !== 'location' || !['root', 'alias'].includes(name.value)) return [];
  return [one(site, name, name.value === 'root' ? 'alias' : 'root')];
}
