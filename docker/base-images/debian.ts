import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runAsRoot } from './run.ts';

// The first Debian release with the versions of the official images: Nginx 1.30, Python 3.14, Node 24.
const SUITE = 'forky';
// An older debootstrap does not know forky by name. All recent suites share the script of sid.
const SCRIPT = '/usr/share/debootstrap/scripts/sid';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const CA_IN_IMAGE = '/etc/ssl/host-ca-bundle.crt';

// A mirror may be a snapshot with an expired release file.
const APT_CONF = `Acquire::Check-Valid-Until "false";\nAcquire::https::CAInfo "${CA_IN_IMAGE}";\n`;

// Every program has its own variable for trusted certificates.
const CHANGES = ['NODE_EXTRA_CA_CERTS', 'PIP_CERT', 'SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE']
  .map((name) => `ENV ${name}=${CA_IN_IMAGE}`)
  .concat('CMD ["bash"]');

/** A minimal Debian root file system. `recipe` is everything that defines it, except for the content of the mirror. */
export function debian() {
  const mirror = debianMirror();
  const certificates = trustedCertificates();
  return {
    recipe: [SUITE, process.arch, mirror, APT_CONF, ...CHANGES, certificates],
    importAs: (image: string, label: string) => importRootfs(image, label, mirror, certificates),
  };
}

/** The Debian archive from this machine's apt sources, so that the repository contains no host name. */
function debianMirror(): string {
  const named = process.env['APP_DEBIAN_MIRROR'];
  if (named) return named;
  const sites = existsSync('/usr/bin/apt-get') ? run('apt-get', 'indextargets', '--format', '$(SITE)') : '';
  const mirror = sites.split('\n').find((site) => /^https?:.*\/debian\/?$/.test(site));
  if (!mirror) throw new Error('The apt sources contain no Debian mirror. Set APP_DEBIAN_MIRROR to the URL of one.');
  return mirror;
}

/** The CA certificates of this machine. Behind a proxy that inspects TLS, a build cannot download anything without them. */
function trustedCertificates(): string {
  const { NODE_EXTRA_CA_CERTS = '', SSL_CERT_FILE = '' } = process.env;
  const files = ['/etc/ssl/certs/ca-certificates.crt', NODE_EXTRA_CA_CERTS, SSL_CERT_FILE].filter(existsSync);
  return [...new Set(files.map((file) => readFileSync(file, 'utf8')))].join('\n');
}

function importRootfs(image: string, label: string, mirror: string, certificates: string): void {
  requireFile('/usr/sbin/debootstrap', 'debootstrap');
  requireFile(KEYRING, 'debian-archive-keyring');
  // Not /tmp, which is often mounted `nodev`: debootstrap creates device nodes.
  const folder = mkdtempSync('/var/tmp/rootfs-');
  const root = join(folder, 'root');
  try {
    const options = ['--variant=minbase', '--include=ca-certificates', '--force-check-gpg', `--keyring=${KEYRING}`];
    runAsRoot('debootstrap', ...options, SUITE, root, mirror, SCRIPT);
    const files = {
      'etc/apt/sources.list': `deb ${mirror} ${SUITE} main\n`,
      'etc/apt/apt.conf.d/90local': APT_CONF,
      [CA_IN_IMAGE.slice(1)]: certificates,
    };
    for (const [path, text] of Object.entries(files)) {
      writeFileSync(join(folder, 'file'), text);
      runAsRoot('install', '-D', '-m', '644', join(folder, 'file'), join(root, path));
    }
    runAsRoot('sh', '-c', 'rm -rf "$1"/var/cache/apt/archives/*.deb "$1"/var/lib/apt/lists/*', 'sh', root);
    runAsRoot('tar', '--one-file-system', '-C', root, '-cf', join(folder, 'root.tar'), '.');
    const changes = [...CHANGES, `LABEL ${label}`].flatMap((change) => ['--change', change]);
    run('docker', 'import', ...changes, join(folder, 'root.tar'), image);
  } finally {
    runAsRoot('rm', '-rf', '--one-file-system', folder);
  }
}

function requireFile(path: string, debianPackage: string): void {
  if (!existsSync(path)) throw new Error(`${path} is missing. Install it with \`apt-get install ${debianPackage}\`.`);
}
