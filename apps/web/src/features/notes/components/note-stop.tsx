import { Stop, When } from '@app/ui';
import { Link } from '@tanstack/react-router';
import type { Note } from '../note';

const EXCERPT_LENGTH = 160;

/** A note in the list: a stop on the line. */
export function NoteStop({ note }: { note: Note }) {
  const excerpt = shorten(note.body);
  return (
    <Stop as="li" link className="pb-9">
      <article className="relative">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 className="min-w-0 text-lg font-semibold tracking-tight">
            <Link
              to="/notes/$noteId"
              params={{ noteId: note.id }}
              className="transition-colors after:absolute after:-inset-x-3 after:-inset-y-2 hover:text-line"
            >
              {note.title}
            </Link>
          </h2>
          <p className="text-sm text-ink-soft">
            <When iso={note.updated_at} />
          </p>
        </div>
        {excerpt !== '' && <p className="mt-1 line-clamp-2 max-w-[60ch] text-ink-soft">{excerpt}</p>}
      </article>
    </Stop>
  );
}

/** The beginning of a text; whether it goes on is the ellipsis's to say. */
function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length <= EXCERPT_LENGTH ? trimmed : `${trimmed.slice(0, EXCERPT_LENGTH).trimEnd()}…`;
}
