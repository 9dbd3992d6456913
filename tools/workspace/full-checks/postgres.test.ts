import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseStack } from './database-stack.ts';

/** Creates a certificate that is its own authority, with a key that only the server can read. */
const certificate = (name: string) =>
  `openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=db -addext subjectAltName=DNS:db \
    -keyout ${name}.key -out ${name}.crt 2>&1 && chown postgres ${name}.key && chmod 600 ${name}.key`;

describe('the stack with PostgreSQL', () => {
  const stack = new DatabaseStack('postgres', 'main');

  const query = (sql: string) =>
    stack.inDatabase(`psql --username app --dbname app --tuples-only --no-align --command "${sql}"`);
  const users = () => query('SELECT email FROM accounts_user').split('\n').filter(Boolean);

  beforeAll(() => {
    stack.up();
    const password = ['--env', 'DJANGO_SUPERUSER_PASSWORD=a quiet river in june'];
    const createUser = ['python', 'manage.py', 'createsuperuser', '--no-input', '--email', 'ada@example.org'];
    stack.compose('exec', '-T', ...password, 'api', ...createUser);
  });

  afterAll(() => {
    stack.remove();
  });

  it('has all migrations and a UTF-8 database', () => {
    stack.compose('exec', '-T', 'api', 'python', 'manage.py', 'migrate', '--check');
    expect(query('SHOW server_encoding')).toBe('UTF8');
  });

  it('stores the data of Django in PostgreSQL', async () => {
    expect(users()).toEqual(['ada@example.org']);
    const port = stack.compose('port', 'web', '8080').trim().split(':').at(-1) ?? '';
    const response = await fetch(`http://localhost:${port}/api/system`);
    expect(await response.json()).toMatchObject({ hops: { database: { engine: 'postgresql', ok: true } } });
  });

  it('opens the database to Django only, and only with the password', () => {
    const networks = ['db', 'api', 'web'].map((service) =>
      stack.inspect(service, '{{json .NetworkSettings.Networks}}'),
    );
    expect(networks.map((json) => json.includes('_database"'))).toEqual([true, true, false]);
    expect(networks[0]).not.toContain('_back"');
    expect(stack.inspect('db', '{{json .HostConfig.PortBindings}}')).toMatch(/^(?:\{\}|null)$/);
    const connect = 'PGPASSWORD=guessed psql --host db --username app --dbname app';
    expect(() => stack.inDatabase(connect)).toThrow('password authentication failed');
  });

  it('shuts down cleanly and keeps its data after down and up', () => {
    stack.compose('stop');
    expect(stack.inspect('db', '{{.State.ExitCode}}')).toBe('0');
    stack.compose('down');
    stack.up();
    expect(stack.compose('logs', '--no-color', 'db')).toMatch(/database system was shut down at/);
    expect(users()).toEqual(['ada@example.org']);
  });

  it('connects to a server that requires TLS, and refuses one whose certificate has another authority', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tls-'));
    // The container's user is another one.
    chmodSync(folder, 0o755);
    stack.inDatabase(`cd "$PGDATA" && ${certificate('server')} && ${certificate('other')}
      sed -i 's/^host all all all/hostssl all all all/' pg_hba.conf`);
    query('ALTER SYSTEM SET ssl = on');
    query('SELECT pg_reload_conf()');
    for (const name of ['server', 'other']) {
      writeFileSync(join(folder, `${name}.crt`), stack.inDatabase(`cat "$PGDATA/${name}.crt"`));
    }
    const isEncrypted = `from django.db import connection as c; k = c.cursor()
k.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"); print(*k.fetchone())`;
    const connect = (parameters: string) => {
      const options = ['--volume', `${folder}:/tls:ro`, '--env', `DATABASE_URL=postgres://app@db/app?${parameters}`];
      const command = ['python', 'manage.py', 'shell', '--no-imports', '--command', isEncrypted];
      return stack.compose('run', '--rm', '--no-deps', '-T', ...options, 'migrate', ...command);
    };
    const verified = 'sslmode=verify-full&sslrootcert=/tls/';
    expect(connect(`${verified}server.crt`)).toBe('True\n');
    const refusal = /^The API cannot start\. Check DATABASE_URL: .*/m;
    expect(() => connect(`${verified}other.crt`)).toThrow(
      new RegExp(`${refusal.source}certificate verify failed`, 'm'),
    );
    expect(() => connect('sslmode=disable')).toThrow(new RegExp(`${refusal.source}no encryption`, 'm'));
    rmSync(folder, { recursive: true });
  });
});
