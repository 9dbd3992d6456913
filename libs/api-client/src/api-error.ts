import { type ErrorWords, readErrorBody } from './error-body';

/** `http`: the server answered with an error. `network`: it could not be reached. `offline`: this device has no network. */
export type ApiErrorKind = 'http' | 'network' | 'offline';

interface ApiErrorFacts extends ErrorWords {
  kind: ApiErrorKind;
  status: number;
  retryAfterSeconds: number | null;
  body: unknown;
  cause?: unknown;
}

/** Every failure of a call to the API, whichever shape the server (RFC 9457, allauth) or the network gave it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** HTTP status code; 0 when there was no answer. */
  readonly status: number;
  /** The kind of problem, in a few words for a person. */
  readonly title: string;
  /** What happened, in a sentence for a person. */
  readonly detail: string;
  /** Names the request in the server's logs; null when there was no answer. */
  readonly requestId: string | null;
  /** Messages by the name of the field they belong to. */
  readonly fieldErrors: Readonly<Record<string, string[]>>;
  /** What `Retry-After` asked for, in seconds. */
  readonly retryAfterSeconds: number | null;
  /** The answer's body, parsed when it was JSON. */
  readonly body: unknown;

  constructor(facts: ApiErrorFacts) {
    super(`${facts.title}: ${facts.detail}`, { cause: facts.cause });
    this.kind = facts.kind;
    this.status = facts.status;
    this.title = facts.title;
    this.detail = facts.detail;
    this.requestId = facts.requestId;
    this.fieldErrors = facts.fieldErrors;
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.body = facts.body;
  }

  /** On 409: the resource as it is stored now, where the problem says so. */
  get current(): unknown {
    if (this.status !== 409 || typeof this.body !== 'object' || this.body === null) return undefined;
    return 'current' in this.body ? this.body.current : undefined;
  }

  get hasFieldErrors(): boolean {
    return Object.keys(this.fieldErrors).length > 0;
  }

  /** Reads an answer that is not 2xx. */
  static async fromResponse(response: Response): Promise<ApiError> {
    const text = await response.text();
    const body = parseJson(text);
    return new ApiError({
      kind: 'http',
      status: response.status,
      retryAfterSeconds: readRetryAfter(response.headers.get('Retry-After')),
      body,
      ...readErrorBody(response.status, body, response.headers.get('X-Request-ID')),
    });
  }

  /** Names the reason why no answer came. */
  static fromNetwork(cause: unknown): ApiError {
    const offline = navigator.onLine === false;
    return new ApiError({
      kind: offline ? 'offline' : 'network',
      status: 0,
      title: offline ? 'You are offline' : 'The server can’t be reached',
      detail: offline
        ? 'Check your connection, then try again.'
        : 'It may be starting, or the connection broke. Try again in a moment.',
      requestId: null,
      fieldErrors: {},
      retryAfterSeconds: null,
      body: undefined,
      cause,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An error page instead of JSON: whoever made it stands in front of the API.
    return text;
  }
}

/** Seconds until the date or the delay that `Retry-After` names (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | null): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.round((date - Date.now()) / 1000));
}
