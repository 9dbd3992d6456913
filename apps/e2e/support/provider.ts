import { join } from 'node:path';
import { baseImage } from './base-image.ts';
import { freePort } from './free-port.ts';
import { E2E_ROOT, WORKSPACE_ROOT } from './paths.ts';
import type { Stack } from './stack.ts';

/** Add the sign-in provider of apps/e2e/provider to a stack. */
export async function addProvider({ state }: Stack): Promise<void> {
  const port = await freePort();
  state.files.push(join(E2E_ROOT, 'provider/compose.yaml'));
  Object.assign(state.environment, {
    ...(await baseImage('NODE_IMAGE')),
    APP_OIDC_URL: `http://provider.localhost:${port}`,
    APP_OIDC_NAME: 'Example',
    APP_OIDC_CLIENT_ID: 'app',
    APP_OIDC_CLIENT_SECRET_FILE: state.environment.APP_E2E_SECRET,
    APP_E2E_PROVIDER: join(E2E_ROOT, 'provider/main.ts'),
    APP_E2E_PROVIDER_PORT: String(port),
    APP_E2E_NODE_MODULES: join(WORKSPACE_ROOT, 'node_modules'),
  });
}
