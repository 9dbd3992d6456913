import { Stack, type StackState } from './stack.ts';
import { ASSERTION_TIMEOUT_MS } from './timeouts.ts';

const VARIABLE = 'APP_E2E_STACK';

/** Pass the running stack to Playwright's workers, which inherit the environment. */
export function shareStack(stack: Stack): void {
  process.env[VARIABLE] = JSON.stringify(stack.state);
}

/** The stack that the global setup started. Throws when BASE_URL names a deployment instead. */
export function sharedStack(): Stack {
  const state = process.env[VARIABLE];
  if (!state) throw new Error('This test needs its own stack: add `engine` to the needs of its row.');
  return new Stack(JSON.parse(state) as StackState);
}

/** Origin of the tested deployment, without a trailing slash. */
export function targetOrigin(): string {
  return new URL(process.env.BASE_URL ?? sharedStack().url).origin;
}

/**
 * Check BASE_URL once, instead of letting hundreds of tests time out.
 *
 * @throws Error that says what is wrong with the address
 */
export async function requireDeployment(address: string): Promise<void> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new Error(`BASE_URL is not a valid address: ${address}. Write it as https://app.example.com.`);
  }
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(ASSERTION_TIMEOUT_MS) });
  } catch (error) {
    throw new Error(`No response from ${address} (BASE_URL): ${reasonOf(error)}.`, { cause: error });
  }
}

/** The cause behind `fetch failed`. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message: string } };
  return cause?.code ?? cause?.message ?? message;
}
