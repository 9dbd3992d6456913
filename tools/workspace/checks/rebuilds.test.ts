import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Copy } from './rebuilds/copy.ts';
import { rows } from './rebuilds/table.ts';
import { always, brief, named } from './rebuilds/tasks.ts';

/** As many as the rows that vitest.checks.config.ts lets run side by side, unless the machine has fewer cores. */
const copies = Array.from({ length: Math.min(2, availableParallelism()) }, () => new Copy());
const free = [...copies];
const waiting: ((copy: Copy) => void)[] = [];

/** Lends a copy for the time of some work. */
async function withCopy<Result>(work: (copy: Copy) => Promise<Result>): Promise<Result> {
  const copy = free.pop() ?? (await new Promise<Copy>((resolve) => waiting.push(resolve)));
  try {
    return await work(copy);
  } finally {
    const next = waiting.shift();
    if (next) next(copy);
    else free.push(copy);
  }
}

beforeAll(async () => {
  await Promise.all(copies.map((copy) => copy.prepare()));
});

afterAll(() => {
  for (const copy of copies) copy[Symbol.dispose]();
});

describe('what has to be made anew after an edit of', () => {
  it.concurrent.each(rows)('%s', async (_kind, change, anew) => {
    const { tasks, changed, ran } = await withCopy((copy) => copy.try(change));
    const expected = named([...anew, ...always], tasks);
    expect({
      missed: brief(expected.filter((task) => !changed.includes(task))),
      needless: brief(changed.filter((task) => !expected.includes(task))),
      executed: ran.filter(({ cacheStatus }) => cacheStatus === 'cache-miss').map(({ taskId }) => taskId),
    }).toEqual({
      missed: [],
      needless: [],
      executed: ran.map(({ taskId }) => taskId).filter((task) => expected.includes(task)),
    });
  });
});
