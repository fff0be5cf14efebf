import type { ReactElement } from 'react';
import { Kbd } from './kbd.tsx';

export interface AccessLabelProps {
  readonly label: string;
  /** The key that jumps to the field. `Alt+P` underlines the P of the label; any other key, or a missing letter, is shown beside it. */
  readonly keyHint?: string | undefined;
}

/** A label whose jump key can be seen without taking room. */
export function AccessLabel({ label, keyHint }: AccessLabelProps): ReactElement {
  const at = accessLetterIndex(label, keyHint);
  if (at === -1) return <>{label}</>;
  return (
    <>
      {label.slice(0, at)}
      <u className="access-letter">{label.charAt(at)}</u>
      {label.slice(at + 1)}
    </>
  );
}

/** The key beside the label, when no letter of the label can show it. */
export function AccessKey({ label, keyHint }: AccessLabelProps): ReactElement | null {
  return keyHint === undefined || accessLetterIndex(label, keyHint) !== -1 ? null : <Kbd keys={keyHint} />;
}

/** Where the letter of an `Alt+letter` key stands in the label: at a capital if there is one; -1 when it does not. */
function accessLetterIndex(label: string, keyHint: string | undefined): number {
  const letter = /^Alt\+([A-Z])$/.exec(keyHint ?? '')?.[1];
  if (letter === undefined) return -1;
  const asCapital = label.indexOf(letter);
  return asCapital === -1 ? label.toUpperCase().indexOf(letter) : asCapital;
}
