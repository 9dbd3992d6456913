// @ts-check
import { createHash, timingSafeEqual } from 'node:crypto';

/** @typedef {'none' | 'read' | 'write'} Access what the bearer of a token may do; who may write may read */

/**
 * Judges `Authorization: Bearer …` headers.
 *
 * Digests are compared, not tokens: they have one length, and the time that the comparison takes says nothing of where
 * a guess goes wrong.
 *
 * @param {{read: string, write: string}} tokens
 * @returns {(header: string | undefined) => Access}
 */
export function judgeOf(tokens) {
  const read = digest(tokens.read);
  const write = digest(tokens.write);
  return (header) => {
    const given = digest(/^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? '');
    const mayRead = timingSafeEqual(given, read);
    const mayWrite = timingSafeEqual(given, write);
    return mayWrite ? 'write' : mayRead ? 'read' : 'none';
  };
}

/** @param {string} text */
function digest(text) {
  return createHash('sha256').update(text).digest();
}
