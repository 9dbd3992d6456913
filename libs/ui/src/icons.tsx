import type { ReactNode } from 'react';

/** Drawn with the line's own stroke: round ends, one width. Always beside words, so hidden from screen readers. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className="size-5 shrink-0 fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M10 4v12M4 10h12" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="9" cy="9" r="5" />
      <path d="m13 13 4 4" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M16 10H4m5-5-5 5 5 5" />
    </Icon>
  );
}

/** Two wheels and the line between them. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 20" className="h-5 w-12 fill-none stroke-line stroke-3">
      <path d="M16 10h16" />
      <circle cx="10" cy="10" r="6.5" />
      <circle cx="38" cy="10" r="6.5" />
    </svg>
  );
}
