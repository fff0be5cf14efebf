import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { goTo, type Route } from '../routes.ts';

export interface NotYetScreenProps {
  readonly title: string;
  /** What will be here, in the product's words. */
  readonly willHold: readonly string[];
  /** What serves until then. */
  readonly meanwhile?: string;
  /** Leads there. */
  readonly wayOut?: { readonly label: string; readonly route: Route };
}

/** An honest page for a place that this version does not have yet. */
export function NotYetScreen({ title, willHold, meanwhile, wayOut }: NotYetScreenProps): ReactElement {
  return (
    <section className="page" aria-labelledby="not-yet-title">
      <header className="page-header">
        <h1 id="not-yet-title">{title}</h1>
      </header>
      <EmptyState
        title="Not in this version yet"
        action={
          wayOut && (
            <Button look="primary" autoFocus onPress={() => goTo(wayOut.route)}>
              {wayOut.label}
            </Button>
          )
        }
      >
        <p>This place will hold</p>
        <ul className="not-yet-list">
          {willHold.map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
        </ul>
        {meanwhile !== undefined && <p className="not-yet-meanwhile">{meanwhile}</p>}
      </EmptyState>
    </section>
  );
}
