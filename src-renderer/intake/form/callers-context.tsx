import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { type Callers, useFoundCallers } from './use-callers.ts';

const CallersContext = createContext<Callers | null>(null);

/** Callers are looked for once, for all fields that do; only these and what shows them are drawn when others are found. */
export function CallersProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return <CallersContext value={useFoundCallers()}>{children}</CallersContext>;
}

export function useCallers(): Callers {
  const callers = useContext(CallersContext);
  if (callers === null) throw new Error('useCallers: used outside the form');
  return callers;
}
