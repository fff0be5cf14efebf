import type { CaseId, CommandId, StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import type { TrackingNumber } from '../tracking-number/tracking-number.ts';
import type { FormBatch, FormEnd, OutageForm } from './form-batch.ts';

/** Who stated it, when and where; `uid` is the command's. */
interface Stated {
  readonly uid: CommandId;
  readonly by: StaffId;
  readonly at: UtcMs;
  readonly station: string;
}

export type PrintedForm = Pick<OutageForm, 'number' | 'pin'>;

/**
 * Sheets were printed. One that was keyed in before its workstation could tell of it keeps what became of it, and leaves the entry
 * that was made for it alone.
 */
export function withPrinted(batches: readonly FormBatch[], printed: readonly PrintedForm[], { uid, by, at, station }: Stated): FormBatch[] {
  const strays = new Map(batches.filter(isStray).flatMap(({ forms }) => forms.map((form) => [form.number, form.end] as const)));
  const forms = printed.map(({ number, pin }) => ({ number, pin: strays.has(number) ? null : pin, end: strays.get(number) ?? null }));
  const numbers = new Set(printed.map(({ number }) => number));
  const others = batches.filter((batch) => !(isStray(batch) && batch.forms.every(({ number }) => numbers.has(number))));
  return [...others, { id: uid, station, by, printedAt: at, forms }];
}

/** One made for a sheet that nobody had told of printing. */
export function isStray({ station }: FormBatch): boolean {
  return station === null;
}

/** A sheet was keyed in; also one that was given up as spoiled: the citizen's slip counts. */
export function withKeyedIn(batches: readonly FormBatch[], keyed: { readonly number: TrackingNumber; readonly caseId: CaseId }, { uid, by, at }: Stated): FormBatch[] {
  const { number, caseId } = keyed;
  const isKnown = batches.some(({ forms }) => forms.some((form) => form.number === number));
  const first: FormEnd = { kind: 'keyedIn', caseIds: [caseId], by, at };
  if (!isKnown) return [...batches, { id: uid, station: null, by, printedAt: at, forms: [{ number, pin: null, end: first }] }];
  return changed(batches, new Set([number]), ({ end }) => ({ number, pin: null, end: end?.kind === 'keyedIn' ? { ...end, caseIds: [...end.caseIds, caseId] } : first }));
}

export function withSpoiled(batches: readonly FormBatch[], spoiled: { readonly numbers: readonly TrackingNumber[]; readonly reason: string }, { by, at }: Stated): FormBatch[] {
  return changed(batches, new Set(spoiled.numbers), (form) => ({ ...form, end: { kind: 'spoiled', reason: spoiled.reason, by, at } }));
}

function changed(batches: readonly FormBatch[], numbers: ReadonlySet<string>, change: (form: OutageForm) => OutageForm): FormBatch[] {
  return batches.map((batch) => {
    if (!batch.forms.some(({ number }) => numbers.has(number))) return batch;
    return { ...batch, forms: batch.forms.map((form) => (numbers.has(form.number) ? change(form) : form)) };
  });
}
