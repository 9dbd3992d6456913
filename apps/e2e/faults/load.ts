import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { deployment } from '../contract/deployment.ts';
import { ask } from '../support/http.ts';
import { markName } from '../support/probe.ts';

/** Clients at the same time, each with a connection that it keeps: fewer than the application has threads. */
const CLIENTS = 6;
/** Milliseconds between two requests of a client: enough requests to meet every moment, and a machine that can go on. */
const PACE = 5;
/** Bytes that take several writes, so that an answer can be cut. */
const LARGE = 200_000;

/** What was lost under a load; empty when nothing was. */
export interface Losses {
  /** In words: cut, unanswered on a connection that stood, or answered with anything but 200, 502 and 503. */
  failures: string[];
  /** POSTs whose client was told that they are done, and which the application did not count. */
  missing: string[];
  /** POSTs that the application counted more than once. */
  twice: string[];
  /** POSTs that the application counted, and whose client was told otherwise. */
  untold: string[];
}

/** What {@link Load.stop} returns when all is well. */
export const NO_LOSSES: Losses = { failures: [], missing: [], twice: [], untold: [] };

interface Outcome {
  status: number;
  body: string;
  retryAfter: string | undefined;
}

/**
 * Clients that ask without end, each on a connection of its own that it keeps open: a file, a large answer of the
 * application, and a POST with a number that is never used again.
 */
export class Load {
  /** Requests that were answered 200, whole. */
  served = 0;
  /** 502 and 503 with Retry-After: nothing was done, and the client was told. */
  refused = 0;
  /** No connection could be made: the client knows that nothing was done. */
  unconnected = 0;
  /** The processes of the application that answered. */
  readonly processes = new Set<number>();
  private readonly failures: string[] = [];
  /** The POSTs that were answered 200, by their numbers. */
  private readonly stored = new Set<string>();
  /** The probe's tally in which they are counted. */
  private readonly tally = markName();
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  private readonly clients: Promise<void>[];
  private isOver = false;
  private posts = 0;

  constructor(private readonly origin: string) {
    this.clients = Array.from({ length: CLIENTS }, () => this.client());
  }

  /** Let every client finish its request, and compare what they were told with what the application counted. */
  async stop(): Promise<Losses> {
    await this.end();
    const counted = await this.counted();
    return {
      failures: this.failures,
      missing: [...this.stored].filter((number) => !counted.includes(number)),
      twice: counted.filter((number, index) => counted.indexOf(number) !== index),
      untold: counted.filter((number) => !this.stored.has(number)),
    };
  }

  /** Let every client finish its request. {@link stop} asks the application as well. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
    this.agent.destroy();
  }

  private async counted(): Promise<string[]> {
    const answer = await ask(this.origin, `${deployment.probe}/tally/${this.tally}`);
    return answer.json<{ lines: string[] }>().lines;
  }

  private async client(): Promise<void> {
    while (!this.isOver) {
      await this.ask('GET', '/');
      await this.ask('GET', `${deployment.probe}/json/${LARGE}`);
      await this.post();
    }
  }

  private async post(): Promise<void> {
    const number = String((this.posts += 1));
    const answer = await this.ask('POST', `${deployment.probe}/tally/${this.tally}`, number);
    if (answer?.status !== 200) return;
    this.stored.add(number);
    this.processes.add((JSON.parse(answer.body) as { pid: number }).pid);
  }

  private async ask(method: string, path: string, body?: string): Promise<Outcome | undefined> {
    if (this.isOver) return undefined;
    await pause(PACE);
    const request = http.request(new URL(path, this.origin), { method, agent: this.agent });
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
    if (status === 200) this.served += 1;
    else if ((status === 502 || status === 503) && retryAfter) this.refused += 1;
    else this.failures.push(`${what}: ${status}`);
  }

  private countError(
    what: string,
    { reusedSocket }: http.ClientRequest,
    { code, message }: NodeJS.ErrnoException,
  ): void {
    // The port's forwarder may take a connection for a container that listens no more, and close it at once.
    const isNobodyThere = code === 'ECONNREFUSED' || (!reusedSocket && code === 'ECONNRESET');
    if (isNobodyThere) this.unconnected += 1;
    else this.failures.push(`${what}: ${message} (${reusedSocket ? 'kept' : 'new'} connection)`);
  }
}

/** Send a request and read its answer to the end. Rejects when it is cut. */
async function read(request: http.ClientRequest, body?: string): Promise<Outcome> {
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  request.end(body);
  const [response] = await answered;
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(chunks).toString(),
    retryAfter: response.headers['retry-after'],
  };
}
