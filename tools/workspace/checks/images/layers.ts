import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one layer of an image holds. */
export interface Layer {
  /**
   * A line for each entry: its kind and mode, owner, size and name. A file that Nginx serves has its time too, since that is
   * its ETag: docs/decisions/0005-etag-follows-content.md.
   */
  readonly entries: readonly string[];
  /** A hash of the files' bytes, one after the other. */
  readonly bytes: string;
}

/**
 * The layers that an image has above its base image, from the lowest.
 *
 * @param image in the engine
 * @param base the image that it was built on
 */
export function ownLayers(image: string, base: string): Layer[] {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    const archive = join(folder, 'image.tar');
    execFileSync('docker', ['save', '--output', archive, image]);
    execFileSync('tar', ['--extract', '--file', archive, '--directory', folder]);
    const [{ Layers: layers }] = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as [
      { Layers: string[] },
    ];
    return layers.slice(layerCount(base)).map((layer) => readLayer(join(folder, layer)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function layerCount(image: string): number {
  const format = '{{len .RootFS.Layers}}';
  return Number(execFileSync('docker', ['image', 'inspect', '--format', format, image], { encoding: 'utf8' }));
}

function readLayer(archive: string): Layer {
  const options = { maxBuffer: 2 ** 30 };
  const listed = execFileSync(
    'tar',
    ['--list', '--verbose', '--full-time', '--utc', '--numeric-owner', '--file', archive],
    options,
  );
  const content = execFileSync('tar', ['--extract', '--to-stdout', '--file', archive], options);
  return {
    entries: listed.toString().trimEnd().split('\n').map(withoutBuildTime),
    bytes: createHash('sha256').update(content).digest('hex'),
  };
}

/** `-rw-r--r-- 0/0  12 2026-11-23 06:12:59 etc/nginx/nginx.conf`: when it was built is no part of what it is. */
function withoutBuildTime(line: string): string {
  if (/^-.* srv\/web\//.test(line)) return line;
  return line.replace(/^(\S+\s+\S+\s+\S+)\s+\d{4}-\d\d-\d\d \d\d:\d\d:\d\d /, '$1 ');
}
