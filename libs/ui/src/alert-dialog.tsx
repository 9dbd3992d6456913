import { AlertDialog as Base } from '@base-ui/react/alert-dialog';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button';
import { BACKDROP, POPUP } from './dialog';
import { buttonLook } from './looks';
import { ErrorNotice, type ErrorNoticeProps } from './error-notice';

export interface AlertDialogProps {
  /** The button that opens the dialog. */
  trigger: ReactElement;
  title: string;
  children: ReactNode;
  /** The label of the confirming button. It names the action, for example "Delete note". */
  confirm: string;
  busy?: boolean;
  /** Why the action failed. The dialog stays open. */
  error?: ErrorNoticeProps | null;
  /** While a returned promise is pending, clicks are ignored. */
  onConfirm: () => unknown;
  /** Without it, the trigger opens the dialog, and its buttons close it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Asks for confirmation before a destructive action. The focus starts on "Cancel". */
export function AlertDialog(props: AlertDialogProps) {
  const { trigger, title, children, confirm, busy = false, error = null, onConfirm, ...root } = props;
  const button = (
    <Button look="danger" busy={busy} onClick={onConfirm}>
      {confirm}
    </Button>
  );
  return (
    <Base.Root {...root}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup className={POPUP}>
          <Base.Title className="text-xl font-semibold tracking-tight">{title}</Base.Title>
          <Base.Description className="mt-2 text-ink-soft">{children}</Base.Description>
          {error && (
            <div className="mt-5">
              <ErrorNotice {...error} />
            </div>
          )}
          <div className="mt-7 flex flex-wrap justify-end gap-3">
            <Base.Close className={buttonLook('plain')}>Cancel</Base.Close>
            {root.open === undefined ? <Base.Close render={button} /> : button}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
