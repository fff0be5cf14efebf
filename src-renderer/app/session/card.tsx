import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import { usePageTitle } from '../page-title.ts';
import './card.css';

export interface CardProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly children: ReactNode;
}

/** One quiet card in the middle of the window: before anyone is signed in. */
export function Card({ title, subtitle, children }: CardProps): ReactElement {
  usePageTitle(title);
  return (
    <div className="card-room" data-modal="" /* no key of the screens acts here */>
      <main className="card" aria-labelledby="card-title">
        <header className="card-header">
          <p className="card-brand">{t`Portreeve`}</p>
          <h1 id="card-title">{title}</h1>
          {subtitle !== undefined && <p className="muted">{subtitle}</p>}
        </header>
        {children}
      </main>
    </div>
  );
}
