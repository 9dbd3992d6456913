// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StandInError } from './run.mjs';

/**
 * @typedef {object} Mirror
 * @property {string} uri where Debian's archive is, as the machine's own apt entry says
 * @property {string} keyring the file whose keys the archive must be signed with
 */

const DEBIAN_KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const NEVER = /security|debug|backports/;

/**
 * Finds the Debian archive that this machine already uses, so that no host name has to be written into the repository.
 *
 * @param {{root?: string, override?: string | undefined}} [options] the folder that holds apt's `sources.list` and
 *   `sources.list.d`; the address of a mirror that the owner of the machine has named instead
 * @returns {Mirror}
 * @throws {StandInError} when no entry is Debian's, or its keyring is missing (an Ubuntu machine has neither by itself)
 */
export function debianMirror({ root = '/etc/apt', override = process.env['APP_DEBIAN_MIRROR'] } = {}) {
  const entry = override ? { uri: override, keyring: '' } : aptEntries(root).find(isDebian);
  if (!entry) {
    throw new StandInError(
      'No Debian mirror is among the apt sources of this machine: set APP_DEBIAN_MIRROR to the address of one.',
    );
  }
  const keyring = entry.keyring || DEBIAN_KEYRING;
  if (!existsSync(keyring)) {
    throw new StandInError(`${keyring} is missing: install it with \`apt-get install debian-archive-keyring\`.`);
  }
  return { uri: entry.uri.replace(/\/+$/, ''), keyring };
}

/**
 * Reads both of apt's formats: one line an entry (`*.list`) and paragraphs of fields (`*.sources`).
 *
 * @param {string} root
 * @returns {Mirror[]}
 */
function aptEntries(root) {
  const folder = join(root, 'sources.list.d');
  const parts = existsSync(folder) ? readdirSync(folder).sort() : [];
  const files = [join(root, 'sources.list'), ...parts.map((name) => join(folder, name))].filter(existsSync);
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.list')) return text.split('\n').flatMap(fromLine);
    return file.endsWith('.sources') ? text.split(/\n\s*\n/).flatMap(fromParagraph) : [];
  });
}

/** @param {string} line */
function fromLine(line) {
  const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+\S+/.exec(line);
  if (!match) return [];
  const signedBy = /signed-by=(\/\S+)/.exec(match[1] ?? '');
  return [{ uri: match[2] ?? '', keyring: signedBy?.[1] ?? '' }];
}

/** @param {string} paragraph */
function fromParagraph(paragraph) {
  /** @param {string} name */
  const field = (name) => new RegExp(`^${name}:[ \\t]*(\\S+)`, 'im').exec(paragraph)?.[1] ?? '';
  if (!/^Types:.*\bdeb\b/im.test(paragraph) || /^Enabled:\s*no/im.test(paragraph)) return [];
  const keyring = field('Signed-By');
  return [{ uri: field('URIs'), keyring: keyring.startsWith('/') ? keyring : '' }];
}

/** A mirror of Debian keeps it under a path of that name; `debian-security` and the like are other archives. @param {Mirror} entry */
function isDebian({ uri }) {
  return /^https?:/.test(uri) && /\/debian\/?$/.test(uri) && !NEVER.test(uri);
}
