import { Stack, type StackState } from './stack';

const VARIABLE = 'TANDEM_E2E_STACK';

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
