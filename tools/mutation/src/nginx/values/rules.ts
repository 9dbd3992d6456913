import type { Site } from '../configuration.ts';
import { named, type Facts } from '../facts.ts';
import type { Place } from '../places.ts';
import { whole, type Change } from './change.ts';
import { otherHeaderValues } from './headers.ts';
import { otherStatus } from './status.ts';
import { otherUri, valueElsewhere } from './uris.ts';
import { mistaken } from './variables.ts';

/** The other values that one value of a directive can have; `index` is its place among the arguments. */
export type Rule = (place: Place, index: number, site: Site, facts: Facts) => Change[];

const nothing: Rule = () => [];

/** Directives whose values have a meaning of their own. */
export const rules: Readonly<Record<string, Rule>> = {
  // Names: another name is the directive removed (a header that is not hidden), or one that Nginx refuses.
  include: nothing,
  proxy_hide_header: nothing,
  upstream: nothing,
  // `_` is a name that no request has; another such name is the same.
  server_name: nothing,
  // A file that Nginx alone writes and reads.
  pid: nothing,
  // Each type is removed by itself, and that is what another type is, too.
  charset_types: nothing,
  gzip_types: nothing,
  ssi_types: nothing,
  zone: nothing,

  access_log: (place, index) => {
    if (place.text === 'off') return [];
    return [whole(place.text, index === 0 ? '/dev/null' : 'combined')];
  },
  add_header: (place, index, site) =>
    index === 1 ? otherHeaderValues(site.statement.args[0]?.value ?? '', place.text) : [],
  alias: (place, _, __, facts) => valueElsewhere('alias', place.text, facts),
  error_log: (place, index) => (index === 0 ? [whole(place.text, '/dev/null')] : []),
  error_page: ({ text }, index, site, facts) => {
    if (text.startsWith('=')) return [whole(text, '=200')];
    return index === site.statement.args.length - 1 ? otherUri(text, facts) : [];
  },
  limit_req_status: ({ text }) => [whole(text, otherStatus(text))],
  proxy_pass: ({ text }) => [
    // With a URI, Nginx passes the decoded path.
    whole(text, `${text}/`),
    ...(text.startsWith('http:') ? [whole(text, text.replace('http:', 'https:'))] : []),
  ],
  proxy_set_header: ({ text }, index, site) => (index === 1 ? otherForwardedValues(site, text) : []),
  return: ({ text }, index) => [whole(text, index === 0 ? otherStatus(text) : 'changed')],
  // The flag has its own choices.
  rewrite: ({ text }, index) => (index === 1 ? [whole(text, '/changed')] : []),
  // `default` is what there is without the directive.
  proxy_redirect: nothing,
  root: (place, _, __, facts) => valueElsewhere('root', place.text, facts),
  try_files: ({ text }) => (/^=\d+$/.test(text) ? [whole(text, `=${otherStatus(text.slice(1))}`)] : []),
};

/**
 * What a client says of itself passes on; the commonest mistake about X-Forwarded-For has a variable of its own. An empty
 * value keeps the client's from passing: its opposite is the directive removed.
 */
function otherForwardedValues({ statement }: Site, value: string): Change[] {
  if (value === '') return [];
  const header = statement.args[0]?.value.toLowerCase() ?? '';
  const values = [`$http_${header.replaceAll('-', '_')}`];
  if (header === 'x-forwarded-for') values.push('$proxy_add_x_forwarded_for');
  return [...values.map((other) => whole(value, other)), ...mistaken(value)];
}

/** Folders for bodies: in memory, where the read-only root leaves room. A protocol that nobody speaks keeps none. */
export function otherFolder({ key, text }: Place, facts: Facts): Change[] {
  const module = key.replace('_temp_path', '');
  const isUsed = module === 'client_body' || named(facts, `${module}_pass`).length > 0;
  return isUsed ? [whole(text, `/tmp/${text.split('/').at(-1) ?? ''}`)] : [];
}
