import { change, type Draft } from '../../draft.ts';
import { weaken } from '../../regex/weaken.ts';
import type { Site } from '../configuration.ts';
import { regexOf } from '../regexes.ts';
import { draft, drop, replace } from '../words.ts';

/** Makes a location, or an entry of a map, match more than it should, or less. */
export function patternWeakened(site: Site): Draft[] {
  return [...expression(site), ...location(site)];
}

function expression(site: Site): Draft[] {
  const regex = regexOf(site);
  if (!regex) return [];
  const { pattern, start, star } = regex;
  const weaker = weaken(pattern).map((weakening) =>
    draft(
      site,
      'pattern-weakened',
      weakening.detail,
      replace(site, { start: start + weakening.start, end: start + weakening.end }, weakening.text),
    ),
  );
  // Capitals are told from small letters.
  return star ? [...weaker, draft(site, 'pattern-weakened', '~*→~', replace(site, star, ''))] : weaker;
}

/** `=` and `^~` say that nothing else may match; without its last slash, a prefix is the start of other names too. */
function location(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value !== 'location') return [];
  const [first, second] = args;
  const path = second ?? first;
  const found: Draft[] = [];
  if (first && second && ['=', '^~'].includes(first.value)) {
    found.push(draft(site, 'pattern-weakened', `without ${first.value}`, drop(site, first)));
  }
  if (path && path.value.length > 1 && path.value.endsWith('/') && first?.value !== '=') {
    const shorter = path.raw.slice(0, -1);
    found.push(draft(site, 'pattern-weakened', change(path.raw, shorter), replace(site, path, shorter)));
  }
  return found;
}
