/**
 * Numbered paper forms for the time when no computer runs (docs/decisions/0021-outage-forms.md): which numbers are on paper, and
 * what became of every sheet.
 */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { CaseId, CommandId, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** Sheets one command prints; an office that needs more prints again. */
export const FORMS_PER_BATCH = 100;
/** Sheets that may be out at once in a whole city: each holds a number for ever, and travels with the office's records. */
export const FORMS_OUT_MAX = 1_000;

/** What became of a sheet. `spoiled`: torn, lost, never handed out; its number is never given to anybody else. */
export const FormEnd = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('keyedIn'),
    /** More than one when the same sheet was keyed in at two workstations that did not know of each other; the later cases got numbers of their own. */
    caseIds: z.array(CaseId).min(1),
    by: StaffId,
    at: UtcMs,
  }),
  z.object({ kind: z.literal('spoiled'), reason: z.string(), by: StaffId, at: UtcMs }),
]);
export type FormEnd = z.infer<typeof FormEnd>;

export const FormPin = z.string().regex(/^[0-9]{4}$/, { error: () => t`A PIN has four digits` });

export const OutageForm = z.object({
  number: TrackingNumber,
  /** As it stands on the sheet and the citizen's slip; null once it is keyed in (the case has it then), and when nobody told us. */
  pin: FormPin.nullable(),
  /** Null: it is still out. */
  end: FormEnd.nullable(),
});
export type OutageForm = z.infer<typeof OutageForm>;

/** Sheets printed together. `id` is the id of the command that printed them. */
export const FormBatch = z.object({
  id: CommandId,
  /** The workstation whose numbers they have; null: keyed in before any workstation told of printing it. */
  station: z.string().nullable(),
  by: StaffId,
  printedAt: UtcMs,
  forms: z.array(OutageForm),
});
export type FormBatch = z.infer<typeof FormBatch>;

type Batches = readonly FormBatch[];

/** The form of a number and the batch it was printed in; null when no workstation has told of printing it. */
export function findForm(batches: Batches, number: string): { readonly form: OutageForm; readonly batch: FormBatch } | null {
  for (const batch of batches) {
    const form = batch.forms.find((one) => one.number === number);
    if (form) return { form, batch };
  }
  return null;
}

/** Every sheet is one of these. */
export interface FormCounts {
  readonly printed: number;
  readonly keyedIn: number;
  readonly spoiled: number;
  readonly out: number;
}

export function countForms(batches: Batches): FormCounts {
  const forms = batches.flatMap((batch) => batch.forms);
  const ended = (kind: FormEnd['kind']): number => forms.filter(({ end }) => end?.kind === kind).length;
  const [keyedIn, spoiled] = [ended('keyedIn'), ended('spoiled')];
  return { printed: forms.length, keyedIn, spoiled, out: forms.length - keyedIn - spoiled };
}

/** When the last sheet of a batch was accounted for; null while one is out. */
export function endOfBatch({ forms, printedAt }: FormBatch): UtcMs | null {
  let last = printedAt;
  for (const { end } of forms) {
    if (end === null) return null;
    if (end.at > last) last = end.at;
  }
  return last;
}
