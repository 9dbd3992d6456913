import { entriesOf, isEntry, type Site } from '../nginx/configuration.ts';
import { patternOf } from '../nginx/patterns.ts';
import { draft, logFieldsOf, replace, textOf, type Span } from '../nginx/words.ts';
import { brief, type Draft } from '../mutant.ts';

/** Directives that set a header: the first argument is its name, the second its value. */
const headerDirectives = ['add_header', 'proxy_set_header'];

/**
 * Swap two neighbours: the results or overlapping patterns of two table entries, the values of two headers, the files of
 * `try_files`, the variables of the log. Whole directives are not swapped, because their order rarely matters to Nginx.
 */
export function swapped(site: Site): Draft[] {
  return [...(isEntry(site) ? entries(site) : headers(site)), ...filesToTry(site), ...logVariables(site)];
}

function swap(site: Site, detail: string, one: Span, other: Span): Draft {
  const [first, second] = [textOf(site, one), textOf(site, other)];
  return draft(site, 'swapped', detail, replace(site, one, second), replace(site, other, first));
}

function entries(site: Site): Draft[] {
  const all = entriesOf(site);
  const next = all[all.indexOf(site) + 1];
  if (!next || !all.includes(site)) return [];
  // In `types` the result stands first.
  const result = ({ statement }: Site) => (site.parent.kind === 'types' ? statement.name : statement.args.at(-1));
  const [own, other] = [result(site), result(next)];
  const name = brief(next.statement.name.raw);
  const found = own && other ? [swap(site, `values with ${name}`, own, other)] : [];
  // The first match wins, so that a pattern must stand before a shorter pattern with which it begins.
  const [pattern, shorter] = [patternOf(site)?.source, patternOf(next)?.source];
  const isOverlapping = pattern !== undefined && shorter !== undefined && pattern.startsWith(shorter);
  return isOverlapping ? [...found, swap(site, `with ${name}`, site.statement, next.statement)] : found;
}

function headers(site: Site): Draft[] {
  const { statement, parent, file } = site;
  if (!headerDirectives.includes(statement.name.value)) return [];
  const next = parent.sites.find(
    (other) =>
      other.file === file &&
      other.statement.name.value === statement.name.value &&
      other.statement.start > statement.start,
  );
  const [[, own], [name, other]] = [statement.args, next?.statement.args ?? []];
  return own && other ? [swap(site, `values with ${brief(name?.raw ?? '')}`, own, other)] : [];
}

/** The first existing file is sent. The last argument is not a file but the fallback. */
function filesToTry(site: Site): Draft[] {
  const { name, args } = site.statement;
  if (name.value !== 'try_files') return [];
  return args.slice(0, -1).flatMap((file, index) => {
    const next = args[index + 1];
    return next && !/^[=@]/.test(next.value) ? [swap(site, `${file.raw} ${next.raw}`, file, next)] : [];
  });
}

function logVariables(site: Site): Draft[] {
  const fields = logFieldsOf(site);
  return fields.flatMap(({ name, variable }, index) => {
    const next = fields[index + 1];
    return next ? [swap(site, `values of ${name} and ${next.name}`, variable, next.variable)] : [];
  });
}
