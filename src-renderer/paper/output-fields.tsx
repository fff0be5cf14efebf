import type { ReactElement } from 'react';
import type { DocumentPaper } from '../../src-shared/protocol/desktop-api.ts';
import { type Choice, Select } from '../ui/select.tsx';
import type { Output } from './use-output.ts';

export const PAPER_CHOICES: readonly Choice<DocumentPaper>[] = [
  { value: 'letter', label: 'Letter' },
  { value: 'a4', label: 'A4' },
];

/** Which printer, which paper. */
export function OutputFields({ output }: { readonly output: Output }): ReactElement {
  return (
    <>
      <Select label="Print on" value={output.target} onChange={output.setTarget} choices={output.targets} />
      <Select label="Paper" value={output.paper} onChange={output.setPaper} choices={PAPER_CHOICES} />
    </>
  );
}
