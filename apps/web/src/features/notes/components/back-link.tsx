import { BackIcon, Stop } from '@app/ui';
import { Link } from '@tanstack/react-router';

export function BackToNotes() {
  return (
    <Stop bare className="pb-6">
      <Link
        to="/notes"
        className="-ml-1 inline-flex min-h-11 items-center gap-2 justify-self-start rounded-sm pr-2 font-semibold text-ink-soft hover:text-ink"
      >
        <BackIcon />
        All notes
      </Link>
    </Stop>
  );
}
