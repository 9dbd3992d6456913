/** The name of one request in the server's logs, to be read out or copied. */
export function RequestId({ id }: { id: string | null }) {
  if (id === null) return null;
  return (
    <p className="text-sm text-ink-soft">
      Request id <code className="block font-mono text-xs break-all text-ink select-all sm:inline">{id}</code>
    </p>
  );
}
