/** What to do about a failure. Text between backticks is a command. */
export function Fix({ text, className }: { text: string | null; className: string }) {
  if (text === null) return null;
  return (
    <p className={`text-sm font-medium text-failed ${className}`}>
      {text.split('`').map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <code key={part} className="rounded-sm bg-failed-soft px-1 font-mono text-xs whitespace-nowrap">
            {part}
          </code>
        ),
      )}
    </p>
  );
}
