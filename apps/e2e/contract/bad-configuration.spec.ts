import { CommandError, docker, run } from '../support/command.ts';
import { imageName } from '../support/identity.ts';
import { expect, row, test } from './contract-test.ts';

type Image = 'web' | 'api';

/** Valid values of the required variables. */
const VALID: Record<Image, Record<string, string>> = {
  web: {},
  api: {
    APP_SECRET_KEY: 'a key for tests only, with the fifty characters that Django requires',
    APP_PUBLIC_URL: 'http://localhost:8080',
  },
};

/** One invalid value per variable. Unit tests of the entry point and of Django's environment cover the other values. */
const INVALID: Record<Image, Record<string, string>[]> = {
  web: [
    { APP_MAX_BODY_BYTES: '10m' },
    { APP_REQUEST_TIMEOUT_SECONDS: '0' },
    { APP_SIGN_INS_PER_MINUTE: 'many' },
    { APP_API_UPSTREAM: 'http://api:8000' },
    { APP_TRUSTED_PROXIES: '0.0.0.0/0' },
    { APP_TLS: 'on' },
    { APP_METRICS: 'yes' },
    { APP_SENTRY_BROWSER_DSN: 'https://sentry.example/1' },
    { APP_TLS: 'acme', APP_PUBLIC_URL: 'http://app.example' },
  ],
  api: [
    { APP_SECRET_KEY: 'short' },
    { APP_SECRET_KEY: '', APP_SECRET_KEY_FILE: '/nowhere' },
    { APP_PUBLIC_URL: 'localhost' },
    { APP_MAX_BODY_BYTES: '10m' },
    { APP_REQUEST_TIMEOUT_SECONDS: '0' },
    { APP_WORKERS: '0' },
    { APP_LOG_LEVEL: 'LOUD' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { APP_SENTRY_DSN: 'https://sentry.example/1' },
    { DATABASE_URL: 'nothing' },
  ],
};

/** Run an image without a stack and return the error of its exit. */
async function startError(image: string, variables: Record<string, string>): Promise<CommandError> {
  const environment = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const started = docker(['run', '--rm', '--network', 'none', ...environment, image], { timeout: 20_000 });
  const error: unknown = await started.then(
    () => new Error('The container exited with code 0.'),
    (error: unknown) => error,
  );
  if (!(error instanceof CommandError)) throw error;
  return error;
}

row('bad-configuration', { needs: ['engine'] }, () => {
  for (const image of ['web', 'api'] as const) {
    for (const variables of INVALID[image]) {
      const entries = Object.entries(variables);
      const assignments = entries.map(([name, value]) => `${name}="${value}"`).join(' and ');

      test(`${image} does not start with ${assignments} and prints one sentence`, async () => {
        const { code, output } = await startError(imageName(image), { ...VALID[image], ...variables });
        expect(code).toBe(1);
        expect(output).toMatch(/^[^\n]*\.\n$/);
        expect(output).toContain(entries.at(-1)?.[0]);
      });
    }
  }

  test('Nginx, Gunicorn and Django accept the configuration without a warning', async ({ stack }) => {
    const [web, api] = [await stack.container('web'), await stack.container('api')];
    expect(await run('docker', ['exec', web, 'nginx', '-t'], { stream: 'both' })).toMatch(
      /^nginx: [^\n]* syntax is ok\nnginx: [^\n]* test is successful\n$/,
    );
    const gunicorn = ['python', '-m', 'gunicorn', '--check-config'];
    expect(await run('docker', ['exec', api, ...gunicorn], { stream: 'both' })).toBe('');
    // Most of Django's deployment checks are about TLS, which the sign-in provider must have then, too.
    const https = ['--env', 'APP_PUBLIC_URL=https://localhost', '--env', 'APP_OIDC_URL=https://localhost'];
    const django = ['python', 'manage.py', 'check', '--deploy', '--fail-level', 'WARNING'];
    expect(await run('docker', ['exec', ...https, api, ...django], { stream: 'both' })).toContain('no issues');
  });
});
