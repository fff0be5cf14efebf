import { type ReactElement, type ReactNode, useId } from 'react';

export interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the end of the title's line. */
  readonly actions?: ReactNode;
}

/** A titled part of what is known of a case; found by its name. */
export function Group({ title, children, actions }: GroupProps): ReactElement {
  const id = useId();
  return (
    <section className="case-group" aria-labelledby={id}>
      <div className="case-group-title">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
