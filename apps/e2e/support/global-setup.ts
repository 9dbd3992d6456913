import { rm } from 'node:fs/promises';
import { docker } from './command.ts';
import { SCREENS } from './paths.ts';
import { claimRun, sweep, sweepAtExit } from './run-name.ts';
import { IMAGE_TAG, Stack } from './stack.ts';
import { requireDeployment, shareStack } from './target.ts';

/**
 * Start the stack that all projects but `faults` use, unless BASE_URL names a deployment.
 *
 * @returns what Playwright calls at the end, after Ctrl-C too
 * @throws Error in a sentence when there is nothing to test
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  await rm(SCREENS, { recursive: true, force: true });
  const deployment = process.env.BASE_URL;
  if (deployment) {
    await requireDeployment(deployment);
    return undefined;
  }

  // Nx ends its tasks with SIGTERM. Playwright only knows Ctrl-C, and then leaves in order.
  process.once('SIGTERM', () => process.emit('SIGINT'));
  await requireImages(`tandem/web:${IMAGE_TAG}`, `tandem/api:${IMAGE_TAG}`);
  await sweep('crashed');
  claimRun();
  const stack = await Stack.create('main');
  let isDown = false;
  const takeDown = async () => {
    await stack.down();
    isDown = true;
  };
  // Playwright waits for nothing when it is interrupted before this function has returned.
  process.once('exit', () => isDown || sweepAtExit(stack.state.project));
  try {
    await stack.up();
  } catch (error) {
    await takeDown();
    throw error;
  }
  shareStack(stack);
  return async () => {
    await takeDown();
    await sweep('mine');
  };
}

async function requireImages(...images: string[]): Promise<void> {
  try {
    await docker(['image', 'inspect', '--format', '{{.Id}}', ...images]);
  } catch (error) {
    throw new Error(
      `End-to-end tests need a container engine and the images ${images.join(' and ')}. ` +
        'Build them with: npx nx run-many -t docker-build',
      { cause: error },
    );
  }
}
