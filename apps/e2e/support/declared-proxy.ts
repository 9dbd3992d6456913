import { Answer } from './http.ts';
import type { Stack } from './stack.ts';

/**
 * Nginx's own container plays the proxy in front: its loopback is declared on every stack of the suite, and so is a network
 * in which a second proxy could be. The client of all other tests is not: `DECLARED_PROXIES` in stack.ts.
 */
export const DECLARED = { peer: '127.0.0.1', second: '10.9.1.1' } as const;

export interface ForwardedRequest {
  target: string;
  method?: string;
  headers?: Record<string, string>;
  /** How often it is sent; default once. */
  times?: number;
}

const BODY_ENDS = '\n-- the body ends here --\n';
const ANSWER_ENDS = '\n-- the answer ends here --\n';

/** Ask Nginx as a declared proxy does, one request after the other without a pause. Returns every answer in order. */
export async function askThroughProxy(stack: Stack, requests: ForwardedRequest[]): Promise<Answer[]> {
  const groups = requests.map((request) => options(new URL(stack.url).host, request));
  const [first = [], ...others] = groups;
  const args = [...first, ...others.flatMap((group) => ['--next', ...group])];
  const written = await stack.exec('web', ['curl', ...args]);
  return written.split(ANSWER_ENDS).slice(0, -1).map(parse);
}

/** One request, as {@link askThroughProxy} sends it. */
export async function askOnceThroughProxy(stack: Stack, request: ForwardedRequest): Promise<Answer> {
  const [answer] = await askThroughProxy(stack, [request]);
  if (!answer) throw new Error(`curl wrote nothing about ${request.target}.`);
  return answer;
}

function options(host: string, { target, method = 'GET', headers = {}, times = 1 }: ForwardedRequest): string[] {
  const fields = Object.entries({ Host: host, ...headers });
  return [
    ...['--silent', '--show-error', '--request', method],
    ...['--write-out', `${BODY_ENDS}%{http_code} %{header_json}${ANSWER_ENDS}`],
    ...fields.flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    // curl asks once for each number; the query is nobody's business here.
    `http://${DECLARED.peer}:8080${target}${times === 1 ? '' : `?[1-${times}]`}`,
  ];
}

function parse(written: string): Answer {
  const [body = '', end = ''] = written.split(BODY_ENDS);
  const headers = JSON.parse(end.slice(4)) as Record<string, string[]>;
  const list = Object.entries(headers).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return new Answer(Number(end.slice(0, 3)), list, Buffer.from(body));
}
