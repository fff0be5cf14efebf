/**
 * One row of an old system's file becomes one case with what happened to it, or a reason why it cannot.
 *
 * Pure: the same row, mapping and moment always give the same. Ids, tracking numbers and rulings come from the server.
 */
import { createHash } from 'node:crypto';
import type { CaseState } from '../../../src-shared/domain/case.ts';
import { ImportedCase, type NewDepartment, type NewService } from '../import-protocol.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { departmentOf, type Named, serviceOf } from './catalogue-names.ts';
import { closedDate, closingText, receivedDate, type RowContext } from './dates.ts';
import { keptNotes, progressCommands, type RowHistory } from './row-history.ts';
import { placeOf } from './place.ts';
import { requesterOf } from './requester.ts';
import { choose, lineFrom, type RowReader, textFrom } from './row-text.ts';
import { MAX_TEXT_LENGTH, splitText } from './split-text.ts';

export type MappedRow =
  | {
      readonly ok: true;
      readonly imported: ImportedCase;
      /** What the catalogue must have before the case can be opened; null where the mapping names a code of the city's own. */
      readonly newService: NewService | null;
      readonly newDepartment: NewDepartment | null;
    }
  | { readonly ok: false; readonly reason: string };

/** A row as it stands in the file. */
export interface FileRow {
  readonly line: number;
  /** All of it, for the id of rows that have none of their own. */
  readonly text: string;
  readonly read: RowReader;
}

/** 101004143000 becomes 1.01004E+11: many cases then have the same number. */
const SHORTENED_BY_SPREADSHEET = /^\d(?:[.,]\d+)?E\+\d+$/i;

export function mapRow(row: FileRow, context: RowContext): MappedRow {
  const { mapping } = context;
  const sourceId = sourceIdOf(row, mapping);
  if (sourceId === '') return refused(`There is no case number (${'columns' in mapping.sourceId ? mapping.sourceId.columns.join(', ') : ''}).`);
  if (SHORTENED_BY_SPREADSHEET.test(sourceId)) return refused(`A spreadsheet has shortened the case number to ${sourceId}. Export the file again and import it without saving it from a spreadsheet.`);
  const history = historyOf(row.read, context);
  if (!history.ok) return history;
  const department = departmentOf(row.read, mapping);
  const service = serviceOf(row.read, mapping, department);
  if (!service.ok) return service;
  const imported = ImportedCase.safeParse(assemble(row, mapping, { sourceId, history, service, department }));
  // The server would turn back a whole batch for one value it cannot take; here it costs one row, with the reason.
  if (!imported.success) return refused(firstProblem(imported.error));
  return { ok: true, imported: imported.data, newService: service.isNew, newDepartment: department?.isNew ?? null };
}

function refused(reason: string): Extract<MappedRow, { ok: false }> {
  return { ok: false, reason };
}

function firstProblem(error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] }): string {
  const [issue] = error.issues;
  return `The value of ${issue?.path.map(String).join('.') ?? 'the row'} cannot be kept: ${issue?.message ?? 'not valid'}.`;
}

function sourceIdOf({ read, text }: FileRow, { sourceId }: Mapping): string {
  if ('columns' in sourceId) return lineFrom(read, { columns: sourceId.columns, separator: '-', ignore: [] });
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

type History = ({ readonly ok: true } & RowHistory) | Extract<MappedRow, { ok: false }>;

function historyOf(read: RowReader, context: RowContext): History {
  const { mapping } = context;
  const received = receivedDate(read, context);
  if (!received.ok) return received;
  const state = stateOf(read, mapping);
  if (state === null) return refused(unknownState(read, mapping));
  if (state !== 'closed') return { ok: true, receivedAt: received.at, state, closed: null };
  const closed = closedDate(read, received, context);
  return closed.ok ? { ok: true, receivedAt: received.at, state, closed } : closed;
}

function stateOf(read: RowReader, mapping: Mapping): CaseState | null {
  if (mapping.state) return choose(read, mapping.state);
  return closingText(read, mapping) === '' ? 'new' : 'closed';
}

function unknownState(read: RowReader, { state }: Mapping): string {
  const text = state ? lineFrom(read, state) : '';
  return `The state “${text.slice(0, 60)}” is not in the mapping. Add it under state.values, or give state.otherwise.`;
}

interface RowParts {
  readonly sourceId: string;
  readonly history: RowHistory;
  readonly service: Named<NewService>;
  readonly department: Named<NewDepartment> | null;
}

function assemble({ line, read }: FileRow, mapping: Mapping, { sourceId, history, service, department }: RowParts): unknown {
  const place = mapping.location ? placeOf(read, mapping.location) : { location: null, flags: [], fullText: null };
  const requester = mapping.requester ? requesterOf(read, mapping.requester) : { person: null, overlong: [] };
  const [description = '', ...more] = splitText(mapping.description ? textFrom(read, mapping.description) : '', MAX_TEXT_LENGTH);
  const channel = mapping.channel ? choose(read, mapping.channel) : null;
  const strayClosing = history.state === 'closed' ? '' : closingText(read, mapping);
  const flags = [
    ...place.flags,
    ...(history.closed?.flags ?? []),
    ...(strayClosing === '' ? [] : ['openWithClosingDate']),
    ...(mapping.channel && channel === null ? ['channelUnknown'] : []),
  ];
  const extraLines = [
    ...(place.fullText === null ? [] : [`Location: ${place.fullText}`]),
    ...requester.overlong,
    ...(strayClosing === '' ? [] : [`Closing date: ${strayClosing}`]),
  ];
  return {
    line,
    sourceId,
    flags,
    opening: {
      receivedAt: history.receivedAt,
      channel: channel ?? mapping.channelWhenUnknown,
      kind: mapping.kind ? choose(read, mapping.kind) : null,
      serviceCode: service.code,
      departmentCode: department?.code ?? null,
      assigneeId: mapping.assignee ? choose(read, mapping.assignee) : null,
      description,
      location: place.location,
      requester: requester.person,
    },
    later: [...keptNotes(read, mapping, [...extraLines, ...more], history.receivedAt), ...progressCommands(read, mapping, history)],
  };
}
