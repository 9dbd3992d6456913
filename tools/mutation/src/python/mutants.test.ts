import { describe, expect, it } from 'vitest';
import { wrongSettings } from '../testing/wrong.ts';
import { pythonMutants } from './mutants.ts';

const removed = (text: string) => wrongSettings(text, 'removed');
const changed = (text: string) => wrongSettings(text, 'value-changed');
const offByOne = (text: string) => wrongSettings(text, 'off-by-one');
const swapped = (text: string) => wrongSettings(text, 'swapped');

describe('removed, in Python', () => {
  it('leaves out an assignment, but not one whose name is needed', () => {
    expect(removed('a = 1\nb = a')).toEqual(['a = 1']);
    expect(removed('a = 1\nb = c(a=2)')).toContain('b = c(a=2)');
  });

  it('leaves out one name of a chain', () => {
    expect(removed('a = b = "Lax"')).toEqual(['', 'b = "Lax"', 'a = "Lax"']);
  });

  it('leaves out each member of a list, a tuple and a set', () => {
    expect(removed('a = ["x", "y"]')).toEqual(['', 'a = ["y"]', 'a = ["x"]']);
    expect(removed('a = ["x"]')).toEqual(['', 'a = []']);
    expect(removed('a = ("x", "y")')).toEqual(['', 'a = ("y",)', 'a = ("x",)']);
    expect(removed('a = {"x"}')).toEqual(['']);
  });

  it('leaves out one of several arguments, and what is added or multiplied', () => {
    expect(removed('a = f(\n  b=1, c=2\n)')).toEqual(['', 'a = f( c=2 )', 'a = f( b=1 )']);
    expect(removed('a = 2 * b.c')).toEqual(['', 'a = b.c']);
    expect(removed('a = b.c + 5')).toEqual(['', 'a = b.c']);
  });
});

describe('value-changed, in Python', () => {
  it('flips a flag, a number by its size, and a comparison', () => {
    expect(changed('a = True')).toEqual(['a = False']);
    expect(changed('a = 10_000')).toEqual(['a = 100000', 'a = 1000']);
    expect(changed('a = b != "c"')).toEqual(['a = b == "c"']);
  });

  it('changes a text to another that the setting knows', () => {
    expect(changed('a = "Lax"')).toEqual(['a = "None"', 'a = "Strict"']);
    expect(changed('a = "0.0.0.0:8000"')).toEqual(['a = "127.0.0.1:8000"']);
    expect(changed('a = "/static/"')).toEqual(['a = "/changed/"']);
    expect(changed('a = ""')).toEqual(['a = "changed"']);
    expect(changed('accesslog = None')).toEqual(['accesslog = "-"']);
  });

  it('leaves the name of a module, which would not be there', () => {
    expect(changed('a = "config.wsgi"')).toEqual([]);
  });

  it('changes what comes from the environment by what its name says', () => {
    expect(changed('a = env.workers')).toEqual(['a = env.workers * 10', 'a = env.workers // 10']);
    expect(changed('a = env.forwarded_allow_ips')).toEqual(['a = "*"']);
    expect(changed('A_COOKIE_SECURE = env.tls')).toEqual(['A_COOKIE_SECURE = not env.tls']);
  });

  it('decides a condition for ever, but for what is so in production already', () => {
    expect(changed('a = b if c else d')).toEqual(['a = b', 'a = d']);
    expect(changed('a = [*x, *(["y"] if DEBUG else [])]')).toEqual(['a = [*x, *(["y"])]']);
  });
});

describe('off-by-one, in Python', () => {
  it('counts one less and one more, in ports and limits too', () => {
    expect(offByOne('a = 1')).toEqual(['a = 0', 'a = 2']);
    expect(offByOne('a = 0')).toEqual(['a = 1']);
    expect(offByOne('a = "0.0.0.0:8000"')).toEqual(['a = "0.0.0.0:7999"', 'a = "0.0.0.0:8001"']);
    expect(offByOne('limit_request_line = 8190')).toHaveLength(2);
    expect(offByOne('a = env.max_body_bytes')).toEqual(['a = env.max_body_bytes - 1', 'a = env.max_body_bytes + 1']);
  });

  it('leaves large numbers that nobody counts, and a product that says the same', () => {
    expect(offByOne('max_requests = 10_000')).toEqual([]);
    expect(offByOne('a = 2 * b')).toEqual(['a = 3 * b']);
  });
});

describe('swapped, in Python', () => {
  it('exchanges numbers that stand together, from the file or from the environment', () => {
    expect(swapped('a = 1\nb = 2\nc = "3"')).toEqual(['a = 2 b = 1 c = "3"']);
    expect(swapped('a = environment.workers\nb = environment.threads')).toEqual([
      'a = environment.threads b = environment.workers',
    ]);
  });

  it('exchanges the members of a tuple, not of a list', () => {
    expect(swapped('a = ("x", "y")')).toEqual(['a = ("y", "x")']);
    expect(swapped('a = ["x", "y"]')).toEqual([]);
  });
});

describe('pythonMutants', () => {
  it('takes the assignments alone that are asked for', () => {
    const text = 'A_ONE = 1\nA_TWO = 2\nB = 3\nC = 4\n';
    const names = pythonMutants('a/settings.py', text, { only: ['A_*', 'C'] }).map(({ id }) => id.split(' ')[1]);
    expect(new Set(names)).toEqual(new Set(['A_ONE', 'A_TWO', 'C']));
  });

  it('names a mutant after the file, the assignment and what is done', () => {
    expect(pythonMutants('a/gunicorn.conf.py', 'keepalive = 0').map(({ id }) => id)).toEqual([
      'gunicorn.conf.py: keepalive = 0 › removed',
      'gunicorn.conf.py: keepalive = 0 › value-changed 0→10',
      'gunicorn.conf.py: keepalive = 0 › off-by-one 0→1',
    ]);
  });
});
