import type { Cookie } from '@playwright/test';
import { send, type HttpResponse, type RequestOptions } from './http.ts';
import { CSRF_COOKIE } from './identity.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** One user's cookies on one origin. Unsafe methods also send the CSRF token and Origin, as the app does in a browser. */
export class Session {
  private readonly origin: string;
  private readonly jar = new Map<string, string>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Send a request with this user's cookies. `json` is sent as a JSON body. */
  async send(target: string, options: RequestOptions & { json?: unknown } = {}): Promise<HttpResponse> {
    const { json, ...rest } = options;
    const method = rest.method ?? 'GET';
    const headers: RequestOptions['headers'] = { Cookie: this.cookieHeader };
    if (!SAFE_METHODS.includes(method)) Object.assign(headers, this.csrfHeaders);
    if (json !== undefined) headers['Content-Type'] = 'application/json';
    const response = await send(this.origin, target, {
      ...rest,
      headers: { ...headers, ...rest.headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    this.store(response);
    return response;
  }

  /** The cookies in the form that a browser context takes. */
  get browserCookies(): (Pick<Cookie, 'name' | 'value'> & { url: string })[] {
    return [...this.jar].map(([name, value]) => ({ name, value, url: this.origin }));
  }

  private get csrfHeaders(): Record<string, string> {
    return { 'X-CSRFToken': this.jar.get(CSRF_COOKIE) ?? '', Origin: this.origin };
  }

  private get cookieHeader(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private store(response: HttpResponse): void {
    for (const line of response.all('Set-Cookie')) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
  }
}
