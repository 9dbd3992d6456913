/** Runs the stack with TLS: the contract over three versions of HTTP, testssl.sh, and certificates from an ACME server. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import tls from 'node:tls';
import { Load, NO_LOSSES } from '../faults/load.ts';
import { baseImage } from '../support/base-image.ts';
import { docker, run, type CommandError } from '../support/command.ts';
import { openWithCurl, type HttpVersion } from '../support/curl.ts';
import { saveFigure } from '../support/figures.ts';
import { freePort } from '../support/free-port.ts';
import { imageName } from '../support/identity.ts';
import { E2E_ROOT, REPORTS, WORKSPACE_ROOT } from '../support/paths.ts';
import { Stack } from '../support/stack.ts';
import { at, createCertificates, folder, openssl } from './certificates.ts';

const VERSIONS = ['1.1', '2', '3'] as const;
const TOOLS = 'app-e2e/tls-tools';

const PEBBLE = {
  listenAddress: '0.0.0.0:14000',
  managementListenAddress: '0.0.0.0:15000',
  certificate: '/tls/fullchain.pem',
  privateKey: '/tls/privkey.pem',
  // Nginx's port for plain HTTP, inside the network.
  httpPort: 8080,
  tlsPort: 8443,
  profiles: { default: { description: 'for the tests', validityPeriod: 7_776_000 } },
};

/** Certbot's image, and the image of the tests' own tools; built locally if the other base images are local. */
async function images(): Promise<Record<string, string>> {
  const certbot = await baseImage('CERTBOT_IMAGE');
  const base = certbot.CERTBOT_IMAGE?.startsWith('local/') ? ['--build-arg', 'DEBIAN_IMAGE=local/debian:forky'] : [];
  await docker(['buildx', 'build', '--load', '--quiet', ...base, '--tag', TOOLS, import.meta.dirname]);
  return certbot;
}

let stack: Stack;
let origin: string;
/** A container with curl and testssl.sh on the network of this machine. */
let tools: string;

describe('TLS', () => {
  before(async () => {
    createCertificates('localhost', 'pebble');
    writeFileSync(at('pebble.json'), JSON.stringify({ pebble: PEBBLE }), { mode: 0o444 });
    const [http, https] = [await freePort(), await freePort()];
    origin = `https://localhost:${https}`;
    stack = await Stack.create('tls', {
      overlays: [join(WORKSPACE_ROOT, 'docker/stack/compose.tls.yaml'), join(import.meta.dirname, 'compose.acme.yaml')],
      environment: {
        APP_HTTP_PORT: String(http),
        APP_HTTPS_PORT: String(https),
        APP_PUBLIC_URL: origin,
        APP_TLS: 'files',
        APP_TLS_FILES: folder,
        APP_E2E_TLS: folder,
        APP_E2E_TLS_TOOLS: TOOLS,
        APP_ACME_SERVER: 'https://pebble:14000/dir',
        ...(await images()),
      },
    });
    tools = (await docker(['run', '--rm', '--detach', '--network', 'host', TOOLS, 'sleep', 'infinity'])).trim();
    await stack.up();
  });

  after(async () => {
    await docker(['kill', tools]);
    await stack.compose(['--profile', 'acme', 'kill', 'certbot', 'pebble']);
    await stack.down();
    rmSync(folder, { recursive: true });
  });

  for (const version of VERSIONS) {
    it(`the contract holds over HTTP/${version}`, async () => {
      const reports = join(REPORTS, `tls/http-${version}`);
      rmSync(reports, { recursive: true, force: true });
      const environment: Record<string, string> = {
        BASE_URL: origin,
        PROBE: '/api/_probe',
        CONTRACT: '1',
        CONTRACT_REPORTS: reports,
        NODE_EXTRA_CA_CERTS: at('ca.pem'),
        // HTTP/1.1 with Node's client.
        APP_E2E_CURL: version === '1.1' ? '' : `${version} ${tools}`,
      };
      const args = ['playwright', 'test', '--project', 'contract'];
      await run('npx', args, { cwd: E2E_ROOT, environment, timeout: 900_000 });
    });
  }

  const newKey = () => openssl('ecparam', '-genkey', '-name', 'prime256v1', '-noout');
  const BAD_FILES: [what: string, name: string, text: (folder: string) => string, mode: number][] = [
    ['a key of another certificate', 'privkey.pem', newKey, 0o444],
    ['a key that the user of Nginx cannot read', 'privkey.pem', (name) => readFileSync(name, 'utf8'), 0o400],
    [
      'a key with a passphrase',
      'privkey.pem',
      () => openssl('ec', '-in', 'privkey.pem', '-aes128', '-passout', 'pass:x'),
      0o444,
    ],
    ['an empty key', 'privkey.pem', () => '', 0o444],
    ['a certificate that is a key', 'fullchain.pem', newKey, 0o444],
  ];
  for (const [what, name, text, mode] of BAD_FILES) {
    it(`${what} stops the start with one sentence that names APP_TLS_FILES`, async () => {
      const bad = at(`bad-${name}-${mode}`);
      rmSync(bad, { recursive: true, force: true });
      mkdirSync(bad);
      for (const file of ['fullchain.pem', 'privkey.pem']) cpSync(at(file), join(bad, file));
      const content = text(join(bad, name));
      rmSync(join(bad, name));
      writeFileSync(join(bad, name), content, { mode });
      const variables = ['--env', 'APP_TLS=files', '--env', 'APP_PUBLIC_URL=https://localhost'];
      const start = docker(
        ['run', '--rm', '--network', 'none', ...variables, '--volume', `${bad}:/certificates:ro`, imageName('web')],
        { timeout: 20_000 },
      );
      await assert.rejects(start, (error: CommandError) => {
        assert.equal(error.code, 1);
        assert.match(error.output, new RegExp(`^web: APP_TLS_FILES [^\\n]*${name}[^\\n]*\\.\\n$`));
        return true;
      });
    });
  }

  it('testssl.sh grades the server A or better', async () => {
    await docker(['cp', at('ca.pem'), `${tools}:/tmp/ca.pem`]);
    const options = ['--quiet', '--color', '0', '--nodns', 'none', '--ip', '127.0.0.1', '--warnings', 'off'];
    // The checks that a grade needs.
    const checks = [
      '--protocols',
      '--std',
      '--fs',
      '--server-preference',
      '--server-defaults',
      '--headers',
      '--vulnerable',
    ];
    const args = ['testssl', ...options, ...checks, '--add-ca', '/tmp/ca.pem', origin];
    // It exits with 1 if one connection failed, as on a busy machine. The grade needs all checks.
    const grading = docker(['exec', tools, ...args], { timeout: 1_200_000 });
    const output = await grading.catch(({ output }: CommandError) => output);
    const grade = /^ *Overall Grade +(\S+)$/m.exec(output)?.[1] ?? 'missing';
    saveFigure('TLS grade', grade);
    assert.match(grade, /^A\+?$/, output);
  });

  it('certbot obtains and renews a certificate, and no request fails meanwhile', async () => {
    // For Load. The test compares the issuers of the certificates instead.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const certificate = async () => {
      const socket = tls.connect({ host: '127.0.0.1', port: Number(new URL(origin).port), servername: 'app.test' });
      await once(socket, 'secureConnect');
      const { issuer, serialNumber } = socket.getPeerCertificate();
      socket.destroy();
      return { issuer: String(issuer.CN), serialNumber };
    };
    /** Wait for a certificate from the ACME server, other than this one. */
    const nextCertificate = async (serial = '') => {
      for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
        const { issuer, serialNumber } = await certificate();
        if (/^Pebble/.test(issuer) && serialNumber !== serial) return serialNumber;
        await setTimeout(200);
      }
      throw new Error(await stack.compose(['--profile', 'acme', 'logs', 'certbot', 'pebble']));
    };

    // An empty folder is the volume of certbot.
    await stack.recreate('web', { APP_TLS: 'acme', APP_TLS_FILES: '', APP_PUBLIC_URL: 'https://app.test' });
    assert.equal((await certificate()).issuer, 'self-signed');

    const load = new Load(origin);
    const failures: string[] = [];
    let isOver = false;
    let closed = 0;
    const newConnections = async (version: HttpVersion) => {
      while (!isOver) {
        try {
          const { status } = await openWithCurl({ container: tools, version }, origin, '/', {});
          if (status !== 200) failures.push(`HTTP/${version}: ${status}`);
        } catch (error) {
          // A reload closes a QUIC connection that is being opened (decision 35). The request was not sent, and a browser
          // repeats it. Exit code 7: could not connect.
          if (version === '3' && /ERR_DRAINING|curl exited with 7:/.test(String(error))) closed += 1;
          else failures.push(`HTTP/${version}: ${String(error)}`);
        }
      }
    };
    const clients = (['2', '3'] as const).map(newConnections);

    await stack.compose(['--profile', 'acme', 'up', '--detach', '--no-deps', 'pebble', 'certbot']);
    const first = await nextCertificate();
    const folders = ['--config-dir', '/certificates', '--work-dir', '/tmp', '--logs-dir', '/tmp'];
    const renew = ['certbot', 'renew', '--force-renewal', '--no-random-sleep-on-renew', ...folders];
    await stack.compose(['--profile', 'acme', 'exec', '-T', 'certbot', ...renew]);
    await nextCertificate(first);

    isOver = true;
    await Promise.all(clients);
    assert.deepEqual(await load.stop(), NO_LOSSES);
    assert.equal(load.refused + load.unconnected, 0);
    const found = `0 of ${load.served} requests failed, ${load.acknowledged} writes found`;
    saveFigure('Certificate renewed', `${found}; ${closed} connections of HTTP/3 closed while they were opened`);
    assert.deepEqual(failures, []);
  });
});
