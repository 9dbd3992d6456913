import { randomBytes } from 'node:crypto';
import { deployment } from '../contract/deployment.ts';
import type { HttpResponse } from './http.ts';
import { connected, requestText, type RawConnection } from './raw-http.ts';

export interface FollowUpResult {
  /** The response to the bytes themselves. */
  first: HttpResponse;
  /**
   * `closed` after the response, or the next request got its own response. Anything else means that client and server
   * disagree about where a request ends (RFC 9112, 11.2).
   */
  connection: 'closed' | 'next answered' | 'out of sync';
}

/** Both safe states of a connection after a malformed request. */
export const IN_SYNC = /^(closed|next answered)$/;

interface FollowUp {
  bytes: string;
  isAnsweredBy: (response: HttpResponse) => boolean;
}

/**
 * Send bytes and, directly behind them on the same connection, a valid request. If the server leaves bytes of the first
 * request unread, it reads them as the beginning of the second.
 */
export async function sendWithFollowUp(origin: string, bytes: string, method?: string): Promise<FollowUpResult> {
  return connected(origin, async (connection) => {
    const next = followUpTo(origin);
    connection.send(Buffer.from(bytes + next.bytes, 'latin1'));
    const first = await connection.read(method);
    return { first, connection: await stateOf(connection, next) };
  });
}

async function stateOf(connection: RawConnection, next: FollowUp): Promise<FollowUpResult['connection']> {
  const second = await connection.readUnlessClosed();
  if (!second) return 'closed';
  const rest = await connection.closed();
  return next.isAnsweredBy(second) && rest.length === 0 ? 'next answered' : 'out of sync';
}

/** A request with a recognizable response. It closes the connection, so that everything received can be read. */
function followUpTo(origin: string): FollowUp {
  const headers = ['Connection: close'];
  if (!deployment.probe) {
    const { page, marker } = deployment.app;
    const isAnsweredBy = (response: HttpResponse) => response.status === 200 && response.text.includes(marker);
    return { bytes: requestText(origin, { target: page, headers }), isAnsweredBy };
  }
  const target = `${deployment.probe}/echo/${randomBytes(6).toString('hex')}`;
  const isAnsweredBy = (response: HttpResponse) => response.status === 200 && response.json().raw_uri === target;
  return { bytes: requestText(origin, { target, headers }), isAnsweredBy };
}
