import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import { ask, type AskOptions } from './http.ts';

/** The request as Django received it: apps/e2e/probe/echo.py. */
export interface Echo {
  method: string;
  /** The request line's target, before anybody decoded it. */
  raw_uri: string;
  path: string;
  raw_query: string;
  query: Record<string, string[]>;
  headers: Record<string, string>;
  scheme: string;
  secure: boolean;
  host: string;
  /** The client, as sign-in's rate limits count it. */
  client_address: string;
  absolute_uri: string;
  protocol: string;
  body_length: number;
}

/** A new name for {@link Probe.mark}. */
export function markName(): string {
  return `mark-${randomBytes(6).toString('hex')}`;
}

/** The suite's own application behind Nginx. */
export class Probe {
  constructor(private readonly origin: string) {}

  /** Have Django describe a request to the probe's `/echo…`; `rest` is a path and query that follow it. */
  async echo(rest = '', options: AskOptions = {}): Promise<Echo> {
    const answer = await ask(this.origin, `${deployment.probe}/echo${rest}`, options);
    if (answer.status !== 200) throw new Error(`The echo answered ${answer.status}: ${answer.text}`);
    return answer.json<Echo>() as Echo;
  }

  async leaveMark(name: string): Promise<void> {
    await ask(this.origin, `${deployment.probe}/marks/${name}`, { method: 'POST' });
  }

  /** Whether a view left the mark, which shows that a request reached it. */
  async hasMark(name: string): Promise<boolean> {
    const answer = await ask(this.origin, `${deployment.probe}/marks/${name}`);
    return answer.json<{ left: boolean }>().left;
  }
}
