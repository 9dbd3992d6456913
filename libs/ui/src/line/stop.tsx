import type { ElementType, ReactNode } from 'react';

export interface StopProps {
  /** The element type, for example `li` in a list. */
  as?: ElementType;
  /** `large` for the first stop of a page. */
  size?: 'normal' | 'large';
  /** `quiet` for content that is loading, `unknown` for an unknown state. */
  tone?: 'line' | 'quiet' | 'unknown' | 'ok' | 'failed';
  /** Draws the line below as dashes. */
  broken?: boolean;
  filled?: boolean;
  /** The line without a ring. */
  bare?: boolean;
  /** Fills the ring while a link inside is hovered or focused. */
  link?: boolean;
  className?: string;
  children: ReactNode;
}

/** Content next to the line that runs through every page. The line is decoration and hidden from screen readers. */
export function Stop({ as: Element = 'div', className = '', children, ...look }: StopProps) {
  return (
    <Element
      className={`line-stop ${className}`}
      data-size={look.size}
      data-tone={look.tone}
      data-broken={flag(look.broken)}
      data-filled={flag(look.filled)}
      data-bare={flag(look.bare)}
      data-link={flag(look.link)}
    >
      {children}
    </Element>
  );
}

function flag(value: boolean | undefined): '' | undefined {
  return value ? '' : undefined;
}

/** The end of the line, the last element of a page. */
export function LineEnd() {
  return <div className="line-end" aria-hidden="true" />;
}
