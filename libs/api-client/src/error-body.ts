/** The parts of an error response that are shown to the user. */
export interface ErrorText {
  title: string;
  detail: string;
  requestId: string | null;
  fieldErrors: Record<string, string[]>;
}

interface FieldMessage {
  field: string | null;
  message: string;
}

const UNAVAILABLE = ['Temporarily unavailable', 'Try again in a moment.'] as const;

/** Used for what the response does not say: an HTML page, an empty body, allauth's status without a message. */
const DEFAULTS: Record<number, readonly [title: string, detail: string]> = {
  401: ['Sign in to continue', 'Your session has ended.'],
  403: ['Not allowed', 'Reload the page and try again.'],
  404: ['Not found', 'It does not exist, or you do not have access to it.'],
  409: ['Something changed', 'Reload the page and try again.'],
  413: ['Too large', 'Make it shorter and try again.'],
  429: ['Too many attempts', 'Wait a moment and try again.'],
  502: UNAVAILABLE,
  503: UNAVAILABLE,
  504: UNAVAILABLE,
};

const SERVER_ERROR = ['Something went wrong on our side', 'Try again.'] as const;
const CLIENT_ERROR = ['The request failed', 'Reload the page and try again.'] as const;

/**
 * Reads problem details (RFC 9457) and allauth's error envelope.
 *
 * @param headerId - the response's `X-Request-ID`, used when the body has no id
 */
export function readErrorBody(status: number, body: unknown, headerId: string | null): ErrorText {
  const [title, detail] = DEFAULTS[status] ?? (status >= 500 ? SERVER_ERROR : CLIENT_ERROR);
  const record = isRecord(body) ? body : {};
  const messages = readMessages(record.errors);
  const general = messages.filter(({ field }) => field === null).map(({ message }) => message);
  return {
    // With `about:blank` the title is only the status phrase, such as "Bad Gateway" (RFC 9457, section 4.2.1).
    title: hasOwnType(record) ? (readText(record.title) ?? title) : title,
    detail: readText(record.detail) ?? (general.length > 0 ? general.join(' ') : detail),
    requestId: readText(record.request_id) ?? headerId,
    fieldErrors: groupByField(messages),
  };
}

/** Problem details name the field `field`. allauth names it `param`, and omits it for errors of the whole form. */
function readMessages(errors: unknown): FieldMessage[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).flatMap((error) => {
    const message = readText(error.message);
    return message === null ? [] : [{ field: readText(error.field) ?? readText(error.param), message }];
  });
}

function groupByField(messages: FieldMessage[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { field, message } of messages) {
    if (field !== null) (fields[field] ??= []).push(message);
  }
  return fields;
}

function hasOwnType(problem: Record<string, unknown>): boolean {
  const type = readText(problem.type);
  return type !== null && type !== 'about:blank';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
