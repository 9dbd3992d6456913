// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { visitNotIgnoredFiles } from '@nx/devkit';
import { edit, textOf } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */

/** A product starts here, whatever the template's version is. */
export const FIRST = '0.1.0';

/**
 * Gives everything the first version, wherever a release would write one.
 *
 * @param {Tree} tree whose files are on the disk too: the list of places is a module of theirs
 */
export async function startVersions(tree) {
  const { version } = JSON.parse(textOf(tree, 'package.json'));
  if (version === FIRST) return;
  const list = join(tree.root, 'tools/workspace/src/release/places.mjs');
  const { PLACES } = await import(pathToFileURL(list).href);
  for (const { file, version: place } of Object.values(PLACES).flat()) edit(tree, file, place, FIRST);

  visitNotIgnoredFiles(tree, '.', (path) => {
    if (/(?:^|\/)package(?:-lock)?\.json$/.test(path)) {
      const quoted = JSON.stringify(version);
      const own = new RegExp(
        `("@tandem/[\\w-]+": )${quoted}|("name": "@tandem/[\\w-]+",\\n\\s+"version": )${quoted}`,
        'g',
      );
      tree.write(
        path,
        textOf(tree, path).replace(own, (_, asked, named) => `${asked ?? named}"${FIRST}"`),
      );
    }
  });
}
