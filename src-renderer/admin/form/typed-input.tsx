import { type ReactElement, useState } from 'react';
import { TextField } from '../../ui/text-field.tsx';

export interface TypedInputProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string | undefined;
  readonly error: string | null;
  /** The value, written as this form writes it. */
  readonly shown: string;
  /** What a text means. */
  readonly read: (typed: string) => unknown;
  readonly onChange: (value: unknown) => void;
  readonly placeholder?: string;
}

/** A field that understands several ways of writing: while it has the focus it shows what was typed, afterwards what it means. */
export function TypedInput({ shown, read, onChange, ...frame }: TypedInputProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      {...frame}
      error={typed === null ? frame.error : null}
      value={typed ?? shown}
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
      onBlur={() => setTyped(null)}
      isNumber
    />
  );
}
