export interface RequestParts {
  method?: string;
  target?: string;
  version?: string;
  /** The value of the field Host; null leaves the field out. By default the origin's own. */
  host?: string | null;
  /** Further lines of the header, as they are. */
  headers?: readonly string[];
  /** Sent as it is; nothing states its length. */
  body?: string;
}

/**
 * A request as it goes over the wire, for {@link RawConnection}. Nothing is added but Host, nothing is escaped and
 * nothing repaired, so that a test can send what is wrong.
 *
 * @param origin of the tested product, e.g. `http://localhost:8080`
 */
export function requestText(origin: string, parts: RequestParts = {}): string {
  const { method = 'GET', target = '/', version = 'HTTP/1.1', headers = [], body = '' } = parts;
  const { host = new URL(origin).host } = parts;
  const lines = [`${method} ${target} ${version}`, ...(host === null ? [] : [`Host: ${host}`]), ...headers];
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
