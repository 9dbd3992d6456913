import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from './button';
import { Stop } from './line/stop';
import { When } from './when';

export interface ConflictProps {
  /** What was changed, for example "note". */
  name: string;
  /** When the stored version was changed. */
  changedAt: string;
  /** The values of both versions. The first field is the title. */
  fields: readonly { label: string; mine: ReactNode; other: ReactNode }[];
  busy: boolean;
  onUseMine: () => unknown;
  onUseOther: () => void;
  onSaveCopy: () => unknown;
}

/** Shows an edit beside the version that was stored in the meantime. The user decides which one to keep. */
export function Conflict({ name, changedAt, fields, busy, onUseMine, onUseOther, onSaveCopy }: ConflictProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The heading may be out of sight: it is above the form, and the user pressed the button below it.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <Stop filled className="pb-10">
      <section role="alert" aria-label={`Two versions of this ${name}`}>
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold tracking-tight outline-none">
          This {name} was changed elsewhere
        </h2>
        <p className="text-ink-soft">Your changes are not saved yet. Choose a version.</p>
        <div className="fork mt-5">
          <Version name="Your version" fields={fields.map(({ label, mine }) => ({ label, value: mine }))} />
          <Version
            name="Other version"
            note={<When iso={changedAt} />}
            fields={fields.map(({ label, other }) => ({ label, value: other }))}
          />
        </div>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button busy={busy} onClick={onUseMine}>
            Use my version
          </Button>
          <Button busy={busy} onClick={onUseOther}>
            Use the other version
          </Button>
          <Button busy={busy} onClick={onSaveCopy}>
            Save mine as a copy
          </Button>
        </div>
      </section>
    </Stop>
  );
}

interface VersionProps {
  name: string;
  note?: ReactNode;
  fields: { label: string; value: ReactNode }[];
}

function Version({ name, note, fields: [title, ...rest] }: VersionProps) {
  return (
    <article aria-label={name} className="fork-branch rounded-md border-2 border-rule bg-surface p-5">
      <p className="flex justify-between gap-3 text-sm font-semibold text-line">
        {name}
        <span className="font-normal text-ink-soft">{note}</span>
      </p>
      <h3 dir="auto" className="mt-2 font-semibold">
        {title?.value}
      </h3>
      {/* Focusable, so that it can be scrolled with the keyboard. */}
      <dl tabIndex={0} className="mt-1 max-h-56 overflow-y-auto text-sm">
        {rest.map(({ label, value }) => (
          <div key={label} className="mt-1">
            <dt className="text-xs text-ink-soft">{label}</dt>
            <dd dir="auto" className="whitespace-pre-wrap">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
