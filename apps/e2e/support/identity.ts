import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { WORKSPACE_ROOT } from './paths.ts';

// Nx loads the root .env into its tasks. It is read here too, so that plain `npx playwright test` works.
const variables = { ...parseEnv(readFileSync(join(WORKSPACE_ROOT, '.env'), 'utf8')), ...process.env };

/** The product's short name: prefix of the images and of the cookies. */
export const APP_NAME = variables.APP_NAME ?? 'app';
/** The product's display name. */
export const APP_TITLE = variables.APP_TITLE ?? APP_NAME;
/** The tag of both images. `nx run-many -t docker-build` builds `local`. */
export const IMAGE_TAG = variables.APP_TAG ?? 'local';

/** The database of the stacks: `sqlite` or `postgres`. */
export const APP_DATABASE = variables.APP_DATABASE;

export const SESSION_COOKIE = `${APP_NAME}-session`;
export const CSRF_COOKIE = `${APP_NAME}-csrf`;

/** The name of one of the two images. `APP_IMAGES` names another registry, as in compose.yaml. */
export function imageName(service: 'web' | 'api', tag = IMAGE_TAG): string {
  return `${variables.APP_IMAGES ?? APP_NAME}/${service}:${tag}`;
}
