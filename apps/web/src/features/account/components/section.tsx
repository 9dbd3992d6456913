import { Stop } from '@app/ui';
import type { ReactNode } from 'react';

/** A section of the account page. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stop as="section" className="pb-9">
      <h2 className="text-lg font-semibold tracking-tight">{title}</h2>
      <div className="mt-3 flex max-w-96 flex-col gap-5">{children}</div>
    </Stop>
  );
}
