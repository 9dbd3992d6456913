import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PostgresStack } from './postgres-stack.ts';

describe('the stack with PostgreSQL', () => {
  const stack = new PostgresStack();

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

  it('restores a backup', () => {
    stack.inDatabase('pg_dump --username app --dbname app --format custom > /tmp/backup.dump');
    query('TRUNCATE accounts_user CASCADE');
    expect(users()).toEqual([]);
    stack.inDatabase('pg_restore --username app --dbname app --clean --if-exists < /tmp/backup.dump');
    expect(users()).toEqual(['ada@example.org']);
  });

  it('shuts down cleanly and keeps its data after down and up', () => {
    stack.compose('stop');
    expect(stack.inspect('db', '{{.State.ExitCode}}')).toBe('0');
    stack.compose('down');
    stack.up();
    expect(stack.compose('logs', '--no-color', 'db')).toMatch(/database system was shut down at/);
    expect(users()).toEqual(['ada@example.org']);
  });
});
