import { Answer, type HeaderList } from './http';
import type { Stack } from './stack';

/** Where the probe keeps its marks: apps/e2e/probe/marks.py. */
const MARKS = '/tmp/probe-marks';

/** Leave a mark for a view, when nothing can reach it through Nginx any more. */
export async function leaveMarkInside(stack: Stack, name: string): Promise<void> {
  await stack.exec('api', ['touch', `${MARKS}/${name}`]);
}

/**
 * Ask Gunicorn from where Nginx stands, with what only Nginx could send.
 *
 * @param options of curl
 * @param host the application's name or address on the stack's network
 */
export async function askGunicorn(stack: Stack, target: string, options: string[] = [], host = 'api'): Promise<Answer> {
  const url = `http://${host}:8000${target}`;
  const fixed = ['--silent', '--show-error', '--include', '--path-as-is', '--header', 'Host: localhost'];
  return parse(await stack.exec('web', ['curl', ...fixed, ...options, url]));
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
