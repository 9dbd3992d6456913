import { useState } from 'react';
import { chooseTheme, readTheme, type Theme, THEMES } from './theme';

const LABELS: Record<Theme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' };

export function ThemeChoice() {
  const [theme, setTheme] = useState(readTheme);
  return (
    <fieldset className="flex flex-wrap items-center">
      <legend className="sr-only">Appearance</legend>
      {THEMES.map((option) => (
        <label
          key={option}
          className="flex min-h-11 cursor-pointer items-center rounded-sm px-3 first-of-type:-ml-3 hover:text-ink has-checked:font-semibold has-checked:text-ink has-checked:underline has-checked:decoration-line has-checked:decoration-3 has-checked:underline-offset-8 has-focus-visible:outline-3 has-focus-visible:outline-line"
        >
          <input
            type="radio"
            name="theme"
            className="sr-only"
            checked={theme === option}
            onChange={() => {
              chooseTheme(option);
              setTheme(option);
            }}
          />
          {LABELS[option]}
        </label>
      ))}
    </fieldset>
  );
}
