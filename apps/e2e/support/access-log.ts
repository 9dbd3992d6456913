import { expect } from './expect.ts';
import type { Stack } from './stack.ts';

/** One line of Nginx's access log: docker/nginx/conf/http/logging.conf. */
export interface AccessLine {
  /** ISO 8601 with the offset from UTC, whole seconds. */
  time: string;
  logger: string;
  request_id: string;
  client: string;
  peer: string;
  method: string;
  path: string;
  protocol: string;
  status: number;
  bytes_received: number;
  bytes_sent: number;
  duration_seconds: number;
  upstream: string;
  upstream_status: string;
  upstream_duration_seconds: string;
  agent: string;
}

/** The members of a line, in their order. */
export const MEMBERS = [
  ...['time', 'logger', 'request_id', 'client', 'peer', 'method', 'path', 'protocol', 'status', 'bytes_received'],
  ...['bytes_sent', 'duration_seconds', 'upstream', 'upstream_status', 'upstream_duration_seconds', 'agent'],
];

/** Milliseconds by which the engine's clock may be behind. */
const CLOCKS_DIFFER = 2_000;

/** A moment from which on nothing is missed. */
export function now(): Date {
  return new Date(Date.now() - CLOCKS_DIFFER);
}

/** Nginx's lines as they are, since a moment. */
export async function rawAccessLines(stack: Stack, since: Date): Promise<string[]> {
  return (await stack.output('web', 'stdout', since)).split('\n').filter(Boolean);
}

/** Nginx's line for a request, by the answer's `X-Request-ID`; waits for it, since it is written after the answer. */
export async function accessLine(stack: Stack, requestId: string | undefined, since: Date): Promise<AccessLine> {
  expect(requestId, 'the answer’s X-Request-ID').toBeDefined();
  return lineWith(stack, `"request_id":"${requestId}"`, since);
}

/** Nginx's line for a path that nobody else asks for; waits for it, up to half a minute. */
export async function accessLineTo(stack: Stack, path: string, since: Date): Promise<AccessLine> {
  return lineWith(stack, `"path":"${path}"`, since, 30_000);
}

async function lineWith(stack: Stack, text: string, since: Date, timeout = 10_000): Promise<AccessLine> {
  let found: string | undefined;
  const find = async () => (found = (await rawAccessLines(stack, since)).find((line) => line.includes(text)));
  await expect.poll(find, { message: `a line with ${text}`, timeout }).toBeDefined();
  return JSON.parse(found ?? '') as AccessLine;
}
