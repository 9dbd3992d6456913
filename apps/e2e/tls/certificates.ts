import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this process. */
export const folder = mkdtempSync(join(tmpdir(), 'app-e2e-tls-'));
export const at = (name: string) => join(folder, name);
export const openssl = (...args: string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' });

/** Make a CA, and a certificate of it for these names: files for Nginx, and for the ACME server's own HTTPS. */
export function createCertificates(...names: string[]): void {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=CA of the tests',
    '-addext',
    'keyUsage=critical,keyCertSign',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  const san = `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`;
  const leaf = ['-addext', san, '-addext', 'basicConstraints=critical,CA:FALSE', '-keyout', 'privkey.pem'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=leaf',
    ...leaf,
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-out',
    'leaf.pem',
  );
  writeFileSync(at('fullchain.pem'), readFileSync(at('leaf.pem'), 'utf8') + readFileSync(at('ca.pem'), 'utf8'));
  // The containers run as other users.
  for (const name of ['privkey.pem', 'fullchain.pem', 'ca.pem']) chmodSync(at(name), 0o444);
  chmodSync(folder, 0o755);
}
