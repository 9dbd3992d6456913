import { HttpResponse } from './http.ts';
import type { Stack } from './stack.ts';

/**
 * Addresses that every stack of the suite declares as trusted proxies: the loopback address of Nginx's container, from which
 * curl acts as the proxy in front, and one address of a network for a second proxy. The suite itself is not declared.
 */
export const DECLARED = { peer: '127.0.0.1', second: '10.9.1.1' } as const;

export interface ForwardedRequest {
  target: string;
  method?: string;
  headers?: Record<string, string>;
  /** How often it is sent; default once. */
  times?: number;
}

const BODY_END = '\n-- end of body --\n';
const RESPONSE_END = '\n-- end of response --\n';

/** Send requests to Nginx as a declared proxy, one after the other without a pause. Returns the responses in order. */
export async function sendThroughProxy(stack: Stack, requests: ForwardedRequest[]): Promise<HttpResponse[]> {
  const groups = requests.map((request) => curlOptions(new URL(stack.url).host, request));
  const [first = [], ...others] = groups;
  const args = [...first, ...others.flatMap((group) => ['--next', ...group])];
  const written = await stack.exec('web', ['curl', ...args]);
  return written.split(RESPONSE_END).slice(0, -1).map(parse);
}

/** One request, sent as {@link sendThroughProxy} does. */
export async function sendOnceThroughProxy(stack: Stack, request: ForwardedRequest): Promise<HttpResponse> {
  const [response] = await sendThroughProxy(stack, [request]);
  if (!response) throw new Error(`curl printed no response to ${request.target}.`);
  return response;
}

function curlOptions(host: string, { target, method = 'GET', headers = {}, times = 1 }: ForwardedRequest): string[] {
  const fields = Object.entries({ Host: host, ...headers });
  return [
    ...['--silent', '--show-error', '--request', method],
    ...['--write-out', `${BODY_END}%{http_code} %{header_json}${RESPONSE_END}`],
    ...fields.flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    // curl sends one request per number in the range; the query does not matter here.
    `http://${DECLARED.peer}:8080${target}${times === 1 ? '' : `?[1-${times}]`}`,
  ];
}

function parse(written: string): HttpResponse {
  const [body = '', end = ''] = written.split(BODY_END);
  const headers = JSON.parse(end.slice(4)) as Record<string, string[]>;
  const list = Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return new HttpResponse(Number(end.slice(0, 3)), list, Buffer.from(body));
}
