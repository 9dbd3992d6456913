import { brief, type Draft } from '../../draft.ts';
import { overlap } from '../../regex/compare.ts';
import { isEntry, type Site } from '../configuration.ts';
import type { Facts } from '../facts.ts';
import { fieldsOf } from '../log-fields.ts';
import { regexOf } from '../regexes.ts';
import { entriesOf, resultOf } from '../values/entries.ts';
import { quantityOf } from '../values/quantity.ts';
import { draft, replace, textOf, type Span } from '../words.ts';

/**
 * Exchanges two neighbours: the values of two entries or directives, two arguments whose order counts, two patterns of
 * which the first that matches wins. Two directives as a whole are not exchanged: Nginx reads almost all of them in any
 * order.
 */
export function swapped(site: Site, facts: Facts): Draft[] {
  return [...entries(site), ...directives(site, facts), ...order(site), ...steps(site), ...fields(site)];
}

/** Each of two places of a file gets the text of the other; where they are equal, nothing comes of it. */
function exchange(site: Site, detail: string, one: Span, other: Span): Draft[] {
  const [first, second] = [textOf(site, one), textOf(site, other)];
  return [draft(site, 'swapped', detail, replace(site, one, second), replace(site, other, first))];
}

/** The results of a table's entry and the next; in `types`, their types. */
function entries(site: Site): Draft[] {
  if (!isEntry(site)) return [];
  const all = entriesOf(site);
  const next = all[all.indexOf(site) + 1];
  if (!next || !all.includes(site)) return [];
  const part = site.parent.kind === 'types' ? (of: Site) => of.statement.name : (of: Site) => of.statement.args.at(-1);
  const [own, others] = [part(site), part(next)];
  return own && others ? exchange(site, `values with ${brief(next.statement.name.raw)}`, own, others) : [];
}

/** The values of a directive and the next of the same name, or of two limits of the same kind that stand together. */
function directives(site: Site, facts: Facts): Draft[] {
  const { statement, parent } = site;
  if (isEntry(site) || site.block) return [];
  const siblings = parent.sites.filter(({ file, block }) => file === site.file && !block);
  const later = siblings.slice(siblings.indexOf(site) + 1);
  const namesake = later.find((other) => other.statement.name.value === statement.name.value);
  if (namesake) return valuesOfNamesakes(site, namesake);
  const [next] = later;
  const [own, others] = [amountOf(site, facts), next && amountOf(next, facts)];
  if (!next || !own || !others || own.dimension !== others.dimension) return [];
  return exchange(site, `values with ${next.statement.name.value}`, own, others);
}

/** Directives with one argument are a set, such as `proxy_hide_header`: nobody can tell their order. */
function valuesOfNamesakes(site: Site, namesake: Site): Draft[] {
  const [own, others] = [site.statement.args, namesake.statement.args];
  if (
    own.length < 2 ||
    others.length < 2 ||
    !['add_header', 'proxy_set_header', 'add_trailer'].includes(site.statement.name.value)
  )
    return [];
  const [value, other] = [own[1], others[1]];
  return value && other ? exchange(site, `values with ${brief(others[0]?.raw ?? '')}`, value, other) : [];
}

function amountOf({ statement }: Site, facts: Facts): (Span & { dimension: string }) | undefined {
  const [word, ...more] = statement.args;
  const quantity = word && quantityOf(word.value, facts.variables);
  if (!quantity || more.length > 0) return undefined;
  const dimension =
    /^[kKmMgG]$/.test(quantity.unit) && !/time|valid/.test(statement.name.value) ? 'size' : quantity.unit && 'time';
  return { start: word.start, end: word.end, dimension };
}

/** Of two patterns that match the same text, the first one wins. */
function order(site: Site): Draft[] {
  const own = regexOf(site);
  const next = own && nextPattern(site);
  const others = next && regexOf(next);
  if (!others || !overlap(own.pattern, others.pattern)) return [];
  if (isEntry(site) && resultOf(site) === resultOf(next)) return [];
  return exchange(
    site,
    `with ${brief(next.statement.name.raw)} ${isEntry(site) ? '' : brief(others.pattern.source)}`.trim(),
    site.statement,
    next.statement,
  );
}

function nextPattern(site: Site): Site | undefined {
  if (!isEntry(site) && site.statement.name.value !== 'location') return undefined;
  const patterns = site.parent.sites.filter((other) => other.file === site.file && regexOf(other) !== undefined);
  return patterns[patterns.indexOf(site) + 1];
}

/** The steps of `try_files`: the first file that is there is sent. The last is not a file but what to do without one. */
function steps(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value !== 'try_files') return [];
  return args.slice(0, -1).flatMap((step, index) => {
    const next = args[index + 1];
    // A code or a name can only be the last.
    return next && !/^[=@]/.test(next.value) ? exchange(site, `${step.raw} ${next.raw}`, step, next) : [];
  });
}

/** The variables of two fields of the log. */
function fields(site: Site): Draft[] {
  const all = fieldsOf(site);
  return all.flatMap((field, index) => {
    const next = all[index + 1];
    return next ? exchange(site, `values of ${field.name} and ${next.name}`, field.variable, next.variable) : [];
  });
}
