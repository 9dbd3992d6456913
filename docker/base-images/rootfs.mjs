// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, existsSync, writeFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asRoot, run, runAsRoot } from './run.mjs';

/** @import { Mirror } from './mirror.mjs' */

// Forky is the first Debian with the releases that the official images have: Nginx 1.30, Python 3.14, Node 24.
const SUITE = 'forky';
// An older debootstrap does not know forky by name; the script of sid is the one that every later suite uses.
const SCRIPT = '/usr/share/debootstrap/scripts/sid';
const SYSTEM_CA = '/etc/ssl/certs/ca-certificates.crt';
const CA_IN_IMAGE = '/etc/ssl/host-ca-bundle.crt';

// A mirror may be a snapshot whose release file is past its date.
const APT_CONF = `Acquire::Check-Valid-Until "false";
Acquire::https::CAInfo "${CA_IN_IMAGE}";
`;

// Each program looks elsewhere for the authorities it trusts.
const CHANGES = ['NODE_EXTRA_CA_CERTS', 'PIP_CERT', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']
  .map((name) => `ENV ${name}=${CA_IN_IMAGE}`)
  .concat('CMD ["bash"]');

/**
 * The authorities that this machine trusts: behind a proxy that inspects TLS, a build without them reaches nothing.
 *
 * @returns {string} certificates in PEM
 */
export function caBundle() {
  const files = [SYSTEM_CA, process.env['NODE_EXTRA_CA_CERTS'] ?? '', process.env['SSL_CERT_FILE'] ?? ''];
  const texts = [...new Set(files)]
    .filter((file) => file && existsSync(file))
    .map((file) => readFileSync(file, 'utf8'));
  return [...new Set(texts)].join('\n');
}

/**
 * @param {Mirror} mirror
 * @param {string} bundle
 * @returns {string} everything that decides what the image holds, apart from the mirror's own content
 */
export function rootfsRecipe({ uri }, bundle) {
  return [SUITE, process.arch, uri, APT_CONF, ...CHANGES, bundle].join('\0');
}

/**
 * Makes a minimal Debian with debootstrap and imports it into the engine.
 *
 * @param {string} image the name it gets
 * @param {{mirror: Mirror, bundle: string, label: string, log: (step: string) => void}} options
 */
export async function buildRootfsImage(image, { mirror, bundle, label, log }) {
  // Not /tmp: it is often mounted `nodev` or in memory, and debootstrap makes device nodes.
  const folder = mkdtempSync('/var/tmp/rootfs-');
  try {
    log(`unpacking a minimal Debian ${SUITE} from this machine's mirror (about half a minute)`);
    const options = [
      '--variant=minbase',
      '--include=ca-certificates',
      '--force-check-gpg',
      `--keyring=${mirror.keyring}`,
    ];
    await runAsRoot(['debootstrap', ...options, SUITE, join(folder, 'root'), mirror.uri, SCRIPT]);
    await configure(folder, mirror, bundle);
    log(`importing it as ${image}`);
    const changes = [...CHANGES, `LABEL ${label}`].flatMap((change) => ['--change', change]);
    const [tar = '', ...args] = asRoot(['tar', '--one-file-system', '-C', join(folder, 'root'), '-c', '.']);
    const archive = spawn(tar, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    await run(['docker', 'import', ...changes, '-', image], { input: archive.stdout });
  } finally {
    await runAsRoot(['rm', '-rf', '--one-file-system', join(folder, 'root')]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {Mirror} mirror
 * @param {string} bundle
 */
async function configure(folder, mirror, bundle) {
  const files = {
    'etc/apt/sources.list': `deb ${mirror.uri} ${SUITE} main\n`,
    'etc/apt/apt.conf.d/90stand-in': APT_CONF,
    [CA_IN_IMAGE.slice(1)]: bundle,
  };
  for (const [path, text] of Object.entries(files)) {
    const source = join(folder, 'file');
    writeFileSync(source, text);
    await runAsRoot(['install', '-D', '-m', '644', source, join(folder, 'root', path)]);
  }
  await runAsRoot([
    'sh',
    '-c',
    'rm -rf "$1"/var/cache/apt/archives/*.deb "$1"/var/lib/apt/lists/*',
    'sh',
    join(folder, 'root'),
  ]);
}
