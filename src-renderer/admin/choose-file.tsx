import { type ReactElement, useRef } from 'react';
import { Button } from '../ui/button.tsx';

interface ChooseFileProps {
  readonly label: string;
  /** Endings, such as `.csv`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly size?: 'normal' | 'small';
}

/** A button that asks for a file. The same file may be chosen again after it was mended. */
export function ChooseFile({ label, accept, onFile, size = 'normal' }: ChooseFileProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
