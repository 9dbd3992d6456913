// @ts-check
import { Trouble } from '../host/trouble.mjs';

const STEP = /^(?:patch|minor|major|\d+\.\d+\.\d+(?:-[\w.]+)?)$/;

/**
 * What Nx is told of the command line. Nx itself takes a word that it does not know for a version, or for nothing.
 *
 * @param {string[]} words the command line after `npm run release --`
 * @returns {string[]}
 * @throws {Trouble} at a word that means nothing
 */
export function nxArguments(words) {
  const known = words.filter((word) => word !== '--yes');
  const unknown = known.find((word) => word !== '--dry-run' && !STEP.test(word));
  if (unknown !== undefined || known.filter((word) => STEP.test(word)).length > 1) {
    throw new Trouble(
      unknown === undefined ? 'A release has one version.' : `\`${unknown}\` is no version.`,
      'Say patch, minor, major or a version such as 1.2.0, and --dry-run to see what would be done.',
    );
  }
  return known;
}
