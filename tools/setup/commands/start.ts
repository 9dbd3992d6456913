import { setTimeout as delay } from 'node:timers/promises';
import { port, setting } from '../settings.ts';
import { runOnTerminal, UserError } from '../shell.ts';
import { dataNotes, refusal, requirePlace } from '../stack.ts';

const TIMEOUT_SECONDS = 60;

/** `npm start`: builds both images, starts the stack and waits until it answers. */
export async function start(): Promise<number> {
  await requirePlace();
  for (const note of await dataNotes()) console.log(`! ${note}`);
  const url = setting('APP_PUBLIC_URL') ?? `http://localhost:${String(port('APP_PORT'))}`;
  if ((await runOnTerminal('nx', ['up', 'stack'])) !== 0) {
    const reason = (await refusal()) ?? 'Run `npx nx logs stack` for the output of the containers.';
    throw new UserError(`The stack did not start. ${reason}`);
  }
  await waitUntilServed();
  console.log(`\n${setting('APP_TITLE') ?? ''} is ready: ${url} (to stop it: npx nx down stack)`);
  return 0;
}

/**
 * Requests the API through Nginx. The containers' health checks do not cover this route. APP_PUBLIC_URL may not lead to this
 * machine yet, so the request goes to the published port.
 */
async function waitUntilServed(): Promise<void> {
  const host = (setting('APP_BIND') ?? '127.0.0.1').replace('0.0.0.0', '127.0.0.1');
  const readyz = `http://${host}:${String(port('APP_PORT'))}/api/readyz`;
  const end = Date.now() + TIMEOUT_SECONDS * 1000;
  let problem = '';
  while (Date.now() < end) {
    try {
      const response = await fetch(readyz, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      problem = `status ${String(response.status)}`;
    } catch (error) {
      problem = String(error);
    }
    await delay(200);
  }
  const seconds = String(TIMEOUT_SECONDS);
  throw new UserError(`${readyz} is not ready after ${seconds} s: ${problem}. Run \`npx nx logs stack\`.`);
}
