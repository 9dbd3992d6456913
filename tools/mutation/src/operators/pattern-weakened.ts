import type { Site } from '../nginx/configuration.ts';
import { patternOf, weaken } from '../nginx/patterns.ts';
import { draft, drop, replace } from '../nginx/words.ts';
import { change, type Draft } from '../mutant.ts';

/** Make a location or a table entry match more, or less, than intended. */
export function patternWeakened(site: Site): Draft[] {
  return [...expression(site), ...location(site)];
}

function expression(site: Site): Draft[] {
  const pattern = patternOf(site);
  if (!pattern) return [];
  const { source, start, star } = pattern;
  const weaker = weaken(source).map(({ detail, text, ...span }) =>
    draft(site, 'pattern-weakened', detail, replace(site, { start: start + span.start, end: start + span.end }, text)),
  );
  return star ? [...weaker, draft(site, 'pattern-weakened', '~*→~', replace(site, star, ''))] : weaker;
}

/** Remove the modifier, and the trailing slash of a prefix. */
function location(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value !== 'location') return [];
  const [modifier, path = modifier] = args;
  const found: Draft[] = [];
  if (modifier && ['=', '^~'].includes(modifier.value)) {
    found.push(draft(site, 'pattern-weakened', `without ${modifier.value}`, drop(site, modifier)));
  }
  if (path && path.value.length > 1 && path.value.endsWith('/') && modifier?.value !== '=') {
    const shorter = path.raw.slice(0, -1);
    found.push(draft(site, 'pattern-weakened', change(path.raw, shorter), replace(site, path, shorter)));
  }
  return found;
}
