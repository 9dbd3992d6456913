import type { Socket } from 'node:net';

/** The bytes of one connection, which the report shows. */
export interface Exchange {
  origin: string;
  sent: string;
  received: string;
}

/** Bytes kept per direction: every header that a server accepts, and the beginning of a body. */
const MAX_BYTES = 6_000;
/** Exchanges kept per test. */
const MAX_EXCHANGES = 12;

class Direction {
  private kept = Buffer.alloc(0);
  private total = 0;

  add(chunk: Buffer): void {
    this.total += chunk.length;
    const room = MAX_BYTES - this.kept.length;
    if (room > 0) this.kept = Buffer.concat([this.kept, chunk.subarray(0, room)]);
  }

  toString(): string {
    const left = this.total - this.kept.length;
    return readable(this.kept) + (left > 0 ? `\n… and ${left} more bytes` : '');
  }
}

/** Printable ASCII stays; all other bytes are escaped, because a test may be about them. */
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

/** Record the bytes sent and received on a connection from now on; with TLS, the decrypted bytes. */
export function recordSocket(socket: Socket, origin: string): void {
  if (recordings.length >= MAX_EXCHANGES) return;
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

/** Discard the exchanges of the previous test. */
export function clearExchanges(): void {
  recordings = [];
}

/** The exchanges since {@link clearExchanges}. */
export function recordedExchanges(): Exchange[] {
  return recordings.map(({ origin, sent, received }) => ({ origin, sent: String(sent), received: String(received) }));
}
