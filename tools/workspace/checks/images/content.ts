import { execFileSync } from 'node:child_process';
import type { Scratch } from '../scratch';
import { type Layer, ownLayers } from './layers';

/** By the image's name, the variable of the bake file that names what it is built on. */
const BASES = { web: 'NGINX_IMAGE', api: 'PYTHON_IMAGE' } as const;

/** What an image is, whenever it was built: its id holds the times of its files as well. */
export interface Content {
  /** What starts in it, as whom, with which variables: as the engine says it. */
  readonly config: unknown;
  /** Those above the base image. */
  readonly layers: readonly Layer[];
}

/**
 * Reads an image of this workspace.
 *
 * @param scratch where it was built
 * @param image a name or an id in the engine
 */
export function contentOf(scratch: Scratch, kind: keyof typeof BASES, image: string): Content {
  const inspect = ['image', 'inspect', '--format', '{{json .Config}}', image];
  return {
    config: JSON.parse(execFileSync('docker', inspect, { encoding: 'utf8' })),
    layers: ownLayers(image, baseImage(scratch, BASES[kind])),
  };
}

/** What the bake file makes an image of on this machine: the variable's choice here, or its default. */
function baseImage(scratch: Scratch, variable: string): string {
  const bake = JSON.parse(
    scratch.run('docker', 'buildx', 'bake', '--file', 'docker/docker-bake.hcl', '--print', 'default'),
  ) as { target: Record<string, { args: Record<string, string> }> };
  return bake.target['web-from-clone']?.args[variable] ?? '';
}
