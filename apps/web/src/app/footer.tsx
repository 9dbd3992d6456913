import { linkLook } from '@app/ui';
import { ThemeChoice } from './theme-choice';

export function Footer() {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 py-10 text-sm text-ink-soft">
      <ThemeChoice />
      <a href="/api/docs" className={`${linkLook} inline-flex min-h-11 items-center`}>
        API documentation
      </a>
    </footer>
  );
}
