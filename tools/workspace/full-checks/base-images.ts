import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { workspaceRoot } from '../checks/scratch.ts';

/** Which base images this machine uses, under names that a product does not change; nothing where they are the official ones. */
export function chosenImages(): Record<string, string> {
  const file = join(workspaceRoot, '.env.local');
  const choices = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const images = Object.entries(choices).filter(([name]) => /^[A-Z]+_IMAGE$/.test(name));
  return Object.fromEntries(images.map(([name, image = '']) => [name, image]));
}

/** PostgreSQL's image on this machine. Where the others are stand-ins it is one too, built when it is not here. */
export function postgresImage(): string {
  const { POSTGRES_IMAGE, ...others } = chosenImages();
  const chosen = process.env['POSTGRES_IMAGE'] ?? POSTGRES_IMAGE;
  if (chosen) return chosen;
  if (Object.values(others).some((image) => image.startsWith('stand-in/'))) {
    const builder = ['docker/base-images/build.mjs', 'POSTGRES_IMAGE'];
    const said = execFileSync(process.execPath, builder, { cwd: workspaceRoot, encoding: 'utf8' });
    return /^POSTGRES_IMAGE=(.+)$/m.exec(said)?.[1] ?? '';
  }
  const compose = readFileSync(join(workspaceRoot, 'docker/stack/compose.postgres.yaml'), 'utf8');
  return /\$\{POSTGRES_IMAGE:-([^}]+)\}/.exec(compose)?.[1] ?? '';
}
