import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { Answer, type HeaderList } from './http.ts';
import { recordSocket } from './wire.ts';

/**
 * A connection that sends exactly the bytes it is given. HTTP libraries repair what must be sent broken.
 *
 * Responses are read one by one, so a test can see whether Nginx took one request for two.
 */
export class RawConnection {
  private received = Buffer.alloc(0);
  private ended = false;
  private wake: () => void = () => undefined;

  private constructor(private readonly socket: net.Socket) {
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake();
    });
    for (const event of ['end', 'close', 'error'] as const) {
      socket.on(event, () => {
        this.ended = true;
        this.wake();
      });
    }
  }

  static async open(origin: string): Promise<RawConnection> {
    const { protocol, hostname, port } = new URL(origin);
    const secure = protocol === 'https:';
    const to = { host: hostname, port: Number(port || (secure ? 443 : 80)) };
    const socket = secure ? tls.connect({ ...to, servername: hostname }) : net.connect(to);
    recordSocket(socket, origin);
    await once(socket, secure ? 'secureConnect' : 'connect');
    return new RawConnection(socket);
  }

  /** Send bytes; a string is sent as Latin-1, one byte a character. */
  send(bytes: string | Buffer): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** Whether the other side has closed and everything it sent was read. */
  get isOver(): boolean {
    return this.ended && this.received.length === 0;
  }

  /**
   * Read the next response, 1xx included.
   *
   * @param method of the request; a response to HEAD has no body whatever its header says
   */
  async read(method = 'GET'): Promise<Answer> {
    const head = await this.until('\r\n\r\n');
    const [statusLine = '', ...lines] = head.toString('latin1').trimEnd().split('\r\n');
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(statusLine)?.[1]);
    if (!status) throw new Error(`Not a response: ${JSON.stringify(statusLine)}`);
    const headers: HeaderList = lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });
    const answer = new Answer(status, headers, Buffer.alloc(0));
    if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return answer;
    return new Answer(status, headers, await this.body(answer));
  }

  /** {@link read}, or undefined when the other side closed instead of answering. */
  async readUnlessClosed(method?: string): Promise<Answer | undefined> {
    while (this.received.length === 0 && !this.ended) await this.more();
    return this.received.length === 0 ? undefined : this.read(method);
  }

  /** The bytes of a body as they arrive, up to and including a piece of text. */
  async readUpTo(text: string): Promise<string> {
    return (await this.until(text)).toString('latin1');
  }

  /** Wait until the other side closes; returns what came that was not read as a response. */
  async closed(): Promise<Buffer> {
    while (!this.ended) await this.more();
    return this.take(this.received.length);
  }

  /** Take no more bytes: they stay in the buffers on the way. */
  pause(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  private async body(head: Answer): Promise<Buffer> {
    if (head.header('Transfer-Encoding') === 'chunked') return this.chunks();
    const length = head.header('Content-Length');
    return length === undefined ? this.closed() : this.exactly(Number(length));
  }

  private async chunks(): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (;;) {
      const size = Number.parseInt((await this.until('\r\n')).toString('latin1'), 16);
      const chunk = await this.exactly(size);
      await this.until('\r\n');
      if (size === 0) return Buffer.concat(parts);
      parts.push(chunk);
    }
  }

  private async until(mark: string): Promise<Buffer> {
    for (;;) {
      const at = this.received.indexOf(mark);
      if (at >= 0) return this.take(at + mark.length);
      await this.moreOrFail(mark);
    }
  }

  private async exactly(length: number): Promise<Buffer> {
    while (this.received.length < length) await this.moreOrFail(`${length} bytes`);
    return this.take(length);
  }

  private async moreOrFail(wanted: string): Promise<void> {
    if (this.ended)
      throw new Error(`Closed before ${JSON.stringify(wanted)}; got: ${this.received.toString('latin1')}`);
    await this.more();
  }

  private more(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  private take(length: number): Buffer {
    const taken = this.received.subarray(0, length);
    this.received = this.received.subarray(length);
    return taken;
  }
}

/** Use a connection and close it, also after a failure. */
export async function connected<T>(origin: string, use: (connection: RawConnection) => Promise<T>): Promise<T> {
  const connection = await RawConnection.open(origin);
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
}

/** Open a connection, send the bytes, read one response, close. */
export async function exchange(origin: string, bytes: string | Buffer, method = 'GET'): Promise<Answer> {
  return connected(origin, (connection) => {
    connection.send(bytes);
    return connection.read(method);
  });
}
