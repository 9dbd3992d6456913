import type { Socket } from 'node:net';
import type { BrowserContext, Request } from '@playwright/test';

/** What went over one connection, as bytes; the report shows it to an operator. */
export interface Exchange {
  /** The origin that was asked. */
  origin: string;
  sent: string;
  received: string;
}

/** Bytes of each direction that are kept: every header that a server accepts, and the beginning of a body. */
const KEPT = 6_000;
/** Exchanges of one test that are kept. */
const MOST = 12;

class Direction {
  private kept = Buffer.alloc(0);
  private total = 0;

  add(chunk: Buffer): void {
    this.total += chunk.length;
    if (this.kept.length < KEPT) this.kept = Buffer.concat([this.kept, chunk.subarray(0, KEPT - this.kept.length)]);
  }

  toString(): string {
    const left = this.total - this.kept.length;
    return readable(this.kept) + (left > 0 ? `\n… and ${left} bytes more` : '');
  }
}

/** Printable ASCII as it is; line ends and all other bytes are shown, since they are what a test may be about. */
function readable(bytes: Buffer): string {
  const text = bytes.toString('latin1').replaceAll('\r\n', '\n');
  return text.replace(/[^\x20-\x7e\n]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

interface Recording {
  origin: string;
  sent: Direction;
  received: Direction;
}

let recordings: Recording[] = [];

/** Keep what goes over a connection from now on, after TLS: the bytes as they are sent and received. */
export function recordSocket(socket: Socket, origin: string): void {
  if (recordings.length >= MOST) return;
  const recording = { origin, sent: new Direction(), received: new Direction() };
  recordings.push(recording);
  const write = socket.write.bind(socket) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
  socket.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const encoding = typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : 'utf8';
    recording.sent.add(typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
    return write(chunk, ...rest);
  };
  socket.on('data', (chunk: Buffer) => recording.received.add(chunk));
}

/** Keep what a browser asked, in the words of its developer tools: it does not show bytes. */
export function recordBrowser(context: BrowserContext): void {
  context.on('requestfinished', (request) => {
    if (recordings.length >= MOST) return;
    const recording = { origin: new URL(request.url()).origin, sent: new Direction(), received: new Direction() };
    recordings.push(recording);
    void describe(request, recording).catch(() => undefined); // The page may be closed by now.
  });
}

async function describe(request: Request, { sent, received }: Recording): Promise<void> {
  const lines = (headers: Record<string, string>) =>
    Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const { pathname, search } = new URL(request.url());
  const asked = await request.allHeaders();
  sent.add(Buffer.from(`${request.method()} ${pathname}${search}\r\n${lines(asked).join('')}`));
  const response = await request.response();
  if (!response) return;
  received.add(Buffer.from(`${response.status()}\r\n${lines(await response.allHeaders()).join('')}`));
}

/** Begin anew: what was recorded belongs to the test before. */
export function forgetExchanges(): void {
  recordings = [];
}

/** What went over the wire since {@link forgetExchanges}. */
export function takeExchanges(): Exchange[] {
  return recordings.map(({ origin, sent, received }) => ({ origin, sent: String(sent), received: String(received) }));
}
