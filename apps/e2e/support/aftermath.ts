import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import type { Answer } from './http.ts';
import { connected, type RawConnection } from './raw-http.ts';
import { requestText } from './raw-request.ts';

export interface Aftermath {
  /** The answer to the bytes themselves. */
  first: Answer;
  /**
   * `closed` after the answer, or the next request was answered as itself. Both are sane. Anything else says that what was
   * one request to the client was another number of them to the server (RFC 9112, 11.2).
   */
  connection: 'closed' | 'next answered' | 'out of step';
}

/** The two ways in which a connection may go on after a request, whatever was wrong with it. */
export const SANE = /^(closed|next answered)$/;

interface Follower {
  bytes: string;
  isAnsweredBy: (answer: Answer) => boolean;
}

/**
 * Send bytes and, right behind them on the same connection, a good request: whatever the server leaves unread of the first
 * is read as the beginning of the second.
 */
export async function aftermath(origin: string, bytes: string, method?: string): Promise<Aftermath> {
  return connected(origin, async (connection) => {
    const next = follower(origin);
    connection.send(Buffer.from(bytes + next.bytes, 'latin1'));
    const first = await connection.read(method);
    return { first, connection: await stateOf(connection, next) };
  });
}

async function stateOf(connection: RawConnection, next: Follower): Promise<Aftermath['connection']> {
  const second = await connection.readUnlessClosed();
  if (!second) return 'closed';
  const rest = await connection.closed();
  return next.isAnsweredBy(second) && rest.length === 0 ? 'next answered' : 'out of step';
}

/** A request whose answer nothing else has; it asks for the end, so that everything that came can be read. */
function follower(origin: string): Follower {
  const headers = ['Connection: close'];
  if (!deployment.probe) {
    const { page, marker } = deployment.app;
    const isAnsweredBy = (answer: Answer) => answer.status === 200 && answer.text.includes(marker);
    return { bytes: requestText(origin, { target: page, headers }), isAnsweredBy };
  }
  const target = `${deployment.probe}/echo/${randomBytes(6).toString('hex')}`;
  const isAnsweredBy = (answer: Answer) => answer.status === 200 && answer.json().raw_uri === target;
  return { bytes: requestText(origin, { target, headers }), isAnsweredBy };
}
