import type { CaseState } from '../../../src-shared/domain/case.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { LaterCommand } from '../import-protocol.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ClosedDate } from './dates.ts';
import { choose, comparable, lineFrom, type RowReader, textFrom } from './row-text.ts';
import { MAX_TEXT_LENGTH, splitText } from './split-text.ts';

/** When a case came, where it stands, and when it was closed if it was. */
export interface RowHistory {
  readonly receivedAt: UtcMs;
  readonly state: CaseState;
  readonly closed: ClosedDate | null;
}

/** Notes that keep what has no place of its own in a case; none when there is nothing to keep. */
export function keptNotes(read: RowReader, { keep, title }: Mapping, extra: readonly string[], madeAt: UtcMs): readonly LaterCommand[] {
  const kept = keep.map(({ column, label }) => ({ label, value: read(column) })).filter(({ value }) => value !== '');
  const lines = [...kept.map(({ label, value }) => `${label}: ${value}`), ...extra];
  const text = lines.length === 0 ? '' : [`From ${title}:`, ...lines].join('\n');
  return splitText(text, MAX_TEXT_LENGTH).map((part) => note(part, madeAt));
}

/** What the old system said of the case since: how it was closed, or where it stands. */
export function progressCommands(read: RowReader, mapping: Mapping, { receivedAt, state, closed }: RowHistory): readonly LaterCommand[] {
  const said = splitText(mapping.statusNote ? textFrom(read, mapping.statusNote) : '', MAX_TEXT_LENGTH);
  if (closed) return closing(read, mapping, said, closed.at);
  const notes = repeatsState(said, read, mapping) ? [] : said;
  if (state === 'inProgress') {
    const [first = `In progress in ${mapping.title}.`, ...rest] = notes;
    return [{ type: 'case.addProgressNote', madeAt: receivedAt, args: { text: first } }, ...rest.map((text) => note(text, receivedAt))];
  }
  const asNotes = notes.map((text) => note(text, receivedAt));
  if (state !== 'onHold' || mapping.holdReasonCode === null) return asNotes;
  return [...asNotes, { type: 'case.hold', madeAt: receivedAt, args: { reasonCode: mapping.holdReasonCode, note: '', until: null } }];
}

/** “open” beside a state “Open” says nothing. */
function repeatsState(said: readonly string[], read: RowReader, { state }: Mapping): boolean {
  return state !== null && said.length === 1 && comparable(said[0] ?? '') === comparable(lineFrom(read, state));
}

function closing(read: RowReader, { closing: { outcome, withoutNote } }: Mapping, said: readonly string[], at: UtcMs): readonly LaterCommand[] {
  const [closingNote = withoutNote, ...rest] = said;
  const disposition = choose(read, outcome) ?? outcome.otherwise;
  return [...rest.map((text) => note(text, at)), { type: 'case.close', madeAt: at, args: { disposition, closingNote, completionDate: null, openTasks: 'refuse' as const } }];
}

function note(text: string, madeAt: UtcMs): LaterCommand {
  return { type: 'case.addNote', madeAt, args: { text } };
}
