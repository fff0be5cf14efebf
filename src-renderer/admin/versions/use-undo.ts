import { t } from '../../../src-shared/language/language.ts';
import { useState } from 'react';
import type { CatalogueVersion } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { entryWords, findEntry, nameOfEntry } from '../../../src-shared/catalogue/sections.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { goToPlace } from '../open-entry.ts';
import { takeIn } from '../take-in.ts';

const TIMEOUT_MS = 30_000;

/** Puts back what a version changed, as changes to be looked at and published: a version is never taken out of the list. */
export function useUndo({ version, note }: CatalogueVersion): { readonly isPending: boolean; readonly problem: string | null; readonly run: () => void } {
  const catalogue = useCatalogue();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function undo(): Promise<void> {
    setPending(true);
    setProblem(null);
    try {
      const reply = await data.admin.undo({ version }, { context: { timeoutMs: TIMEOUT_MS } });
      if (!reply.ok) return setProblem(reply.sentence);
      const left = reply.changedSince.map(({ section, code }) => entryWords(section, nameOfEntry(section, code, findEntry(catalogue, section, code))));
      if (reply.changes.length + reply.orders.length === 0) return setProblem(left.length === 0 ? t`Nothing of this version is left to undo.` : t`Nothing can be undone: ${left.join(', ')} was changed again since.`);
      takeIn(catalogue, reply, note === '' ? t`Undoes version ${version}` : t`Undoes version ${version}: ${note}`);
      if (left.length > 0) showToast(t`Left as it is, because it was changed again since: ${left.join(', ')}.`);
      goToPlace('review');
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  return { isPending, problem, run: () => void (isPending || undo()) };
}
