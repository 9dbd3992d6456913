import { expect } from './expect.ts';
import type { Stack } from './stack.ts';

/** One line of Nginx's access log, as the `log_format` of docker/nginx defines it. */
export interface AccessLine {
  /** ISO 8601 with the offset from UTC, whole seconds. */
  time: string;
  logger: string;
  request_id: string;
  trace_id: string;
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

/** The members of a line, in order. */
export const MEMBERS = [
  ...['time', 'logger', 'request_id', 'trace_id', 'client', 'peer', 'method', 'path', 'protocol', 'status'],
  ...[
    'bytes_received',
    'bytes_sent',
    'duration_seconds',
    'upstream',
    'upstream_status',
    'upstream_duration_seconds',
    'agent',
  ],
];

const MAX_CLOCK_SKEW_MS = 2_000;

/** The current time, minus the largest difference expected between this clock and the engine's. */
export function logStart(): Date {
  return new Date(Date.now() - MAX_CLOCK_SKEW_MS);
}

/** The unparsed access log lines since a moment. */
export async function rawAccessLines(stack: Stack, since: Date): Promise<string[]> {
  return (await stack.output('web', 'stdout', since)).split('\n').filter(Boolean);
}

/** Wait for the log line with this `X-Request-ID`. Nginx writes it after the response. */
export async function accessLine(stack: Stack, requestId: string | undefined, since: Date): Promise<AccessLine> {
  expect(requestId, 'the X-Request-ID of the response').toBeDefined();
  return lineContaining(stack, `"request_id":"${requestId}"`, since);
}

/** Wait up to 30 seconds for the log line of a path that no other test requests. */
export async function accessLineTo(stack: Stack, path: string, since: Date): Promise<AccessLine> {
  return lineContaining(stack, `"path":"${path}"`, since, 30_000);
}

async function lineContaining(stack: Stack, text: string, since: Date, timeout = 10_000): Promise<AccessLine> {
  let found: string | undefined;
  const find = async () => (found = (await rawAccessLines(stack, since)).find((line) => line.includes(text)));
  await expect.poll(find, { message: `a line with ${text}`, timeout }).toBeDefined();
  return JSON.parse(found ?? '') as AccessLine;
}
