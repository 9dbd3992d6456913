// @ts-check
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** @import { FileHandle } from 'node:fs/promises' */
/** @import { Readable } from 'node:stream' */

/** Uploads under way lie beside the entries, on the same file system; no hash begins with a dot. */
const UPLOAD = '.upload-';
const DAY = 86_400_000;
/** Down to this share of the limit, so that not each new entry has to make room for itself. */
const AFTER_EVICTION = 0.9;

/** What the file system says when there is no room: none on the disk, none in the quota, none in a file. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** An entry of this name is there already, and stays as it is. */
export class Exists extends Error {}
/** The upload has more bytes than an entry may have. */
export class TooLarge extends Error {}
/** The disk is full. What was used longest ago is being removed, so a later try may succeed. */
export class NoRoom extends Error {}

/**
 * @typedef {object} Limits
 * @property {number} maxEntryBytes
 * @property {number} maxBytes
 * @property {number} maxAgeDays
 */

/**
 * Entries as files of one folder, each written once and never changed.
 *
 * One process serves a folder: at its start it removes what uploads of an earlier one have left.
 */
export class Store {
  #folder;
  #limits;
  /** Bytes of all entries, as of the last look at the folder plus what came since. */
  #bytes = 0;
  /** @type {Promise<void>} evictions, one after another */
  #eviction = Promise.resolve();
  /** Whether the last upload found no room on the disk. */
  isFull = false;

  /**
   * @param {string} folder
   * @param {Limits} limits
   */
  constructor(folder, limits) {
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Makes the folder, removes unfinished uploads, and evicts. */
  async start() {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.#folder)) {
      if (name.startsWith(UPLOAD)) await rm(join(this.#folder, name));
    }
    await this.evict();
  }

  /**
   * Opens an entry for reading, and notes that it was used.
   *
   * @param {string} hash
   * @returns {Promise<{file: FileHandle, size: number} | undefined>} nothing if there is no such entry; who gets a
   *   file closes it
   */
  async read(hash) {
    const path = join(this.#folder, hash);
    let file;
    try {
      file = await open(path, 'r');
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
    const { size } = await file.stat();
    const now = new Date();
    // What cannot be noted on a full or read-only disk can still be read.
    await utimes(path, now, now).catch(() => {});
    return { file, size };
  }

  /** @param {string} hash */
  async has(hash) {
    return (await stat(join(this.#folder, hash)).catch(() => undefined)) !== undefined;
  }

  /**
   * Keeps what comes as a new entry. Nobody sees it before its last byte is on the disk, and nothing is left of it when
   * that fails.
   *
   * @param {string} hash
   * @param {Readable} body
   * @returns {Promise<number>} its size in bytes
   * @throws {Exists} if another upload was there first
   * @throws {TooLarge}
   * @throws {NoRoom}
   * @throws {Error} what the stream or the file system says
   */
  async write(hash, body) {
    const upload = join(this.#folder, `${UPLOAD}${randomUUID()}`);
    try {
      const size = await this.#receive(upload, body);
      // Unlike a rename, a link never takes the place of what is there.
      await link(upload, join(this.#folder, hash)).catch((error) => {
        throw hasCode(error, 'EEXIST') ? new Exists(hash) : error;
      });
      await syncFolder(this.#folder);
      this.#bytes += size;
      this.isFull = false;
      if (this.#bytes > this.#limits.maxBytes) this.#evictSoon(this.#limits.maxBytes);
      return size;
    } catch (error) {
      if (!NO_ROOM.some((code) => hasCode(error, code))) throw error;
      this.isFull = true;
      this.#evictSoon(this.#bytes - 1);
      throw new NoRoom(hash, { cause: error });
    } finally {
      await rm(upload, { force: true });
    }
  }

  /**
   * @param {string} path
   * @param {Readable} body
   * @returns {Promise<number>}
   */
  async #receive(path, body) {
    const file = await open(path, 'wx', 0o600);
    try {
      let size = 0;
      // The stream outlives a failure: there is an answer to give on its connection.
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        size += chunk.length;
        if (size > this.#limits.maxEntryBytes) throw new TooLarge();
        await file.writeFile(chunk);
      }
      await file.sync();
      return size;
    } finally {
      await file.close();
    }
  }

  /**
   * Removes what nobody has used for too long, then what was used longest ago, until the rest fits.
   *
   * @param {number} [maxBytes]
   * @returns {Promise<void>} when this and every eviction before it is done
   */
  evict(maxBytes = this.#limits.maxBytes) {
    this.#eviction = this.#eviction.catch(() => {}).then(() => this.#evict(maxBytes));
    return this.#eviction;
  }

  /** No upload waits for an eviction, and none fails with it: the next one comes. @param {number} maxBytes */
  #evictSoon(maxBytes) {
    this.evict(maxBytes).catch(() => {});
  }

  /** @param {number} maxBytes */
  async #evict(maxBytes) {
    const entries = await this.#entries();
    const tooOld = Date.now() - this.#limits.maxAgeDays * DAY;
    let bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const goal = bytes > maxBytes ? maxBytes * AFTER_EVICTION : bytes;
    for (const { path, size, used } of entries.sort((a, b) => a.used - b.used)) {
      if (used >= tooOld && bytes <= goal) break;
      await rm(path, { force: true });
      bytes -= size;
    }
    this.#bytes = bytes;
  }

  async #entries() {
    const names = (await readdir(this.#folder)).filter((name) => !name.startsWith('.'));
    const found = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        const file = await stat(path).catch(() => undefined);
        return file?.isFile() ? [{ path, size: file.size, used: file.mtimeMs }] : [];
      }),
    );
    return found.flat();
  }
}

/** After a power failure, a file is there for certain only if its folder was written too. @param {string} folder */
async function syncFolder(folder) {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
