import type { Cookie } from '@playwright/test';
import { ask, type Answer, type AskOptions } from './http.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * One person's cookies on one origin. Requests carry them, and what changes something carries the
 * CSRF token and the origin, as the app's requests do in a browser.
 */
export class Session {
  private readonly jar = new Map<string, string>();

  constructor(private readonly origin: string) {}

  /** Send a request as this person; JSON is sent when `json` is given. */
  async ask(target: string, options: AskOptions & { json?: unknown } = {}): Promise<Answer> {
    const { json, ...rest } = options;
    const method = rest.method ?? 'GET';
    const headers: AskOptions['headers'] = { Cookie: this.cookieHeader };
    if (!SAFE_METHODS.includes(method)) Object.assign(headers, this.proof);
    if (json !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await ask(this.origin, target, {
      ...rest,
      headers: { ...headers, ...rest.headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    this.remember(answer);
    return answer;
  }

  /** What shows that a request comes from the app itself: its token and its origin. */
  get proof(): Record<string, string> {
    return { 'X-CSRFToken': this.jar.get('csrftoken') ?? '', Origin: this.origin };
  }

  get cookieHeader(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The cookies in the form that a browser context takes. */
  get browserCookies(): (Pick<Cookie, 'name' | 'value'> & { url: string })[] {
    return [...this.jar].map(([name, value]) => ({ name, value, url: this.origin }));
  }

  private remember(answer: Answer): void {
    for (const line of answer.all('Set-Cookie')) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (value) this.jar.set(name, value);
      else this.jar.delete(name);
    }
  }
}
