import { Temporal } from 'temporal-polyfill';
import { type UtcMs, utcMs } from '../../../src-shared/util/time.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { type MomentReader, momentReader, type ParsedMoment, parseMoment } from './parse-moment.ts';
import type { RowReader } from './row-text.ts';

/** The formats of a mapping, made ready once for all rows. */
export interface DateReaders {
  readonly received: MomentReader;
  readonly closed: MomentReader | null;
}

/** Throws a sentence when a format or the zone is not known. */
export function dateReaders({ receivedAt, closedAt, timeZone }: Mapping): DateReaders {
  const reader = (formats: readonly string[]) => momentReader(formats, timeZone.name, timeZone.trustsOffsets);
  return { received: reader(receivedAt.formats), closed: closedAt && reader(closedAt.formats) };
}

/** What every row of a run is read with. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly readers: DateReaders;
  readonly now: UtcMs;
}

type Read = Extract<ParsedMoment, { ok: true }>;
export type DateOf<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string };

/** When the city received the case. */
export function receivedDate(read: RowReader, { mapping, readers, now }: RowContext): DateOf<Read> {
  const text = joined(read, mapping.receivedAt.columns);
  if (text === '') return { ok: false, reason: `There is no date of receipt (${mapping.receivedAt.columns.join(', ')}).` };
  const moment = parseMoment(text, readers.received, mapping.receivedAt.timeOfDay);
  if (!moment.ok) return { ok: false, reason: unreadable('date of receipt', text, readers.received, moment.reason) };
  if (moment.at > now) return { ok: false, reason: `The date of receipt “${text}” is in the future.` };
  return moment;
}

export interface ClosedDate {
  readonly at: UtcMs;
  readonly flags: readonly string[];
}

/**
 * When a closed case was closed. What is odd is kept and named in `flags`: `closedBeforeReceived`, `closedInFuture`,
 * `closedDateFromDaysOpen` (the date is missing, the days it was open are not), `closedDateMissing` (taken as closed at
 * receipt). A closing day without time of day is never before a receipt on the same day.
 */
export function closedDate(read: RowReader, received: Read, { mapping, readers, now }: RowContext): DateOf<ClosedDate> {
  const text = closingText(read, mapping);
  if (text === '' || !mapping.closedAt || !readers.closed) return { ok: true, ...withoutClosingDate(read, mapping, received) };
  const moment = parseMoment(text, readers.closed, mapping.closedAt.timeOfDay);
  if (!moment.ok) return { ok: false, reason: unreadable('closing date', text, readers.closed, moment.reason) };
  const isSameDay = !moment.hasTime && moment.localDate === received.localDate;
  const at = isSameDay ? utcMs(Math.max(moment.at, received.at)) : moment.at;
  return { ok: true, at, flags: oddities(at, received.at, now) };
}

/** What stands in the closing date's columns. */
export function closingText(read: RowReader, mapping: Mapping): string {
  return mapping.closedAt ? joined(read, mapping.closedAt.columns) : '';
}

function withoutClosingDate(read: RowReader, { closedAt, timeZone }: Mapping, received: Read): ClosedDate {
  const days = closedAt?.daysOpen ? read(closedAt.daysOpen) : '';
  if (!closedAt || !/^\d{1,5}$/.test(days)) return { at: received.at, flags: ['closedDateMissing'] };
  const local = Temporal.PlainDate.from(received.localDate).add({ days: Number(days) });
  const closed = local.toZonedDateTime({ timeZone: timeZone.name, plainTime: closedAt.timeOfDay }).epochMilliseconds;
  return { at: utcMs(Math.max(closed, received.at)), flags: ['closedDateFromDaysOpen'] };
}

function oddities(closed: UtcMs, received: UtcMs, now: UtcMs): readonly string[] {
  if (closed < received) return ['closedBeforeReceived'];
  return closed > now ? ['closedInFuture'] : [];
}

function joined(read: RowReader, columns: readonly string[]): string {
  return columns.map(read).filter((part) => part !== '').join(' ');
}

function unreadable(what: string, text: string, { formats }: MomentReader, reason: 'noSuchFormat' | 'noSuchDay'): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (reason === 'noSuchDay') return `The ${what} “${shown}” names a day or time that does not exist (read as ${formats.join(' or ')}).`;
  return `The ${what} “${shown}” does not have the format ${formats.join(' or ')}.`;
}
