import type { Change } from './change.ts';

/** Variables that are taken for one another: one is what Nginx knows, the other what a client or Gunicorn says of it. */
const lookalikes: Readonly<Record<string, string>> = {
  $binary_remote_addr: '$server_addr',
  $bytes_sent: '$body_bytes_sent',
  $host: '$http_host',
  $http_host: '$host',
  $realip_remote_addr: '$remote_addr',
  $remote_addr: '$realip_remote_addr',
  $request_id: '$http_x_request_id',
  $request_length: '$http_content_length',
  $request_time: '$upstream_response_time',
  $request_uri: '$uri',
  $scheme: '$http_x_forwarded_proto',
  $server_protocol: '$scheme',
  $status: '$upstream_status',
  $time_iso8601: '$time_local',
  $upstream_addr: '$server_addr',
  $upstream_connect_time: '$upstream_header_time',
  $upstream_response_time: '$request_time',
  $upstream_status: '$status',
  $uri: '$request_uri',
};

/** A variable in a text. */
export interface Use {
  name: string;
  start: number;
  end: number;
}

/** The variables of a text, in its order: `$host` and `${host}`, but not a template's `${CAPITALS}`. */
export function variablesOf(text: string): Use[] {
  return [...text.matchAll(/\$(?:\{([a-z]\w*)\}|([a-z]\w*))/g)].map((match) => ({
    name: `$${match[1] ?? match[2] ?? ''}`,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** One variable taken for another, each in turn. */
export function mistaken(text: string): Change[] {
  return variablesOf(text).flatMap(({ name, start, end }) => {
    const other =
      lookalikes[name] ?? (name.startsWith('$upstream_http_') ? name.replace('$upstream_', '$') : undefined);
    return other === undefined ? [] : [{ start, end, text: other }];
  });
}

/** A value that several variables make up, without each in turn. */
export function withoutEach(text: string): Change[] {
  const uses = variablesOf(text);
  return uses.length < 2 ? [] : uses.map(({ start, end }) => ({ start, end, text: '' }));
}
