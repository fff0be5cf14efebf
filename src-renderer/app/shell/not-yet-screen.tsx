import type { ReactElement } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';

export interface NotYetScreenProps {
  readonly title: string;
  /** What will be here, in the product's words. */
  readonly willHold: readonly string[];
  /** What serves until then. */
  readonly meanwhile?: string;
}

/** An honest page for a place that this version does not have yet. */
export function NotYetScreen({ title, willHold, meanwhile }: NotYetScreenProps): ReactElement {
  return (
    <section className="page" aria-labelledby="not-yet-title">
      <header className="page-header">
        <h1 id="not-yet-title">{title}</h1>
      </header>
      <EmptyState title="Not in this version yet">
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
