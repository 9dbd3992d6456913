import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseStack } from './database-stack.ts';

const FILL = `
from django.contrib.auth import get_user_model
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
for number in range(100):
    get_user_model().objects.create_user(email=f"{number}@example.org", password="a quiet river")
SessionStore().save()
cache.set("key", "Größe")`;

/** Prints every row of every table, except that of jobs, which the worker changes meanwhile. */
const ROWS = `
from django.db import connection
from django_tasks_db.models import DBTaskResult
with connection.cursor() as cursor:
    for table in sorted({*connection.introspection.table_names(cursor)} - {DBTaskResult._meta.db_table}):
        cursor.execute(f'SELECT * FROM "{table}"')
        print(table, *sorted(map(repr, cursor.fetchall())), sep="\\n")`;

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const fileOf = (database: string) => join(folder, `backup.${database}`);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('a backup of %s', (database, other) => {
  const [stack, empty] = [new DatabaseStack(database, 'main'), new DatabaseStack(database, 'empty')];
  const file = fileOf(database);

  beforeAll(() => {
    stack.up();
    stack.python(FILL);
    stack.backup(`--file=${file}`);
    empty.up();
  });

  afterAll(() => {
    stack.remove();
    empty.remove();
  });

  it('is readable for its owner only and never overwritten', () => {
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    expect(() => stack.backup(`--file=${file}`)).toThrow(`✗ ${file} exists. Name another file.`);
  });

  it('restores every row into an empty stack that is running', () => {
    const rows = stack.python(ROWS);
    expect(rows).toContain('99@example.org');
    expect(empty.python(ROWS)).not.toBe(rows);
    empty.backup('--restore', `--file=${file}`);
    expect(empty.python(ROWS)).toBe(rows);
  });

  it('replaces data only if asked', () => {
    stack.python('from django.core.cache import cache; cache.clear()');
    expect(() => stack.backup('--restore', `--file=${file}`)).toThrow(
      /The database has data \(.*\)\. To delete them, add/,
    );
    stack.backup('--restore', '--replace', `--file=${file}`);
    expect(stack.python(ROWS)).toBe(empty.python(ROWS));
  });

  it('is refused by the other database', () => {
    const refusal = /✗ .* is a backup of (?:SQLite|PostgreSQL)\. Set APP_DATABASE or choose another file\./;
    expect(() => new DatabaseStack(other, 'none').backup('--restore', `--file=${file}`)).toThrow(refusal);
  });
});
