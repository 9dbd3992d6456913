/** Text in which words between backticks are commands to type. */
export function CodeWords({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <code key={part} className="rounded-sm bg-failed-soft px-1 whitespace-nowrap font-mono text-xs">
        {part}
      </code>
    ),
  );
}
