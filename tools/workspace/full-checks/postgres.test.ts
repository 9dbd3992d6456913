import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../bench/free-port';
import { postgresImage } from './base-images.ts';
import { Stack } from './postgres/stack.ts';
import { Visitor } from './postgres/visitor.ts';

interface Notes {
  items: { title: string }[];
}

/** Says of each address whether somebody listens there. */
const KNOCK = `
import socket, sys
for host in sys.argv[1:]:
    try:
        socket.create_connection((host, 5432), 3).close()
        print("open")
    except OSError:
        print("closed")
`;
const CONNECT = `
import psycopg, sys
try:
    psycopg.connect("postgres://app@db/app", password=sys.argv[1])
except psycopg.OperationalError as error:
    print(error)
`;

describe('the stack with PostgreSQL', () => {
  let stack: Stack;
  let ada: Visitor;

  const titles = async () => (await ada.ask<Notes>('/api/notes')).items.map(({ title }) => title);
  /** The database by its name, and by the addresses that it has on every network. */
  const knock = (service: string) => {
    const addresses = stack.inspect('db', '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}').split(' ');
    return new Set(
      stack
        .python(service, KNOCK, 'db', ...addresses)
        .trim()
        .split('\n'),
    );
  };

  beforeAll(async () => {
    stack = new Stack(await freePort(), postgresImage());
    stack.up();
    ada = new Visitor(`http://localhost:${String(stack.port)}`);
    await ada.signUp('ada@example.org', 'a quiet river in june');
    await ada.ask('/api/notes', { title: 'Éclair', body: 'kept by PostgreSQL' });
  });

  afterAll(() => {
    stack[Symbol.dispose]();
  });

  it('is healthy in every container', () => {
    const health = ['db', 'api', 'web'].map((service) => stack.inspect(service, '{{.State.Health.Status}}'));
    expect(health).toEqual(['healthy', 'healthy', 'healthy']);
  });

  it('has migrated there, in UTF-8', () => {
    stack.compose('exec', '-T', 'api', 'python', 'manage.py', 'migrate', '--check');
    expect(stack.sql('SHOW server_encoding')).toBe('UTF8');
    expect(Number(stack.sql('SELECT count(*) FROM django_migrations'))).toBeGreaterThan(10);
  });

  it('keeps there what somebody writes through Nginx', async () => {
    expect(await titles()).toEqual(['Éclair']);
    const { hops } = await ada.ask<{ hops: { database: { engine: string } } }>('/api/system');
    expect(hops.database.engine).toBe('postgresql');
  });

  it('lets Django alone reach the database, and nobody without the password', () => {
    expect(knock('api')).toEqual(new Set(['open']));
    expect(knock('web')).toEqual(new Set(['closed']));
    expect(stack.inspect('db', '{{json .HostConfig.PortBindings}}')).toMatch(/^(?:\{\}|null)$/);
    expect(stack.python('api', CONNECT, 'guessed')).toContain('password authentication failed');
  });

  it('brings back what a dump holds', async () => {
    const tool = (...words: string[]) => stack.compose('exec', '-T', 'db', 'sh', '-c', words.join(' '));
    tool('pg_dump --username app --dbname app --format custom > /tmp/backup.dump');
    stack.sql('DELETE FROM notes_note');
    expect(await titles()).toEqual([]);
    tool('pg_restore --username app --dbname app --clean --if-exists < /tmp/backup.dump');
    expect(await titles()).toEqual(['Éclair']);
  });

  it('stops in good order, and has everything again after `down` and `up`', async () => {
    stack.compose('stop');
    expect(stack.inspect('db', '{{.State.ExitCode}}')).toBe('0');
    stack.compose('down');
    stack.up();
    expect(stack.compose('logs', '--no-color', 'db')).toMatch(/database system was shut down at/);
    expect(await titles()).toEqual(['Éclair']);
  });
});
