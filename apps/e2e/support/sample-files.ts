import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deployment } from '../contract/deployment.ts';

/** Where the suite's own stack serves one small file of each type, in the app's root and in each folder of static files. */
export const SAMPLE_FOLDER = '/probe-files';

/** These also exist in brotli, with this content. */
export const CODED_SAMPLES = ['sample', 'sample.txt', 'sample.unknown'];
export const CODED_CONTENT = 'br\n';

/** Names that only an exact pattern for hashed files classifies correctly. */
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
  lookalikes: ['identity/assets/sample.txt', 'assets/sample.txt', 'identity/static/sample.0123456789ab.txt'],
} as const;

/**
 * Write one file of each extension that the deployment serves, and one of an unknown extension. Each contains its own name.
 *
 * @returns the folders that support/compose.probe.yaml mounts
 */
export async function writeSampleFiles(parent: string): Promise<{ plain: string; coded: string }> {
  const folder = join(parent, 'files');
  // Readable by Nginx's user, which is not the one that runs the suite.
  await mkdir(folder, { mode: 0o755 });
  const byExtension = [...deployment.files.extensions, 'unknown'].map((extension) => `sample.${extension}`);
  for (const name of [...byExtension, 'sample', ...Object.values(SAMPLE_NAMES).flat()]) {
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o755 });
    await writeFile(join(folder, name), `${name}\n`, { mode: 0o644 });
  }
  const coded = join(parent, 'coded-files');
  await mkdir(coded, { mode: 0o755 });
  for (const name of CODED_SAMPLES) await writeFile(join(coded, name), CODED_CONTENT, { mode: 0o644 });
  return { plain: folder, coded };
}
