import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { deployment } from '../contract/deployment.ts';
import { send, type RequestOptions } from './http.ts';

/** The request as Django received it: apps/e2e/probe/echo.py. */
export interface Echo {
  method: string;
  /** The target of the request line, before any decoding. */
  raw_uri: string;
  path: string;
  raw_query: string;
  query: Record<string, string[]>;
  headers: Record<string, string>;
  scheme: string;
  secure: boolean;
  host: string;
  /** The client address that the sign-in rate limits use. */
  client_address: string;
  absolute_uri: string;
  protocol: string;
  body_length: number;
}

/** A mail as the mail server of the tests received it: apps/e2e/probe/mails.py. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

/** A new name for {@link Probe.setMark}. */
export function markName(): string {
  return `mark-${randomBytes(6).toString('hex')}`;
}

/** Client of the probe, the suite's own Django application behind Nginx. */
export class Probe {
  private readonly origin: string;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Send a request to the probe's `/echo…`; `rest` is the path and query after it. */
  async echo(rest = '', options: RequestOptions = {}): Promise<Echo> {
    const response = await send(this.origin, `${deployment.probe}/echo${rest}`, options);
    if (response.status !== 200) throw new Error(`The echo returned ${response.status}: ${response.text}`);
    return response.json<Echo>() as Echo;
  }

  /** Wait for a mail to an address, and return the latest one. */
  async mailTo(address: string): Promise<Mail> {
    for (;;) {
      const response = await send(this.origin, `${deployment.probe}/mail/${address}`);
      if (response.status === 200) return response.json<Mail>();
      await setTimeout(100);
    }
  }

  /** Wait for a mail to an address, and return the code in it. */
  async codeIn(address: string): Promise<string> {
    const { text, html } = await this.mailTo(address);
    const [code = 'no code'] = /[A-Z]{4}-[A-Z]{4}/.exec(text) ?? [];
    if (!html.includes(code)) throw new Error(`The parts of the mail differ: ${text} ${html}`);
    return code;
  }

  async setMark(name: string): Promise<void> {
    await send(this.origin, `${deployment.probe}/marks/${name}`, { method: 'POST' });
  }

  /** Whether a view set the mark, which proves that a request reached it. */
  async hasMark(name: string): Promise<boolean> {
    const response = await send(this.origin, `${deployment.probe}/marks/${name}`);
    return response.json<{ set: boolean }>().set;
  }
}
