import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Service {
  command?: string[] | null;
  restart?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  secrets?: { target: string }[];
  shm_size?: string;
  stop_grace_period?: string;
  tmpfs?: string[];
  volumes?: { target: string }[];
}

export const BASE = join(import.meta.dirname, 'compose.yaml');

/** The services of a stack as Compose reads them. */
export function servicesOf(files: string[], environment: Record<string, string> = {}): [string, Service][] {
  const args = ['compose', ...files.flatMap((file) => ['--file', file]), 'config', '--format', 'json'];
  const { PATH = '', HOME = '' } = process.env;
  const json = execFileSync('docker', args, { encoding: 'utf8', env: { PATH, HOME, ...environment } });
  return Object.entries((JSON.parse(json) as { services: Record<string, Service> }).services);
}
