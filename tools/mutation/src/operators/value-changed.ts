import { entriesOf, isEntry, resultOf, type Configuration, type Site } from '../nginx/configuration.ts';
import { magnitudes, quantitiesOf } from '../nginx/quantity.ts';
import {
  confusedVariables,
  otherChoices,
  otherParameters,
  otherValues,
  otherVariables,
  type Change,
} from '../nginx/values.ts';
import { draft, logFieldsOf, placesOf, replace, textOf, type Span } from '../nginx/words.ts';
import { change, type Draft } from '../mutant.ts';

/** Change a value to another one that Nginx accepts. */
export function valueChanged(site: Site, configuration: Configuration): Draft[] {
  const { statement, parent } = site;
  // The operator `swapped` changes the types.
  if (parent.kind === 'types') return [];
  if (isEntry(site)) return result(site);
  if (site.block) return opening(site);
  if (statement.name.value === 'log_format') return logFormat(site);
  return [
    ...quantities(site, configuration),
    ...placesOf(site).flatMap((place, index) => within(site, place, otherValues(place, index, site, configuration))),
    ...rootOrAlias(site),
  ];
}

function one(site: Site, span: Span, text: string): Draft {
  return draft(site, 'value-changed', change(textOf(site, span), text), replace(site, span, text));
}

function within(site: Site, { start }: Span, changes: readonly Change[]): Draft[] {
  return changes.map((part) => one(site, { start: start + part.start, end: start + part.end }, part.text));
}

/**
 * The result of a table entry. Only the default gets the result of another entry, since removing or swapping the others
 * has the same effect.
 */
function result(site: Site): Draft[] {
  const word = site.statement.args.at(-1);
  const place = placesOf(site).at(-1);
  if (!word || !place) return [];
  const entries = entriesOf(site);
  const isDefault = site.statement.name.value === 'default';
  const others = entries.map(resultOf).filter((other) => other !== word.raw);
  return [
    ...(isDefault || entries.length < 2 ? [one(site, word, others[0] ?? 'changed')] : []),
    ...within(site, place, [...otherVariables(place.text), ...otherParameters(place.text)]),
  ];
}

/** The source of a table, and the condition of an `if`. */
function opening(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value === 'if') {
    const comparison = args.find(({ value }) => /^!?(?:=|~\*?|-[fdex])$/.test(value));
    const opposite = comparison?.value.startsWith('!') ? comparison.value.slice(1) : `!${comparison?.value ?? ''}`;
    return comparison ? [one(site, comparison, opposite)] : [];
  }
  const [source] = placesOf(site);
  if (!source || !['map', 'geo'].includes(name.value) || args.length < 2) return [];
  return within(site, source, otherVariables(source.text));
}

function logFormat(site: Site): Draft[] {
  return [
    ...placesOf(site)
      .filter(({ key }) => key === 'log_format.escape')
      .flatMap((place) => otherChoices(place.key, place.text).map((text) => one(site, place, text))),
    ...logFieldsOf(site).flatMap(({ variable }) => within(site, variable, confusedVariables(textOf(site, variable)))),
  ];
}

function quantities(site: Site, configuration: Configuration): Draft[] {
  return quantitiesOf(site, configuration)
    .filter(({ key }) => key !== 'listen') // a tenth needs root, ten times is out of range
    .flatMap((place) =>
      magnitudes(place.quantity).map(({ text, name }) =>
        draft(site, 'value-changed', change(place.text, name), replace(site, place, text)),
      ),
    );
}

/** `root` appends the whole path, `alias` replaces the location's prefix. */
function rootOrAlias(site: Site): Draft[] {
  const { name } = site.statement;
  if (site.parent.kind !== 'location' || !['root', 'alias'].includes(name.value)) return [];
  return [one(site, name, name.value === 'root' ? 'alias' : 'root')];
}
