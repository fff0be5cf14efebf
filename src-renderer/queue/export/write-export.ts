import type { CaseRow, QueuePage } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { DesktopApi, SaveResult } from '../../../src-shared/protocol/desktop-api.ts';
import type { ExportWriter } from './export-lines.ts';

export interface ExportSource {
  /** The page after another one; null: the first. */
  readonly page: (after: string | null) => Promise<Pick<QueuePage, 'rows' | 'next'>>;
  readonly writer: ExportWriter;
  /** A file that was begun. */
  readonly file: Pick<DesktopApi['file'], 'append' | 'finish' | 'abandon'>;
  readonly id: number;
  readonly onProgress: (count: number) => void;
  readonly isStopped: () => boolean;
}

/** `sealed`: how many of them were left out. */
export type ExportOutcome = { readonly outcome: 'stopped' } | { readonly outcome: 'written'; readonly count: number; readonly sealed: number } | Extract<SaveResult, { readonly outcome: 'failed' }>;

/**
 * Writes the cases of a question page by page: no more than two pages are in memory, the one that is written and the one that is read
 * meanwhile. Whatever goes wrong, no half of a file is left. Rejects when the records cannot be read.
 */
export async function writeExport(source: ExportSource): Promise<ExportOutcome> {
  const { file, id } = source;
  try {
    const outcome = await writePages(source);
    if (outcome.outcome === 'stopped') await file.abandon(id);
    return outcome;
  } catch (error) {
    await file.abandon(id);
    throw error;
  }
}

async function writePages({ page, writer, file, id, onProgress, isStopped }: ExportSource): Promise<ExportOutcome> {
  let [count, sealed] = [0, 0];
  let text = writer.begin;
  let reading: ReturnType<typeof page> | null = page(null);
  while (reading !== null) {
    const { rows, next }: Awaited<ReturnType<typeof page>> = await reading;
    if (isStopped()) return { outcome: 'stopped' };
    reading = next === null ? null : page(next);
    reading?.catch(() => undefined); // told when it is waited for
    const reply = await file.append(id, text + writer.lines(rows) + (next === null ? writer.end : ''));
    if (reply.outcome === 'failed') return reply;
    text = '';
    count += rows.length;
    sealed += rows.filter(({ isSealed }: CaseRow) => isSealed).length;
    onProgress(count);
    if (isStopped()) return { outcome: 'stopped' };
  }
  const saved = await file.finish(id);
  return saved.outcome === 'failed' ? saved : { outcome: 'written', count: count - sealed, sealed };
}
