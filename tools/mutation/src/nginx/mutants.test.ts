import { describe, expect, it } from 'vitest';
import { applyMutant } from '../mutant.ts';
import { nginxMutants } from './mutants.ts';

const entry = 'conf/nginx.conf';
const mutants = (text: string) => nginxMutants(new Map([[entry, text]]), entry);
const ids = (text: string) => mutants(text).map(({ id }) => id);

describe('nginxMutants', () => {
  it('names a mutant after the file, the statement and its blocks, and what is done', () => {
    expect(ids('http { large_client_header_buffers 4 8k; }')).toContain(
      'nginx.conf: http › large_client_header_buffers 4 8k › off-by-one 4→5',
    );
  });

  it('keeps the ids and the order when other parts of the file change', () => {
    const added = ids('# A comment.\nhttp {\n\n    sendfile on;\n    max_headers 90;\n}');
    const alone = ids('http { max_headers 90; }');
    expect(added.filter((id) => id.includes('max_headers'))).toEqual(alone);
  });

  it('tells equal statements apart, and repeats no mutant', () => {
    const found = mutants('server { a on; }\nserver { a on; }');
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(found.map(({ id }) => id)).toContain('nginx.conf: server › a on › removed #2');
  });

  it('makes the same mutants of the same sources', () => {
    const text = 'map $a $b { "~^x|y" 1; default 2; }\nadd_header B $b always;';
    expect(mutants(text)).toEqual(mutants(text));
  });

  it('changes the text with every mutant', () => {
    const text = 'http { send_timeout 30s; proxy_set_header Host $host; types { a/b c d; } }';
    for (const { edits } of mutants(text)) expect(applyMutant(text, edits)).not.toBe(text);
  });

  it('shows the changed lines and their place', () => {
    const [mutant] = mutants('# Comment.\nhttp {\n    max_headers 90;\n}').filter(({ id }) => id.endsWith('90→91'));
    expect(mutant).toMatchObject({
      file: entry,
      line: 3,
      lastLine: 3,
      operator: 'off-by-one',
      before: 'max_headers 90;',
      after: 'max_headers 91;',
    });
  });
});
