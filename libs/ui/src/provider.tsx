import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import { AppTitle } from './page-title';

export interface UiProviderProps {
  /** The product's name for document titles. */
  appTitle: string;
  children: ReactNode;
}

/** Root of the app. The content security policy allows no inline styles, so Base UI must not insert any. */
export function UiProvider({ appTitle, children }: UiProviderProps) {
  return (
    <AppTitle value={appTitle}>
      <CSPProvider disableStyleElements>{children}</CSPProvider>
    </AppTitle>
  );
}
