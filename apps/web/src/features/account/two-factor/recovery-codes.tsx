import { AlertDialog, Button, buttonLook, FormError, Notice } from '@app/ui';
import { Section } from '../components/section';
import { useRenewCodes } from './queries';

interface RecoveryCodesProps {
  /** The number of unused codes. */
  left: number;
  /** Codes that were just created. The server shows them once. */
  newCodes: string[] | null;
  onCodes: (codes: string[]) => void;
}

export function RecoveryCodes({ left, newCodes, onCodes }: RecoveryCodesProps) {
  const renew = useRenewCodes();
  return (
    <Section title="Recovery codes">
      <p>Each code signs you in once, in place of the app or the passkey. Codes left: {left}.</p>
      {newCodes && <NewCodes codes={newCodes} />}
      <FormError error={renew.error} />
      <AlertDialog
        trigger={<Button busy={renew.isPending}>Create new recovery codes</Button>}
        title="Create new recovery codes?"
        confirm="Create new codes"
        onConfirm={() => renew.mutateAsync().then(onCodes)}
      >
        The current codes will no longer be valid.
      </AlertDialog>
    </Section>
  );
}

function NewCodes({ codes }: { codes: string[] }) {
  const file = `data:text/plain,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <>
      <Notice tone="caution">
        <p className="font-semibold">Save these codes now. They are not shown again.</p>
        <ul className="mt-2 grid grid-cols-2 gap-x-5 font-mono">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Notice>
      <div className="flex flex-wrap gap-3">
        <a href={file} download="recovery-codes.txt" ref={focus} className={buttonLook()}>
          Download the codes
        </a>
        <Button
          onClick={() => {
            print();
          }}
        >
          Print
        </Button>
      </div>
    </>
  );
}

/** Moves to the codes, which appear below the control that created them. */
function focus(element: HTMLElement | null): void {
  element?.focus();
}
