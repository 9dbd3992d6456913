import type { ElementType, ReactNode } from 'react';

export interface StopProps {
  /** The element that stands on the line; a list's stops are `li`. */
  as?: ElementType;
  /** `large` for the stop that a page begins with. */
  size?: 'normal' | 'large';
  /** `quiet` is a track that is not there yet, `unknown` a stop of which nothing is known. */
  tone?: 'line' | 'quiet' | 'unknown' | 'ok' | 'failed';
  /** The line begins here. */
  start?: boolean;
  /** The line ends here. */
  end?: boolean;
  /** The track below is interrupted. */
  broken?: boolean;
  filled?: boolean;
  /** The track alone, without a ring: content between two stops. */
  bare?: boolean;
  /** The ring fills while a link in it is pointed at. */
  link?: boolean;
  className?: string;
  children: ReactNode;
}

/** Content on the product's line. Purely visual: a screen reader meets the element named by `as` and no more. */
export function Stop({ as: Element = 'div', className = '', children, ...look }: StopProps) {
  return (
    <Element
      className={`line-stop ${className}`}
      data-size={look.size}
      data-tone={look.tone}
      data-start={flag(look.start)}
      data-end={flag(look.end)}
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

/** Where the line stops: the last thing on a page. */
export function LineEnd() {
  return <div className="line-end" aria-hidden="true" />;
}
