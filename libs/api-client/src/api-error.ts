import { type ErrorText, readErrorBody } from './error-body';

/**
 * `http`: the server sent an error response. `network`: no response. `offline`: this device has no network. `passkey`: the
 * browser or the server did not accept one.
 */
export type ApiErrorKind = 'http' | 'network' | 'offline' | 'passkey';

interface ApiErrorOptions extends ErrorText {
  kind: ApiErrorKind;
  status: number;
  retryAfterSeconds: number | null;
  body: unknown;
  cause?: unknown;
}

/** The error of every failed API request, built from problem details (RFC 9457), allauth's envelope or a network error. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** HTTP status code; 0 without a response. */
  readonly status: number;
  /** What failed, for the user, without a full stop. */
  readonly title: string;
  /** What to do about it, in a sentence for the user. */
  readonly detail: string;
  /** Identifies the request in the server's logs; null without a response. */
  readonly requestId: string | null;
  /** Error messages by field name. */
  readonly fieldErrors: Readonly<Record<string, string[]>>;
  /** The value of `Retry-After` in seconds. */
  readonly retryAfterSeconds: number | null;
  /** The response body: parsed JSON, else text. */
  readonly body: unknown;

  constructor(options: ApiErrorOptions) {
    super(`${options.title}: ${options.detail}`, { cause: options.cause });
    this.kind = options.kind;
    this.status = options.status;
    this.title = options.title;
    this.detail = options.detail;
    this.requestId = options.requestId;
    this.fieldErrors = options.fieldErrors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.body = options.body;
  }

  get hasFieldErrors(): boolean {
    return Object.keys(this.fieldErrors).length > 0;
  }

  static fromResponse(response: Response, body: unknown): ApiError {
    return new ApiError({
      kind: 'http',
      status: response.status,
      retryAfterSeconds: readRetryAfter(response.headers.get('Retry-After')),
      body,
      ...readErrorBody(response.status, body, response.headers.get('X-Request-ID')),
    });
  }

  static fromNetwork(cause: unknown): ApiError {
    const offline = navigator.onLine === false;
    return new ApiError({
      kind: offline ? 'offline' : 'network',
      status: 0,
      // True also after the device is online again.
      title: offline ? 'There was no connection' : 'The server is not responding',
      detail: offline ? 'Check your connection and try again.' : 'Try again in a moment.',
      requestId: null,
      fieldErrors: {},
      retryAfterSeconds: null,
      body: undefined,
      cause,
    });
  }
}

/**
 * Returns the stored resource that a 409 response contains when an update was based on an older version, else null.
 * The type parameter is the resource's type in the OpenAPI document.
 */
export function readConflict<Resource>(error: unknown): Resource | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const { body } = error;
  const hasCurrent = typeof body === 'object' && body !== null && 'current' in body;
  return hasCurrent ? (body.current as Resource) : null;
}

/** Reads a delay or a date (RFC 9110, section 10.2.3). */
function readRetryAfter(value: string | null): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.round((date - Date.now()) / 1000));
}
