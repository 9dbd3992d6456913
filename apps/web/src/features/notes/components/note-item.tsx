import type { Note } from '@app/api-types';
import { excerpt, Stop, When } from '@app/ui';
import { getRouteApi, Link } from '@tanstack/react-router';

const route = getRouteApi('/signed-in/notes');

/** A note in the list. */
export function NoteItem({ stored }: { stored: Note }) {
  const listSearch = route.useSearch();
  const summary = excerpt(stored.body);
  return (
    <Stop as="li" link className="pb-9">
      <article className="relative">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 dir="auto" className="min-w-0 grow text-lg font-semibold tracking-tight">
            <Link
              to="/notes/$noteId"
              params={{ noteId: stored.id }}
              state={{ listSearch }}
              className="transition-colors after:absolute after:-inset-x-3 after:-inset-y-2 hover:text-line"
            >
              {stored.title}
            </Link>
          </h2>
          <p className="text-sm text-ink-soft">
            <When iso={stored.updated_at} />
          </p>
        </div>
        {summary !== '' && (
          <p dir="auto" className="mt-1 line-clamp-2 max-w-[60ch] text-ink-soft">
            {summary}
          </p>
        )}
      </article>
    </Stop>
  );
}
