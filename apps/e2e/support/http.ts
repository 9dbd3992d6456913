import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { recordSocket } from './wire.ts';

/** Names in the order of arrival, repeated ones kept: what "exactly once" is counted on. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A response as it came: nothing decompressed, nothing followed, nothing merged. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: HeaderList,
    readonly body: Buffer,
  ) {}

  /** Every value of a header, whatever its case. */
  all(name: string): string[] {
    const wanted = name.toLowerCase();
    return this.headers.filter(([header]) => header.toLowerCase() === wanted).map(([, value]) => value);
  }

  /** The one value of a header, or undefined. Throws when it was sent more than once. */
  header(name: string): string | undefined {
    const values = this.all(name);
    if (values.length > 1) throw new Error(`${name} was sent ${values.length} times: ${values.join(' | ')}`);
    return values[0];
  }

  get text(): string {
    return this.body.toString('utf8');
  }

  json<T = Record<string, unknown>>(): T {
    return JSON.parse(this.text) as T;
  }
}

export interface AskOptions {
  method?: string;
  headers?: Record<string, string | string[]>;
  /** Pieces (an array) are sent chunked, unless Content-Length is given. */
  body?: string | Buffer | (string | Buffer)[];
}

export interface OpenAnswer {
  status: number;
  headers: HeaderList;
  /** The body as it arrives. */
  stream: http.IncomingMessage;
}

/**
 * Send one request on a connection of its own and return as soon as the response's header is there.
 *
 * @param origin e.g. `http://localhost:8080`
 * @param target sent as it is, so `//`, `%2F` and the like stay; it must begin with a slash
 */
export async function open(origin: string, target: string, options: AskOptions = {}): Promise<OpenAnswer> {
  const { protocol, hostname, port } = new URL(origin);
  const { method = 'GET', headers = {}, body } = options;
  const client = protocol === 'https:' ? https : http;
  // Of a response; Node's own limit is below what a proxy may pass.
  const maxHeaderSize = 64 * 1024;
  const request = client.request({ hostname, port, path: target, method, headers, agent: false, maxHeaderSize });
  request.once('socket', (socket) => recordSocket(socket, origin));
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  if (Array.isArray(body)) for (const piece of body) request.write(piece);
  // `end(body)` in one step lets Node state the length by itself.
  if (Array.isArray(body)) request.end();
  else request.end(body);
  const [stream] = await answered;
  const raw = stream.rawHeaders;
  const list = raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ''] as const] : []));
  return { status: stream.statusCode ?? 0, headers: list, stream };
}

/** {@link open}, and read the response to its end. Rejects when the body is cut short. */
export async function ask(origin: string, target: string, options: AskOptions = {}): Promise<Answer> {
  const { status, headers, stream } = await open(origin, target, options);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return new Answer(status, headers, Buffer.concat(chunks));
}
