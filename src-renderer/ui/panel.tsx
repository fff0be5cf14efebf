import { type ReactElement, type ReactNode, useId } from 'react';
import './panel.css';

export interface PanelProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A titled part of a screen; a landmark-free section that its heading names. */
export function Panel({ title, children, actions }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-header">
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** Two panes side by side; below 60 rem of room the second goes under the first. */
export function SplitPane({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }): ReactElement {
  return (
    <div className="split-pane-room">
      <div className="split-pane">
        <div className="split-pane-part">{first}</div>
        <div className="split-pane-part">{second}</div>
      </div>
    </div>
  );
}
