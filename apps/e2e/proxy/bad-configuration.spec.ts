import { row } from '../contract/row.ts';
import { CommandError, docker, run } from '../support/command.ts';
import { IMAGE_TAG } from '../support/stack.ts';
import { expect, test } from '../support/test.ts';

const WEB = `tandem/web:${IMAGE_TAG}`;
const API = `tandem/api:${IMAGE_TAG}`;

/** What each wants in production. */
const GOOD: Record<string, Record<string, string>> = {
  [WEB]: {},
  [API]: {
    APP_SECRET_KEY: 'a key that opens nothing, and has the fifty characters that Django asks for',
    APP_PUBLIC_URL: 'http://localhost:8080',
  },
};

/** One bad value for each variable; docker/nginx/entrypoint.test.mjs and test_environment.py have the others. */
const BAD: Record<string, Record<string, string>[]> = {
  [WEB]: [
    { APP_MAX_BODY_BYTES: '10m' },
    { APP_REQUEST_TIMEOUT_SECONDS: '0' },
    { APP_SIGN_INS_PER_MINUTE: 'many' },
    { APP_API_UPSTREAM: 'http://api:8000' },
    { APP_TRUSTED_PROXIES: '0.0.0.0/0' },
  ],
  [API]: [
    { APP_SECRET_KEY: '' },
    { APP_SECRET_KEY: 'short' },
    { APP_SECRET_KEY: '', APP_SECRET_KEY_FILE: '/nowhere' },
    { APP_PUBLIC_URL: '' },
    { APP_PUBLIC_URL: 'localhost' },
    { APP_MAX_BODY_BYTES: '10m' },
    { APP_REQUEST_TIMEOUT_SECONDS: '0' },
    { APP_WORKERS: '0' },
    { APP_THREADS: '0' },
    { APP_MAX_REQUESTS: '0' },
    { APP_LOG_LEVEL: 'LOUD' },
    { DATABASE_URL: 'nothing' },
  ],
};

/** Start an image on its own and return what it says while it ends. */
async function sayingsOf(image: string, variables: Record<string, string>): Promise<CommandError> {
  const environment = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const started = docker(['run', '--rm', '--network', 'none', ...environment, image], { timeout: 20_000 });
  const error: unknown = await started.then(
    () => new Error('it ended well'),
    (error: unknown) => error,
  );
  if (!(error instanceof CommandError)) throw error;
  return error;
}

row('bad-configuration', { needs: ['engine'] }, () => {
  for (const [image, cases] of Object.entries(BAD)) {
    for (const bad of cases) {
      const [name = ''] = Object.keys(bad).slice(-1);
      const words = Object.entries(bad)
        .map(([each, value]) => `${each}="${value}"`)
        .join(' and ');

      test(`${image} refuses to start with ${words}, and says so in one sentence`, async () => {
        const { code, output } = await sayingsOf(image, { ...GOOD[image], ...bad });
        expect(code).toBe(1);
        expect(output).toMatch(/^[^\n]*\.\n$/);
        expect(output).toContain(name);
      });
    }
  }

  test('Gunicorn and Django pass their own checks', async ({ stack }) => {
    const container = await stack.container('api');
    expect(
      await run('docker', ['exec', container, 'python', '-m', 'gunicorn', '--check-config'], { stream: 'both' }),
    ).toBe('');
    // Most of what Django checks is about TLS.
    const https = ['--env', 'APP_PUBLIC_URL=https://localhost'];
    const deploy = ['python', 'manage.py', 'check', '--deploy', '--fail-level', 'WARNING'];
    expect(await run('docker', ['exec', ...https, container, ...deploy], { stream: 'both' })).toContain('no issues');
  });
});
