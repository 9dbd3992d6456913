import { createContext, useContext } from 'react';

export const AppTitle = createContext('');

/** The document title: the page's name and the product's, or the product's alone. */
export function PageTitle({ children }: { children?: string | undefined }) {
  const appTitle = useContext(AppTitle);
  return <title>{children === undefined ? appTitle : `${children} · ${appTitle}`}</title>;
}
