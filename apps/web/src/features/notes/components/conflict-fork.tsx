import { Button, Stop, When } from '@app/ui';
import { useEffect, useRef } from 'react';
import type { Note } from '../note';

export interface ConflictForkProps {
  mine: { title: string; body: string };
  stored: Note;
  busy: boolean;
  onKeepMine: (stored: Note) => void;
  onKeepStored: () => void;
  onKeepBoth: () => void;
}

/** Two edits of one note: the line forks, and the person says which way it goes on. Nothing is overwritten until then. */
export function ConflictFork({ mine, stored, busy, onKeepMine, onKeepStored, onKeepBoth }: ConflictForkProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The fork stands above the button that was pressed, and may be out of sight.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Stop filled className="pb-10">
      <section role="alert" aria-label="Two versions of this note">
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-tight outline-none">
          This note was changed somewhere else
        </h2>
        <p className="text-ink-soft">Nothing is lost: choose which version stays.</p>
        <div className="fork mt-5">
          <Version name="Yours" title={mine.title} body={mine.body} />
          <Version name="Saved" title={stored.title} body={stored.body} changed={stored.updated_at} />
        </div>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button
            busy={busy}
            onClick={() => {
              onKeepMine(stored);
            }}
          >
            Keep mine
          </Button>
          <Button busy={busy} onClick={onKeepStored}>
            Keep the saved one
          </Button>
          <Button busy={busy} onClick={onKeepBoth}>
            Keep both
          </Button>
        </div>
      </section>
    </Stop>
  );
}

interface VersionProps {
  name: string;
  title: string;
  body: string;
  changed?: string;
}

function Version({ name, title, body, changed }: VersionProps) {
  return (
    <article aria-label={name} className="fork-branch rounded-md border-2 border-rule bg-surface p-5">
      <p className="flex justify-between gap-3 text-sm font-semibold text-line">
        {name}
        {changed !== undefined && (
          <span className="font-normal text-ink-soft">
            <When iso={changed} />
          </span>
        )}
      </p>
      <h3 className="mt-2 font-semibold">{title}</h3>
      <p className="mt-1 max-h-56 overflow-y-auto text-sm whitespace-pre-wrap text-ink-soft">{body}</p>
    </article>
  );
}
