import { execFileSync } from 'node:child_process';
import { workspaceRoot } from '../checks/scratch.ts';

/** The base images that this machine uses instead of the official ones, by build argument. */
export function baseImages(): Record<string, string> {
  // Nx loads .env.local, where setup saves them.
  const images = Object.entries(process.env).filter(([name]) => /^(?:NGINX|NODE|PYTHON)_IMAGE$/.test(name));
  return Object.fromEntries(images.map(([name, image = '']) => [name, image]));
}

/** The PostgreSQL image. Builds the local one if the other images are local too; undefined is the official one. */
export function postgresImage(): string | undefined {
  const chosen = process.env['POSTGRES_IMAGE'];
  if (chosen !== undefined) return chosen;
  if (!Object.values(baseImages()).some((image) => image.startsWith('local/'))) return undefined;
  const build = ['docker/base-images/build.ts', 'POSTGRES_IMAGE'];
  const output = execFileSync(process.execPath, build, { cwd: workspaceRoot, encoding: 'utf8' });
  return /^POSTGRES_IMAGE=(.+)$/m.exec(output)?.[1];
}
