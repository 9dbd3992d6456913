import { PATIENCE_MS } from './patience.ts';
import { Stack, type StackState } from './stack.ts';

const VARIABLE = 'APP_E2E_STACK';

/** Hand the running stack to Playwright's workers, which inherit the environment. */
export function shareStack(stack: Stack): void {
  process.env[VARIABLE] = JSON.stringify(stack.state);
}

/** The stack that the global setup started. Fails when BASE_URL names a deployment instead. */
export function sharedStack(): Stack {
  const state = process.env[VARIABLE];
  if (!state) throw new Error('This test needs a stack of its own: its row needs `engine`.');
  return new Stack(JSON.parse(state) as StackState);
}

/** Origin of what is tested, without a slash at its end. */
export function targetOrigin(): string {
  return new URL(process.env.BASE_URL ?? sharedStack().url).origin;
}

/**
 * See that BASE_URL leads somewhere: hundreds of tests would each wait for what is not there.
 *
 * @param address as somebody typed it
 * @throws Error in a sentence
 */
export async function requireDeployment(address: string): Promise<void> {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    throw new Error(`BASE_URL is no address of a deployment: ${address}. Write it as https://notes.example.`);
  }
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    throw new Error(`Nothing answers at ${address}, which BASE_URL names: ${reasonOf(error)}.`, { cause: error });
  }
}

/** What stands behind `fetch failed`. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message: string } };
  return cause?.code ?? cause?.message ?? message;
}
