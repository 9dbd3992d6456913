import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from './rebuilds/copy.ts';
import { add } from './rebuilds/edits.ts';
import { rows } from './rebuilds/table.ts';
import { expand, suite, WHOLE_TREE } from './rebuilds/tasks.ts';

/** Two copies, because vitest.checks.config.ts runs two tests of a file at a time. */
const copies = [new Copy(), new Copy()] as const;
const idle: Copy[] = [...copies];

/** Runs `work` with a copy that no other test uses, then reverts the copy. */
async function withCopy<Result>(work: (copy: Copy) => Promise<Result>): Promise<Result> {
  const copy = idle.pop();
  if (copy === undefined) throw new Error('More tests run at a time than there are copies.');
  try {
    return await work(copy);
  } finally {
    copy.revert();
    idle.push(copy);
  }
}

beforeAll(async () => {
  await copies[0].prepare();
  await copies[1].prepare(copies[0]);
});

afterAll(() => {
  for (const copy of copies) copy[Symbol.dispose]();
});

// The longest test first.
it.concurrent('reports a changed field type in a Django schema as a type error in the web app', async () => {
  await withCopy(async (copy) => {
    copy.scratch.edit(
      'apps/api/app/health/schemas.py',
      /^(class System\(BaseModel\)[^]*?\n {4}version: )[^\n]+/m,
      '$1int',
    );
    await expect(copy.scratch.nx('run', 'web:typecheck')).rejects.toThrow(/src\/features\/system\/.*error TS\d+/);
    await expect(copy.scratch.nx('run', 'api-types:generate-check')).rejects.toThrow('openapi.json');
  });
});

describe.concurrent('the tasks that must run again after an edit', () => {
  it.each(rows)('of %s', async (_kind, change, again) => {
    const { tasks, changed } = await withCopy((copy) => copy.try(change));
    const expected = expand([...again, ...WHOLE_TREE], tasks);
    expect({
      missing: expected.filter((task) => !changed.includes(task)),
      needless: changed.filter((task) => !expected.includes(task)),
    }).toEqual({ missing: [], needless: [] });
  });
});

it('runs the tests of the API and all end-to-end tests again when .env.local selects another database', async () => {
  const { tasks, changed } = await withCopy((copy) => copy.try(add('.env.local', 'APP_DATABASE=postgres\n')));
  expect(changed).toEqual(expand(['api:test', suite], tasks));
});
