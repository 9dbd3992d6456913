/** What an error's body says to a person, whichever of the API's two shapes it has. */
export interface ErrorWords {
  title: string;
  detail: string;
  requestId: string | null;
  fieldErrors: Record<string, string[]>;
}

interface FieldMessage {
  field: string | null;
  message: string;
}

/** For answers that say nothing a person can read: an HTML page, an empty body, allauth's bare status. */
const WORDS: Record<number, readonly [title: string, detail: string]> = {
  401: ['Sign in first', 'Your session has ended.'],
  403: ['Not allowed', 'Reload the page and try again.'],
  404: ['Not found', 'There is nothing here, or it is not yours.'],
  409: ['Already done', 'Something changed in between. Reload the page.'],
  413: ['Too large', 'Make it shorter and try again.'],
  429: ['Too many tries', 'Wait a little, then try again.'],
};

const SERVER_WORDS = ['The server could not answer', 'It is not you. Try again in a moment.'] as const;
const CLIENT_WORDS = ['That did not work', 'The server refused this request.'] as const;

/**
 * Reads RFC 9457 problem details and allauth's error envelope into one shape.
 *
 * @param headerId - the answer's `X-Request-ID`, for bodies that carry no id of their own
 */
export function readErrorBody(status: number, body: unknown, headerId: string | null): ErrorWords {
  const [title, detail] = WORDS[status] ?? (status >= 500 ? SERVER_WORDS : CLIENT_WORDS);
  const record = isRecord(body) ? body : {};
  const messages = readMessages(record.errors);
  const general = messages.filter((message) => message.field === null).map((message) => message.message);
  return {
    // A problem without a type of its own has the status's phrase for a title, which is no language for people.
    title: hasOwnType(record) ? (readText(record.title) ?? title) : title,
    detail: readText(record.detail) ?? (general.length > 0 ? general.join(' ') : detail),
    requestId: readText(record.request_id) ?? headerId,
    fieldErrors: byField(messages),
  };
}

/** RFC 9457's member is ours and names `field`; allauth's names `param`, and leaves it out for the form as a whole. */
function readMessages(errors: unknown): FieldMessage[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isRecord).flatMap((error) => {
    const message = readText(error.message);
    return message === null ? [] : [{ field: readText(error.field) ?? readText(error.param), message }];
  });
}

function byField(messages: FieldMessage[]): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { field, message } of messages) {
    if (field !== null) (fields[field] ??= []).push(message);
  }
  return fields;
}

/** RFC 9457, 4.2.1: `about:blank` says no more than the status code. */
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
