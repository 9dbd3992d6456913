import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';

export const BACKDROP =
  'fixed print:hidden inset-0 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';
export const POPUP =
  'fixed print:hidden top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-rule bg-surface p-7 text-ink shadow-raised transition data-ending-style:opacity-0 data-starting-style:scale-97 data-starting-style:opacity-0';

export interface DialogProps {
  title: string;
  /** One sentence under the title. */
  description: ReactNode;
  /** Usually a form. The focus starts on its first control. */
  children: ReactNode;
  open: boolean;
  onClose: () => void;
}

/** A form above the page, which Escape and a click beside it close. AlertDialog asks for a confirmation instead. */
export function Dialog({ title, description, children, open, onClose }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup className={POPUP}>
          <Base.Title className="text-xl font-semibold tracking-tight">{title}</Base.Title>
          <Base.Description className="mt-2 mb-6 text-ink-soft">{description}</Base.Description>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
