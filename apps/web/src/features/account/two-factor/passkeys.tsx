import { type ApiError, supportsPasskeys } from '@app/api-client';
import type { WebAuthnAuthenticator } from '@app/api-types';
import { AlertDialog, atMost, Button, Form, FormError, TextField } from '@app/ui';
import { useState } from 'react';
import { Section } from '../components/section';
import { Usage } from './usage';
import { useAddPasskey, useDeletePasskey, useRenamePasskey } from './queries';

interface PasskeysProps {
  passkeys: WebAuthnAuthenticator[];
  onCodes: (codes: string[] | null) => void;
}

export function Passkeys({ passkeys, onCodes }: PasskeysProps) {
  const add = useAddPasskey();
  const [isNaming, setNaming] = useState(false);
  return (
    <Section title="Passkeys">
      <p>A passkey signs you in without a password, with the fingerprint, face or PIN of your device.</p>
      {passkeys.length > 0 && (
        <ul className="flex flex-col gap-5">
          {passkeys.map((passkey) => (
            <Passkey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {!supportsPasskeys() && <p>This browser cannot add a passkey here. Passkeys need HTTPS and a domain name.</p>}
      {supportsPasskeys() && !isNaming && (
        <Button
          onClick={() => {
            setNaming(true);
          }}
        >
          Add a passkey
        </Button>
      )}
      {isNaming && (
        <NameForm
          name=""
          action="Add passkey"
          busy={add.isPending}
          error={add.error}
          onClose={() => {
            setNaming(false);
          }}
          onSubmit={async (name) => {
            onCodes(await add.mutateAsync(name));
          }}
        />
      )}
    </Section>
  );
}

function Passkey({ passkey }: { passkey: WebAuthnAuthenticator }) {
  const rename = useRenamePasskey();
  const remove = useDeletePasskey();
  const [isNaming, setNaming] = useState(false);
  const { id, name } = passkey;
  return (
    <li className="flex flex-col gap-2">
      <h3 className="font-semibold break-words">{name}</h3>
      <Usage of={passkey} />
      <FormError error={remove.error} />
      {isNaming ? (
        <NameForm
          name={name}
          action="Save name"
          busy={rename.isPending}
          error={rename.error}
          onClose={() => {
            setNaming(false);
          }}
          onSubmit={(newName) => rename.mutateAsync({ id, name: newName })}
        />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button
            aria-label={`Rename ${name}`}
            onClick={() => {
              setNaming(true);
            }}
          >
            Rename
          </Button>
          <AlertDialog
            trigger={
              <Button busy={remove.isPending} aria-label={`Remove ${name}`}>
                Remove
              </Button>
            }
            title="Remove this passkey?"
            confirm="Remove passkey"
            onConfirm={() => remove.mutateAsync(id)}
          >
            “{name}” will no longer sign you in. Delete it on the device as well.
          </AlertDialog>
        </div>
      )}
    </li>
  );
}

interface NameFormProps {
  name: string;
  /** The label of the button. */
  action: string;
  busy: boolean;
  error: ApiError | null;
  onSubmit: (name: string) => Promise<unknown>;
  onClose: () => void;
}

function NameForm({ name: initial, action, busy, error, onSubmit, onClose }: NameFormProps) {
  const [name, setName] = useState(initial);
  return (
    <Form className="flex flex-col gap-5" error={error} onSubmit={() => onSubmit(name.trim()).then(onClose)}>
      <TextField
        name="name"
        label="Name of the passkey"
        hint="For example the device on which it is stored."
        autoComplete="off"
        required
        validate={atMost(100)}
        value={name}
        onValueChange={setName}
      />
      <FormError error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="main" busy={busy}>
          {action}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Form>
  );
}
