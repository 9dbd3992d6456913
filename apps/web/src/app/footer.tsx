import { linkLook } from '@app/ui';
import { Link } from '@tanstack/react-router';
import { ThemeChoice } from './theme-choice';

const LINK = `${linkLook} inline-flex min-h-11 items-center`;

export function Footer() {
  return (
    <footer className="flex print:hidden flex-wrap items-center justify-between gap-x-6 gap-y-4 py-10 text-sm text-ink-soft">
      <ThemeChoice />
      <nav aria-label="For developers" className="flex flex-wrap gap-x-6">
        <Link to="/system" className={LINK}>
          System status
        </Link>
        <a href="/api/docs" className={LINK}>
          API documentation
        </a>
      </nav>
    </footer>
  );
}
