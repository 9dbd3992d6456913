import { rm } from 'node:fs/promises';
import { docker } from './command.ts';
import { claimRun, removeProjectAtExit, removeProjects } from './compose-project.ts';
import { imageName } from './identity.ts';
import { SCREENS } from './paths.ts';
import { addProvider } from './provider.ts';
import { Stack } from './stack.ts';
import { requireDeployment, shareStack } from './target.ts';

/**
 * Start the stack that all projects except `faults` use, unless BASE_URL names a deployment.
 *
 * @returns the teardown, which Playwright also calls after Ctrl-C
 * @throws Error when there is nothing to test
 */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  await rm(SCREENS, { recursive: true, force: true });
  const deployment = process.env.BASE_URL;
  if (deployment) {
    await requireDeployment(deployment);
    return undefined;
  }

  // Nx stops its tasks with SIGTERM. Playwright shuts down in order on SIGINT only.
  process.once('SIGTERM', () => process.emit('SIGINT'));
  await requireImages(imageName('web'), imageName('api'));
  await removeProjects('crashed');
  claimRun();
  const stack = await Stack.create('main', { environment: { APP_SMTP_URL: 'smtp://mail:2525' } });
  await addProvider(stack);
  let isDown = false;
  const takeDown = async () => {
    await stack.down();
    isDown = true;
  };
  // When Playwright is interrupted before this function returns, it calls no teardown.
  process.once('exit', () => isDown || removeProjectAtExit(stack.state.project));
  try {
    await stack.up('worker', 'mail', 'provider');
  } catch (error) {
    await takeDown();
    throw error;
  }
  shareStack(stack);
  return async () => {
    await takeDown();
    await removeProjects('mine');
  };
}

async function requireImages(...images: string[]): Promise<void> {
  try {
    await docker(['image', 'inspect', '--format', '{{.Id}}', ...images]);
  } catch (error) {
    throw new Error(
      `End-to-end tests need a running Docker engine and the images ${images.join(' and ')}. ` +
        'Build them with: npx nx run-many -t docker-build',
      { cause: error },
    );
  }
}
