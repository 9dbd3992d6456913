import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { curl, openWithCurl } from './curl.ts';
import { recordSocket } from './exchanges.ts';

/** Names in the order of arrival, with repeated headers kept, so that "exactly once" can be tested. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Split header lines into names and values. */
export function parseHeaders(lines: readonly string[]): HeaderList {
  return lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
}

/** A response as received: not decompressed, no redirect followed, no headers merged. */
export class HttpResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Buffer;

  constructor(status: number, headers: HeaderList, body: Buffer) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Every value of a header. Names are case-insensitive. */
  all(name: string): string[] {
    const wanted = name.toLowerCase();
    return this.headers.filter(([header]) => header.toLowerCase() === wanted).map(([, value]) => value);
  }

  /** The only value of a header, or undefined. Throws when the header was sent more than once. */
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

export interface RequestOptions {
  method?: string;
  headers?: Record<string, string | string[]>;
  /** An array is sent chunked, unless Content-Length is given. */
  body?: string | Buffer | (string | Buffer)[];
}

export interface OpenResponse {
  status: number;
  headers: HeaderList;
  /** The body as it arrives. */
  stream: Readable;
}

/** Node's default limit for a response header is below what a proxy may forward. */
const MAX_RESPONSE_HEADER = 64 * 1024;

/**
 * Send one request on a new connection and return when the response header has arrived.
 *
 * @param origin e.g. `http://localhost:8080`
 * @param target sent unchanged, including `//` and `%2F`; must begin with a slash
 */
export async function open(origin: string, target: string, options: RequestOptions = {}): Promise<OpenResponse> {
  if (curl) return openWithCurl(curl, origin, target, options);
  const { protocol, hostname, port } = new URL(origin);
  const { method = 'GET', headers = {}, body } = options;
  const client = protocol === 'https:' ? https : http;
  // By default, Node compares the certificate with the Host header of the request.
  const connection = {
    hostname,
    port,
    servername: hostname,
    agent: false,
    maxHeaderSize: MAX_RESPONSE_HEADER,
  } as const;
  const request = client.request({ ...connection, path: target, method, headers });
  request.once('socket', (socket) => recordSocket(socket, origin));
  const responded = once(request, 'response') as Promise<[http.IncomingMessage]>;
  if (Array.isArray(body)) for (const piece of body) request.write(piece);
  // With `end(body)`, Node adds Content-Length.
  if (Array.isArray(body)) request.end();
  else request.end(body);
  const [stream] = await responded;
  const raw = stream.rawHeaders;
  const list = raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1] ?? ''] as const] : []));
  return { status: stream.statusCode ?? 0, headers: list, stream };
}

/** Send one request and read the whole response. Rejects when the body is truncated. */
export async function send(origin: string, target: string, options: RequestOptions = {}): Promise<HttpResponse> {
  const { status, headers, stream } = await open(origin, target, options);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return new HttpResponse(status, headers, Buffer.concat(chunks));
}
