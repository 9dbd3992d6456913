import { Answer, type HeaderList } from './http.ts';
import type { Stack } from './stack.ts';

/** Where the probe keeps its marks: apps/e2e/probe/marks.py. */
const MARKS = '/tmp/probe-marks';

/** Leave a mark for a view, when nothing can reach it through Nginx any more. */
export async function leaveMarkInside(stack: Stack, name: string): Promise<void> {
  await stack.exec('api', ['touch', `${MARKS}/${name}`]);
}

export interface GunicornOptions {
  /** Where it listens: a name or an address on the stack's network. */
  at?: string;
  /** The Host that is named. */
  host?: string;
  headers?: Record<string, string>;
  method?: string;
}

/** Ask Gunicorn from where Nginx stands, with what only Nginx could send. */
export async function askGunicorn(stack: Stack, target: string, options: GunicornOptions = {}): Promise<Answer> {
  const { at = 'api', host = 'localhost', headers = {}, method = 'GET' } = options;
  const fields = Object.entries({ Host: host, ...headers }).flatMap(([name, value]) => [
    '--header',
    `${name}: ${value}`,
  ]);
  const fixed = ['--silent', '--show-error', '--include', '--path-as-is', '--request', method];
  return parse(await stack.exec('web', ['curl', ...fixed, ...fields, `http://${at}:8000${target}`]));
}

function parse(text: string): Answer {
  const end = text.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n');
  const headers: HeaderList = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return new Answer(Number(statusLine.split(' ')[1]), headers, Buffer.from(text.slice(end + 4)));
}
