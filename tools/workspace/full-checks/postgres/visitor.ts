const ACCOUNTS = '/api/auth/browser/v1/auth';

/** Somebody with a browser's cookies, who sends what the app sends. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** Makes an account, and is signed in. */
  async signUp(email: string, password: string): Promise<void> {
    // The first answer of all brings the token.
    await fetch(`${this.origin}${ACCOUNTS}/session`).then((answer) => {
      this.#remember(answer);
    });
    await this.ask(`${ACCOUNTS}/signup`, { email, password });
  }

  /** What the API answers to a GET, or to a POST of `json`. @throws Error when it is no success */
  async ask<Answer>(path: string, json?: unknown): Promise<Answer> {
    const answer = await fetch(`${this.origin}${path}`, {
      method: json === undefined ? 'GET' : 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-CSRFToken': this.#cookies.get('csrftoken') ?? '',
        Origin: this.origin,
        // What is kept open ends with the stack, and may end between two requests.
        Connection: 'close',
        Cookie: [...this.#cookies].map((cookie) => cookie.join('=')).join('; '),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    this.#remember(answer);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as Answer;
  }

  #remember(answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
  }
}
