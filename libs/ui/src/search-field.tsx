import { Input } from '@base-ui/react/input';
import { SearchIcon } from './icons';

export interface SearchFieldProps {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  maxLength?: number;
}

export function SearchField({ label, value, onValueChange, maxLength }: SearchFieldProps) {
  return (
    <div role="search" className="relative min-w-0 grow text-ink-soft">
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center">
        <SearchIcon />
      </span>
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        maxLength={maxLength}
        onValueChange={onValueChange}
        className="min-h-11 w-full rounded-md border-2 border-control bg-surface py-1 pr-3 pl-11 text-base text-ink transition-colors placeholder:text-ink-soft hover:border-ink-soft focus:border-line"
      />
    </div>
  );
}
