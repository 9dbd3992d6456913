import { join } from 'node:path';
import { run } from './command.ts';
import { WORKSPACE_ROOT } from './paths.ts';

/** The variable of a base image. Builds the local image if the others are local; no variable means the official image. */
export async function baseImage(
  variable: 'CERTBOT_IMAGE' | 'NODE_IMAGE' | 'POSTGRES_IMAGE',
): Promise<Record<string, string>> {
  const { [variable]: chosen, NGINX_IMAGE = '' } = process.env;
  if (chosen) return { [variable]: chosen };
  if (!NGINX_IMAGE.startsWith('local/')) return {};
  const output = await run('node', [join(WORKSPACE_ROOT, 'docker/base-images/build.ts'), variable]);
  return { [variable]: new RegExp(`^${variable}=(.+)$`, 'm').exec(output)?.[1] ?? '' };
}
