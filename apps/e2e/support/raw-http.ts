import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { recordSocket } from './exchanges.ts';
import { HttpResponse, parseHeaders } from './http.ts';

export interface RequestParts {
  method?: string;
  target?: string;
  version?: string;
  /** Value of the Host header; null omits the header. Default: the origin's host. */
  host?: string | null;
  /** Further header lines, unchanged. */
  headers?: readonly string[];
  /** Sent unchanged; no Content-Length is added. */
  body?: string;
}

/**
 * The text of a request for {@link RawConnection}. Only Host is added, and nothing is escaped or corrected, so that a test
 * can send malformed requests.
 */
export function requestText(origin: string, parts: RequestParts = {}): string {
  const { method = 'GET', target = '/', version = 'HTTP/1.1', headers = [], body = '' } = parts;
  const { host = new URL(origin).host } = parts;
  const lines = [`${method} ${target} ${version}`, ...(host === null ? [] : [`Host: ${host}`]), ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}

/**
 * A connection that sends exactly the given bytes. HTTP libraries would correct malformed requests.
 *
 * Responses are read one by one, so that a test can see whether Nginx read one request as two.
 */
export class RawConnection {
  private readonly socket: net.Socket;
  private received = Buffer.alloc(0);
  private ended = false;
  private wake: () => void = () => undefined;

  private constructor(socket: net.Socket) {
    this.socket = socket;
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

  /** Send bytes; a string is sent as Latin-1, one byte per character. */
  send(bytes: string | Buffer): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** Whether the server has closed the connection and everything it sent was read. */
  get isOver(): boolean {
    return this.ended && this.received.length === 0;
  }

  /**
   * Read the next response, 1xx included.
   *
   * @param method of the request: a response to HEAD has headers of a body, but no body
   */
  async read(method = 'GET'): Promise<HttpResponse> {
    const head = await this.until('\r\n\r\n');
    const [statusLine = '', ...lines] = head.toString('latin1').trimEnd().split('\r\n');
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(statusLine)?.[1]);
    if (!status) throw new Error(`Not a response: ${JSON.stringify(statusLine)}`);
    const headers = parseHeaders(lines);
    const response = new HttpResponse(status, headers, Buffer.alloc(0));
    if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return response;
    return new HttpResponse(status, headers, await this.body(response));
  }

  /** {@link read}, or undefined when the server closed the connection instead. */
  async readUnlessClosed(method?: string): Promise<HttpResponse | undefined> {
    while (this.received.length === 0 && !this.ended) await this.more();
    return this.received.length === 0 ? undefined : this.read(method);
  }

  /** Read bytes as they arrive, up to and including a piece of text. */
  async readUpTo(text: string): Promise<string> {
    return (await this.until(text)).toString('latin1');
  }

  /** Wait until the server closes the connection. Returns the bytes that were not read as a response. */
  async closed(): Promise<Buffer> {
    while (!this.ended) await this.more();
    return this.take(this.received.length);
  }

  /** Stop reading: further bytes stay in the buffers of the kernel and of Nginx. */
  pause(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  private async body(head: HttpResponse): Promise<Buffer> {
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

  private async until(text: string): Promise<Buffer> {
    for (;;) {
      const at = this.received.indexOf(text);
      if (at >= 0) return this.take(at + text.length);
      await this.moreOrFail(text);
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

/** Open a connection, send the request, read one response, close. */
export async function sendRaw(origin: string, parts: RequestParts | string): Promise<HttpResponse> {
  const bytes = typeof parts === 'string' ? parts : requestText(origin, parts);
  const method = typeof parts === 'string' ? 'GET' : parts.method;
  return connected(origin, (connection) => {
    connection.send(bytes);
    return connection.read(method);
  });
}
