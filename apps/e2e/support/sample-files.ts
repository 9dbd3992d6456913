import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deployment } from '../contract/deployment';

/** Where the suite's own stack serves one small file of each kind. */
export const SAMPLE_FOLDER = '/probe-files';

/**
 * Write one file of each extension that a deployment may serve, and one that nobody knows; each holds its own name.
 *
 * @returns the folder, which support/compose.probe.yaml mounts among the app's files
 */
export async function writeSampleFiles(parent: string): Promise<string> {
  const folder = join(parent, 'files');
  // Nginx's user is not the one that runs the suite.
  await mkdir(folder, { mode: 0o755 });
  for (const extension of [...deployment.files.extensions, 'unheard-of']) {
    await writeFile(join(folder, `sample.${extension}`), `sample.${extension}\n`, { mode: 0o644 });
  }
  return folder;
}
