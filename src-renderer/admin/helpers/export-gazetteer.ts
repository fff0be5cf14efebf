import type { SaveResult, DesktopApi } from '../../../src-shared/protocol/desktop-api.ts';
import type { GazetteerCsvPage } from '../../../src-shared/protocol/data-rpc/gazetteer-contract.ts';

export interface GazetteerExport {
  /** Null: there is no list here any more. */
  readonly page: (from: number) => Promise<GazetteerCsvPage | null>;
  readonly file: Pick<DesktopApi['file'], 'begin' | 'append' | 'finish' | 'abandon'>;
  readonly title: string;
  readonly suggestedName: string;
}

/** Saves the address list as CSV where the person says. Whatever goes wrong, no half of a file is left. Rejects when the list cannot be read. */
export async function exportGazetteer({ page, file, title, suggestedName }: GazetteerExport): Promise<SaveResult> {
  const begun = await file.begin({ title, suggestedName, extension: 'csv' });
  if (begun.outcome !== 'begun') return begun;
  const { id } = begun;
  try {
    for (let from: number | null = 0; from !== null; ) {
      const next: GazetteerCsvPage | null = await page(from);
      if (next === null) break;
      const written = await file.append(id, next.text);
      if (written.outcome === 'failed') return written;
      from = next.next;
    }
    return await file.finish(id);
  } catch (error) {
    await file.abandon(id);
    throw error;
  }
}
