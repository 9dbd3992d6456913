// @ts-check

/**
 * @typedef {object} System
 * @property {string} id `debian`, `ubuntu`, …; the kernel's name where there is no os-release
 * @property {string} version `12`, `24.04`; empty for a rolling release
 * @property {string} codename `bookworm`; empty where there is none
 * @property {string} name for people
 */

/** @import { ReadHost } from './host.mjs' */

/**
 * @param {ReadHost} host
 * @returns {System}
 * @see {@link https://www.freedesktop.org/software/systemd/man/latest/os-release.html}
 */
export function readSystem(host) {
  const text = host.read('/etc/os-release') ?? '';
  /** @param {string} key */
  const value = (key) => new RegExp(`^${key}=["']?([^"'\n]*)`, 'm').exec(text)?.[1] ?? '';
  const id = value('ID') || host.platform;
  return {
    id,
    version: value('VERSION_ID'),
    codename: value('VERSION_CODENAME'),
    name: value('PRETTY_NAME') || id,
  };
}
