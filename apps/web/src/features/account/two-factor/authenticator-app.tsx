import type { TotpAuthenticator } from '@app/api-types';
import { AlertDialog, Button, Form, FormError, Skeleton, TextField, toast } from '@app/ui';
import { lazy, Suspense, useState } from 'react';
import { Section } from '../components/section';
import { Usage } from './usage';
import { type TotpSecret, useActivateTotp, useDeactivateTotp, useStartTotp } from './queries';

const QrCode = lazy(async () => ({ default: (await import('./qr-code')).QrCode }));

interface AuthenticatorAppProps {
  app: TotpAuthenticator | undefined;
  onCodes: (codes: string[] | null) => void;
}

export function AuthenticatorApp({ app, onCodes }: AuthenticatorAppProps) {
  const start = useStartTotp();
  return (
    <Section title="Authenticator app">
      {app && <RemoveApp app={app} />}
      {!app && start.data && <SetUp secret={start.data} onClose={start.reset} onCodes={onCodes} />}
      {!app && !start.data && (
        <>
          <p>Sign-in asks for a code from an app on your phone, after the password.</p>
          <FormError error={start.error} />
          <Button busy={start.isPending} onClick={() => start.mutateAsync()}>
            Set up an authenticator app
          </Button>
        </>
      )}
    </Section>
  );
}

interface SetUpProps {
  secret: TotpSecret;
  onClose: () => void;
  onCodes: AuthenticatorAppProps['onCodes'];
}

function SetUp({ secret: { secret, totp_url: url }, onClose, onCodes }: SetUpProps) {
  const activate = useActivateTotp();
  const [code, setCode] = useState('');
  const submit = async () => {
    const codes = await activate.mutateAsync(code.trim());
    onClose();
    onCodes(codes);
    toast('Authenticator app added');
  };
  return (
    <Form className="flex flex-col gap-5" error={activate.error} onSubmit={submit}>
      <p>Scan this code with the app, or enter the key in it. Then enter the code that the app shows.</p>
      <Suspense fallback={<Skeleton className="size-52" />}>
        <QrCode text={url} label="QR code for the authenticator app" />
      </Suspense>
      <p>
        Key: <code className="block font-mono break-all">{secret}</code>
      </p>
      <TextField
        name="code"
        label="Code from the app"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onValueChange={setCode}
      />
      <FormError error={activate.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="main" busy={activate.isPending}>
          Add the app
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Form>
  );
}

function RemoveApp({ app }: { app: TotpAuthenticator }) {
  const deactivate = useDeactivateTotp();
  return (
    <>
      <Usage of={app} />
      <FormError error={deactivate.error} />
      <AlertDialog
        trigger={<Button busy={deactivate.isPending}>Remove the authenticator app</Button>}
        title="Remove the authenticator app?"
        confirm="Remove the app"
        onConfirm={() => deactivate.mutateAsync()}
      >
        Sign-in no longer asks for its code. Delete the entry in the app as well.
      </AlertDialog>
    </>
  );
}
