import { describe, expect, it } from 'vitest';
import { changedLines, onChangedLines } from './changed.ts';
import { nginxMutants } from './nginx/mutants.ts';

const diff = `diff --git a/conf/nginx.conf b/conf/nginx.conf
index 1111111..2222222 100644
--- a/conf/nginx.conf
+++ b/conf/nginx.conf
@@ -2 +2 @@ http {
-    max_headers 80;
+    max_headers 90;
@@ -7,2 +6,0 @@ http {
-    gone;
-    gone too;
@@ -12,0 +10,3 @@ server {
+++ b/not-a-file
+    new;
+}
diff --git a/old.conf b/old.conf
--- a/old.conf
+++ /dev/null
@@ -1,3 +0,0 @@
-a;
-b;
-c;
`;

describe('changedLines', () => {
  it('reads the new lines of each file, and the two around what is gone', () => {
    expect(changedLines(diff).get('conf/nginx.conf')).toEqual([
      { first: 2, last: 2 },
      { first: 6, last: 7 },
      { first: 10, last: 12 },
    ]);
  });

  it('has nothing of a file that is gone', () => {
    expect([...changedLines(diff).keys()]).toEqual(['conf/nginx.conf']);
  });
});

describe('onChangedLines', () => {
  const text = 'http {\n    max_headers 90;\n    sendfile on;\n}\n';
  const mutants = nginxMutants(new Map([['conf/nginx.conf', text]]), 'conf/nginx.conf');

  it('keeps the mutants of the changed lines alone', () => {
    const kept = onChangedLines(mutants, changedLines(diff));
    expect(new Set(kept.map(({ line }) => line))).toEqual(new Set([2]));
    expect(kept.length).toBeGreaterThan(1);
  });

  it('keeps a mutant of several lines when one of them changed', () => {
    const kept = onChangedLines(
      nginxMutants(new Map([['a', 'location / {\n  internal;\n}\n']]), 'a'),
      new Map([['a', [{ first: 3, last: 3 }]]]),
    );
    expect(kept.map(({ id }) => id)).toEqual(['a: location / › removed']);
  });

  it('keeps none of another file', () => {
    expect(onChangedLines(mutants, new Map([['other.conf', [{ first: 1, last: 9 }]]]))).toEqual([]);
  });
});
