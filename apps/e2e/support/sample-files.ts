import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deployment } from '../contract/deployment.ts';

/** Where the suite's own stack serves one small file of each kind, among the app's files and in all folders of files. */
export const SAMPLE_FOLDER = '/probe-files';

/** Of these there is a second one that takes the place of the file in brotli, and holds this word. */
export const CODED_SAMPLES = ['sample', 'sample.txt', 'sample.unheard-of'];
export const CODED_CONTENT = 'br\n';

/** Further names, each of which tells a careless pattern from a right one: a hash, a place that looks like another. */
export const SAMPLE_NAMES = {
  hashed: 'sample.0123456789ab.txt',
  hashedWithoutExtension: 'sample.0123456789ab',
  almostHashed: [
    'sample.0123456789a.txt',
    'sample.0123456789abc.txt',
    'sample.0123456789ag.txt',
    'sample-0123456789ab.txt',
  ],
  inHashedFolder: 'sample.0123456789ab.d/sample.txt',
  lookalikes: [
    'identity/assets/sample.txt',
    'br/assets/sample.txt',
    'gzip/assets/sample.txt',
    'assets/sample.txt',
    'identity/static/sample.0123456789ab.txt',
    'br/static/sample.0123456789ab.txt',
    'gzip/static/sample.0123456789ab.txt',
  ],
} as const;

/**
 * Write one file of each extension that a deployment may serve, and one that nobody knows; each holds its own name.
 *
 * @returns the folders, which support/compose.probe.yaml mounts among the app's files
 */
export async function writeSampleFiles(parent: string): Promise<{ plain: string; coded: string }> {
  const folder = join(parent, 'files');
  // Nginx's user is not the one that runs the suite.
  await mkdir(folder, { mode: 0o755 });
  const byExtension = [...deployment.files.extensions, 'unheard-of'].map((extension) => `sample.${extension}`);
  for (const name of [...byExtension, 'sample', ...Object.values(SAMPLE_NAMES).flat()]) {
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o755 });
    await writeFile(join(folder, name), `${name}\n`, { mode: 0o644 });
  }
  const coded = join(parent, 'coded-files');
  await mkdir(coded, { mode: 0o755 });
  for (const name of CODED_SAMPLES) await writeFile(join(coded, name), CODED_CONTENT, { mode: 0o644 });
  return { plain: folder, coded };
}
