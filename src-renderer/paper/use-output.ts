import { t } from '../../src-shared/language/language.ts';
import { useState } from 'react';
import type { Choice } from '../ui/select.tsx';
import { type Paper, type PaperDocument, usePaper } from './use-paper.ts';
import { useSystemPrinters } from '../data/use-system-printers.ts';

/** In the place of a printer's name. */
export const AS_PDF = '';

/** Where documents go that are printed in the course of other work, such as letters: chosen once, then kept for this workstation. */
export interface Output extends Pick<Paper, 'paper' | 'setPaper' | 'problem' | 'isBusy'> {
  /** Name of a system printer, or `AS_PDF`. */
  readonly target: string;
  readonly setTarget: (target: string) => void;
  readonly targets: readonly Choice<string>[];
  /** True when a printer took it, or the file is saved. */
  readonly send: (document: PaperDocument) => Promise<boolean>;
}

const TARGET_KEY = 'portreeve.document.printer';

/** The printer used last, if the computer still has it, else its default one, else a PDF. */
export function useOutput(): Output {
  const printers = useSystemPrinters();
  const { savePdf, print, paper, setPaper, problem, isBusy } = usePaper();
  const [chosen, setChosen] = useState(() => localStorage.getItem(TARGET_KEY));
  const isThere = chosen !== null && (chosen === AS_PDF || printers?.some(({ name }) => name === chosen) === true);
  const target = isThere ? chosen : (printers?.[0]?.name ?? AS_PDF);
  return {
    ...{ paper, setPaper, problem, isBusy, target },
    setTarget(next) {
      localStorage.setItem(TARGET_KEY, next);
      setChosen(next);
    },
    targets: [...(printers ?? []).map(({ name, displayName }) => ({ value: name, label: displayName || name })), { value: AS_PDF, label: t`Save as PDF` }],
    send: (document) => (target === AS_PDF ? savePdf(document) : print(document, target)),
  };
}
