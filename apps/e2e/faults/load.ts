import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { deployment } from '../contract/deployment.ts';
import { send } from '../support/http.ts';
import { markName } from '../support/probe.ts';

/** Parallel clients, each with a kept-alive connection: fewer than the application has threads. */
const CLIENTS = 6;
/** Milliseconds between two requests of a client. */
const PAUSE_MS = 5;
/** Large enough for several writes, so that a response can be cut. */
const RESPONSE_BYTES = 200_000;

export interface LoadOptions {
  /** Where the POSTs are stored: a file of the probe that counts repetitions, or rows in the product's database. */
  writes?: 'tally' | 'rows';
}

/** What was lost under load. */
export interface Losses {
  /** Responses that were cut, missing on an open connection, or had another status than 200, or 502 to 504 with Retry-After. */
  failures: string[];
  /** POSTs that returned 200 but were not counted by the application. */
  missing: string[];
  /** POSTs that the application counted more than once. */
  repeated: string[];
  /** POSTs that the application counted but did not return 200. */
  unconfirmed: string[];
}

/** The result of {@link Load.stop} when nothing was lost. */
export const NO_LOSSES: Losses = { failures: [], missing: [], repeated: [], unconfirmed: [] };

interface Outcome {
  status: number;
  body: string;
  retryAfter: string | undefined;
}

/**
 * Clients that send requests without pause until they are stopped: a file, a large response of the application, and a POST
 * with a unique number.
 */
export class Load {
  /** Complete responses with 200. */
  served = 0;
  /** Complete responses with 200 since the last other outcome. */
  servedInARow = 0;
  /** When the last request had another outcome than 200, as in `performance.now()`. */
  lastTrouble = 0;
  /** Responses with 502, 503 or 504 and Retry-After. */
  refused = 0;
  /** Refused connections: the client knows that nothing was sent. */
  unconnected = 0;
  /** Number of POSTs that each process of the application responded to, by process id. */
  readonly processes = new Map<number, number>();
  private readonly origin: string;
  private readonly failures: string[] = [];
  /** The numbers of the POSTs that returned 200. */
  private readonly confirmed = new Set<string>();
  /** The path of the probe's view that stores the POSTs. */
  private readonly writes: string;
  private readonly protocol: typeof http | typeof https;
  private readonly agent: http.Agent;
  private readonly clients: Promise<void>[];
  private isOver = false;
  private posts = 0;

  constructor(origin: string, { writes = 'tally' }: LoadOptions = {}) {
    this.origin = origin;
    this.writes = `${deployment.probe}/${writes}/${markName()}`;
    this.protocol = origin.startsWith('https:') ? https : http;
    this.agent = new this.protocol.Agent({ keepAlive: true, maxSockets: CLIENTS });
    this.clients = Array.from({ length: CLIENTS }, () => this.client());
  }

  /** Number of POSTs that returned 200. */
  get acknowledged(): number {
    return this.confirmed.size;
  }

  /** Let every client finish its request, and compare the responses with what the application counted. */
  async stop(): Promise<Losses> {
    await this.end();
    const response = await send(this.origin, this.writes);
    const { lines: counted } = response.json<{ lines: string[] }>();
    return {
      failures: this.failures,
      missing: [...this.confirmed].filter((number) => !counted.includes(number)),
      repeated: counted.filter((number, index) => counted.indexOf(number) !== index),
      unconfirmed: counted.filter((number) => !this.confirmed.has(number)),
    };
  }

  /** Let every client finish its request. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
    this.agent.destroy();
  }

  private async client(): Promise<void> {
    while (!this.isOver) {
      await this.send('GET', '/');
      await this.send('GET', `${deployment.probe}/sized/${RESPONSE_BYTES}`);
      await this.post();
    }
  }

  private async post(): Promise<void> {
    const number = String((this.posts += 1));
    const outcome = await this.send('POST', this.writes, number);
    if (outcome?.status !== 200) return;
    this.confirmed.add(number);
    const { pid } = JSON.parse(outcome.body) as { pid: number };
    this.processes.set(pid, (this.processes.get(pid) ?? 0) + 1);
  }

  private async send(method: string, path: string, body?: string): Promise<Outcome | undefined> {
    if (this.isOver) return undefined;
    await pause(PAUSE_MS);
    const request = this.protocol.request(new URL(path, this.origin), { method, agent: this.agent });
    try {
      const outcome = await read(request, body);
      this.count(`${method} ${path}`, outcome);
      return outcome;
    } catch (error) {
      this.countError(`${method} ${path}`, request, error as NodeJS.ErrnoException);
      return undefined;
    }
  }

  private count(what: string, { status, retryAfter }: Outcome): void {
    if (status === 200) {
      this.served += 1;
      this.servedInARow += 1;
      return;
    }
    this.noteTrouble();
    if (status >= 502 && status <= 504 && retryAfter) this.refused += 1;
    else this.failures.push(`${what}: ${status}`);
  }

  private countError(what: string, { reusedSocket }: http.ClientRequest, error: NodeJS.ErrnoException): void {
    this.noteTrouble();
    // The engine's port forwarder may accept a connection for a container that no longer listens, and reset it.
    const isRefused = error.code === 'ECONNREFUSED' || (!reusedSocket && error.code === 'ECONNRESET');
    if (isRefused) this.unconnected += 1;
    else this.failures.push(`${what}: ${error.message} (${reusedSocket ? 'kept-alive' : 'new'} connection)`);
  }

  private noteTrouble(): void {
    this.servedInARow = 0;
    this.lastTrouble = performance.now();
  }
}

/** Send a request and read the whole response. Rejects when it is cut. */
async function read(request: http.ClientRequest, body?: string): Promise<Outcome> {
  const responded = once(request, 'response') as Promise<[http.IncomingMessage]>;
  request.end(body);
  const [response] = await responded;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(chunks).toString(),
    retryAfter: response.headers['retry-after'],
  };
}
