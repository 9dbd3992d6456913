import { readReauthentication } from '@app/api-client';
import type { Flow } from '@app/api-types';
import { Button, Dialog } from '@app/ui';
import { createContext, type ReactNode, use, useState } from 'react';
import { ConfirmAtProvider, WAYS } from './components/confirm-identity';

interface Question {
  flows: Flow[];
  onConfirm: () => void;
  onCancel: () => void;
}

const Ask = createContext<(flows: Flow[]) => Promise<void>>(() => Promise.reject(new Error('No dialog')));

/**
 * Wraps a request that the server may refuse until the user has confirmed the identity. A dialog asks for it and the
 * request is repeated. If the user cancels, the request fails with an `AbortError`, which FormError does not show.
 */
export function useReauthenticated<Variables, Data>(
  request: (variables: Variables) => Promise<Data>,
): (variables: Variables) => Promise<Data> {
  const ask = use(Ask);
  return async (variables) => {
    try {
      return await request(variables);
    } catch (error) {
      const flows = readReauthentication(error);
      if (flows === null) throw error;
      await ask(flows);
      return request(variables);
    }
  };
}

/** Contains the dialog of {@link useReauthenticated}. */
export function Reauthentication({ email, children }: { email: string; children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = (flows: Flow[]) =>
    new Promise<void>((resolve, reject) => {
      setQuestion({
        flows,
        onConfirm: () => {
          setQuestion(null);
          resolve();
        },
        onCancel: () => {
          setQuestion(null);
          reject(new DOMException('The user did not confirm the identity.', 'AbortError'));
        },
      });
    });
  return (
    <Ask value={ask}>
      {children}
      <Dialog
        open={question !== null}
        onClose={() => question?.onCancel()}
        title="Confirm that it is you"
        description="You will not be asked again for five minutes."
      >
        {question && <ChooseWay {...question} email={email} />}
      </Dialog>
    </Ask>
  );
}

function ChooseWay({ flows, ...props }: Question & { email: string }) {
  const ways = WAYS.filter(({ isFor }) => flows.some(isFor));
  const [chosen, setChosen] = useState(ways[0]);
  const others = ways.filter((way) => way !== chosen);
  const Confirm = chosen?.Form ?? ConfirmAtProvider;
  return (
    <>
      <Confirm {...props} />
      {others.map((way) => (
        <Button
          key={way.name}
          look="quiet"
          className="mt-4"
          onClick={() => {
            setChosen(way);
          }}
        >
          Use your {way.name} instead
        </Button>
      ))}
    </>
  );
}
