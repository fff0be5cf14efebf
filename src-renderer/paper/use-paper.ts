import { t } from '../../src-shared/language/language.ts';
import { useState } from 'react';
import type { DocumentPaper, DocumentTextRequest, PrintResult, SaveResult } from '../../src-shared/protocol/desktop-api.ts';
import { desktop } from '../data/desktop.ts';
import { showToast } from '../ui/announce.tsx';

/** A document that has not been laid out yet. */
export interface PaperDocument {
  /** As it stands in a sentence: `monthly report`. */
  readonly title: string;
  /** File name without a folder and without an extension: letters, digits, spaces, dots and dashes. */
  readonly suggestedName: string;
  /** At the foot of every page, before its number; null: nothing. */
  readonly pageFooter: string | null;
  /** The sheet lies across, as its `@page` rule says too. */
  readonly isLandscape?: boolean;
  /** A whole HTML document whose `@page` rule sets the margins. */
  readonly html: (paper: DocumentPaper) => string;
}

export interface Paper {
  readonly paper: DocumentPaper;
  /** Kept for the next document of this workstation. */
  readonly setPaper: (paper: DocumentPaper) => void;
  /** What went wrong last and what to do next; null: nothing. */
  readonly problem: string | null;
  readonly isBusy: boolean;
  /** True when the file is saved. */
  readonly savePdf: (document: PaperDocument) => Promise<boolean>;
  readonly saveText: (request: DocumentTextRequest) => Promise<boolean>;
  /** True when the system took it. `deviceName`: of a system printer. */
  readonly print: (document: PaperDocument, deviceName: string) => Promise<boolean>;
}

const PAPER_KEY = 'portreeve.document.paper';

/** Ways of a document out of the window; says by a toast that it is done, and keeps what went wrong until the next try. */
export function usePaper(): Paper {
  const [paper, setPaper] = useState<DocumentPaper>(keptPaper);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function finish(output: Promise<SaveResult | PrintResult>, done: (path: string) => string): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const result = await output.finally(() => setBusy(false));
    if (result.outcome === 'saved') showToast(done(result.path));
    if (result.outcome === 'spooled') showToast(done(''));
    if (result.outcome === 'failed') setProblem(result.message);
    return result.outcome === 'saved' || result.outcome === 'spooled';
  }
  const laidOut = ({ title, pageFooter, isLandscape, html }: PaperDocument) => ({ title, pageFooter, isLandscape, paper, html: html(paper) });
  return {
    paper,
    setPaper: (next) => {
      localStorage.setItem(PAPER_KEY, next);
      setPaper(next);
    },
    problem,
    isBusy,
    savePdf: (document) => finish(desktop().print.documentToPdf({ ...laidOut(document), suggestedName: document.suggestedName }), (path) => t`Saved as ${path}`),
    saveText: (request) => finish(desktop().print.saveText(request), (path) => t`Saved as ${path}`),
    print: (document, deviceName) => finish(desktop().print.documentToSystemPrinter({ ...laidOut(document), deviceName }), () => t`Sent to ${deviceName}.`),
  };
}

function keptPaper(): DocumentPaper {
  return localStorage.getItem(PAPER_KEY) === 'a4' ? 'a4' : 'letter';
}
