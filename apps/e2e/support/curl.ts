import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { parseHeaders, type OpenResponse, type RequestOptions } from './http.ts';

export type HttpVersion = '1.1' | '2' | '3';

/** Replaces Node's client, which has no HTTP/3: `VERSION CONTAINER`, a container with curl. */
const [version, container] = (process.env.APP_E2E_CURL ?? '').split(' ');
export const curl = container ? { container, version: version as HttpVersion } : undefined;

/** Send one request with curl in a container, as `open` does with Node. The certificate is not verified. */
export async function openWithCurl(
  { container, version }: { container: string; version: HttpVersion },
  origin: string,
  target: string,
  { method = 'GET', headers = {}, body }: RequestOptions,
): Promise<OpenResponse> {
  // curl would add these. To curl, `Name:` means not to send the header, and `Name;` to send it without a value.
  const unwanted = ['Accept', 'User-Agent', 'Content-Type', 'Expect'].map((name) => `${name}:`);
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => (each === '' ? `${name};` : `${name}: ${each}`)),
  );
  // `--upload-file` streams: without Content-Length.
  const upload = Array.isArray(body) ? ['--upload-file', '-'] : body === undefined ? [] : ['--data-binary', '@-'];
  const child = spawn('docker', [
    ...['exec', '--interactive', container, 'curl', `--http${version}${version === '3' ? '-only' : ''}`],
    ...['--ipv4', '--insecure', '--silent', '--show-error', '--no-buffer', '--globoff', '--noproxy', '*'],
    ...(method === 'HEAD' ? ['--head'] : ['--include', '--request', method]),
    ...[...unwanted, ...fields].flatMap((field) => ['--header', field]),
    ...upload,
    ...['--request-target', target, `${origin}/`],
  ]);
  const stream = new PassThrough();
  const complaints: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  child.on('close', (code) => {
    if (code === 0) stream.end();
    else stream.destroy(new Error(`curl exited with ${code}: ${Buffer.concat(complaints).toString()}`));
  });
  stream.on('close', () => child.stdout.destroy());
  // A server may respond before it has read the body.
  child.stdin.on('error', () => undefined);
  child.stdin.end(Buffer.concat([body ?? []].flat().map((piece) => Buffer.from(piece))));
  child.stdout.pipe(stream, { end: false });

  let received = Buffer.alloc(0);
  for (;;) {
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) {
      const chunk = stream.read() as Buffer | null;
      if (chunk) received = Buffer.concat([received, chunk]);
      else await once(stream, 'readable');
      if (stream.readableEnded) throw new Error(`curl printed no response: ${Buffer.concat(complaints).toString()}`);
      continue;
    }
    const [statusLine = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n');
    received = received.subarray(end + 4);
    const status = Number(statusLine.split(' ')[1]);
    if (status < 200) continue;
    if (received.length > 0) stream.unshift(received);
    return { status, headers: parseHeaders(lines), stream };
  }
}
