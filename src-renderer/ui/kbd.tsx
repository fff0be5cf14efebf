import type { ReactElement } from 'react';
import './kbd.css';

/** A key or chord as it stands on the keyboard. A hint for the eye: assistive technology reads the keys from the F1 sheet. */
export function Kbd({ keys }: { readonly keys: string }): ReactElement {
  return (
    <kbd className="kbd" aria-hidden="true">
      {keys}
    </kbd>
  );
}
