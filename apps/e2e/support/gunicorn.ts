import { HttpResponse, parseHeaders } from './http.ts';
import type { Stack } from './stack.ts';

/** Where the probe keeps its marks: apps/e2e/probe/marks.py. */
export const MARKS_FOLDER = '/tmp/probe-marks';

/** Set a mark for a view while Nginx no longer forwards requests. */
export async function setMarkInContainer(stack: Stack, name: string): Promise<void> {
  await stack.exec('api', ['touch', `${MARKS_FOLDER}/${name}`]);
}

export interface GunicornOptions {
  /** Host name or address of Gunicorn on the stack's network. */
  at?: string;
  headers?: Record<string, string>;
}

/** Send a request to Gunicorn from Nginx's container, bypassing Nginx. */
export async function sendToGunicorn(
  stack: Stack,
  target: string,
  options: GunicornOptions = {},
): Promise<HttpResponse> {
  const { at = 'api', headers = {} } = options;
  const fields = Object.entries({ Host: 'localhost', ...headers }).flatMap(([name, value]) => [
    '--header',
    `${name}: ${value}`,
  ]);
  const fixed = ['--silent', '--show-error', '--include', '--path-as-is'];
  return parse(await stack.exec('web', ['curl', ...fixed, ...fields, `http://${at}:8000${target}`]));
}

function parse(text: string): HttpResponse {
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  return new HttpResponse(Number(statusLine.split(' ')[1]), parseHeaders(lines), Buffer.from(text.slice(end + 4)));
}
