import { brief, type Draft } from '../../draft.ts';
import type { Site } from '../configuration.ts';
import { named, usesVariable, type Facts } from '../facts.ts';
import { membersOf, withoutMember } from '../headers.ts';
import { optionalWords } from '../lists.ts';
import { fieldsOf } from '../log-fields.ts';
import { draft, drop, replace } from '../words.ts';

/**
 * Leaves something out: a directive, an entry of a table, a whole block, an argument that a directive can do without, a
 * member of a list in a header, a field of the log.
 */
export function removed(site: Site, facts: Facts): Draft[] {
  return [...wholeStatement(site, facts), ...words(site), ...members(site), ...fields(site)];
}

function wholeStatement(site: Site, facts: Facts): Draft[] {
  const { statement } = site;
  if (!canBeMissed(site, facts)) return [];
  return [draft(site, 'removed', '', replace(site, statement, ''))];
}

function canBeMissed({ statement, parent }: Site, facts: Facts): boolean {
  const { name, args } = statement;
  // Its extensions are removed one by one.
  if (parent.kind === 'types') return args.length === 1;
  const [first, second] = args.map(({ value }) => value);
  switch (parent.kind === 'main' || !['map', 'geo'].includes(parent.kind) ? name.value : 'entry') {
    // Without them there is no service at all, and every test would notice.
    case 'events':
    case 'http':
      return false;
    case 'server':
      return parent.kind === 'upstream';
    // Nginx refuses a name that nothing defines.
    case 'map':
    case 'geo':
      return !usesVariable(facts, second ?? first ?? '');
    case 'log_format':
      return named(facts, 'access_log').length === 0;
    case 'limit_req_zone':
      return named(facts, 'limit_req').length === 0;
    // An empty default is what a table has without one.
    case 'entry':
      return !(name.value === 'default' && first === '');
    default:
      return true;
  }
}

function words(site: Site): Draft[] {
  // In `types`, the first word is the type, and each of the others an extension.
  const { args } = site.statement;
  const extensions = site.parent.kind === 'types' && args.length > 1 ? args : [];
  return [...optionalWords(site), ...extensions].map((word) =>
    draft(site, 'removed', brief(word.raw), drop(site, word)),
  );
}

function members(site: Site): Draft[] {
  return site.statement.args.flatMap((word) => {
    const list = membersOf(word.value);
    const offset = word.start + word.quote.length;
    return list.map((member) => {
      const { start, end } = withoutMember(list, member);
      return draft(
        site,
        'removed',
        brief(member.text),
        replace(site, { start: offset + start, end: offset + end }, ''),
      );
    });
  });
}

function fields(site: Site): Draft[] {
  return fieldsOf(site).map(({ name, spans }) =>
    draft(site, 'removed', name, ...spans.map((span) => replace(site, span, ''))),
  );
}
