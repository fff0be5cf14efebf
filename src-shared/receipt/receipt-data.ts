/**
 * Everything one receipt says, and nothing about how it looks.
 *
 * A receipt is queued, printed, reprinted and shown from this value alone: no case, catalogue or clock is asked again, so what a
 * citizen was promised on paper stays what it was. It holds no name, phone or address of the citizen: paper gets lost.
 */
import { z } from 'zod';
import { t } from '../language/language.ts';
import { TrackingNumber } from '../tracking-number/tracking-number.ts';
import { UtcMs } from '../util/time.ts';
import { ReceiptLanguage } from './receipt-language.ts';
import { ReceiptTemplate } from './receipt-template.ts';

/** The city as its receipts name it; a catalogue's `City` fits here as it is. */
export const ReceiptCity = z.object({
  name: z.string().min(1),
  /** The office that hands out the receipt, such as "Customer Service". Empty: not printed. */
  departmentLine: z.string(),
  address: z.string(),
  /** Whom to call with the number in hand. */
  phone: z.string().min(1),
  website: z.string(),
  /** Where a number is looked up; the QR code holds it with `?n=NUMBER`. Null: the QR code holds the bare number. */
  statusUrl: z.url({ protocol: /^https?$/ }).nullable(),
});
export type ReceiptCity = z.infer<typeof ReceiptCity>;

/**
 * What the city promises on this paper. Moments are the respond-by and resolve-by of the case, and ahead when it is printed.
 *
 * `referred` needs the receipt's `agency` (S2, Policy: name, address and phone of who is responsible).
 */
export const ReceiptPromise = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answerBy'), answerBy: UtcMs }),
  z.object({ kind: z.literal('finishBy'), answerBy: UtcMs, finishBy: UtcMs }),
  /** Answered by a date, and open until the work is really done (S2 step 2.5): no finishing date is promised. */
  z.object({ kind: z.literal('majorRepair'), answerBy: UtcMs }),
  /** Answered; the work goes on until then. */
  z.object({ kind: z.literal('workBy'), finishBy: UtcMs }),
  z.object({ kind: z.literal('answeredNow') }),
  /** Of a receipt printed later: answered, and no date is ahead; a date has passed; nothing more is to come. */
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('late') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('referred') }),
  /** The city's own sentence, already in the citizen's language. */
  z.object({ kind: z.literal('sentence'), sentence: z.string().min(1) }),
]);
export type ReceiptPromise = z.infer<typeof ReceiptPromise>;

/** The agency outside the city that a citizen is sent to. `hours` empty: not known, and not printed. */
export const ReceiptAgency = z.object({ name: z.string().min(1), address: z.string().min(1), phone: z.string().min(1), hours: z.string().default('') });
export type ReceiptAgency = z.infer<typeof ReceiptAgency>;

export const RECEIPT_KINDS = ['serviceRequest', 'complaint', 'inquiry', 'suggestion', 'compliment'] as const;

export const ReceiptData = z
  .object({
    language: ReceiptLanguage,
    trackingNumber: TrackingNumber,
    kind: z.enum(RECEIPT_KINDS),
    city: ReceiptCity,
    serviceName: z.string().min(1),
    /** What the citizen said, in a few words. Long text is shortened on paper. Null: not printed. */
    said: z.string().nullable(),
    location: z.string().nullable(),
    receivedAt: UtcMs,
    printedAt: UtcMs,
    /** IANA zone in which every date on the paper is read, such as `America/New_York`. */
    timeZone: z.string().refine(isTimeZone, { error: () => t`Not a time zone name` }),
    promise: ReceiptPromise,
    /** Asked for beside the number when a citizen looks up the case. */
    pin: z.string().regex(/^[0-9]{4}$/, { error: () => t`A PIN has four digits` }).nullable(),
    agency: ReceiptAgency.nullable(),
    /** Number of the case this citizen was added to as a co-reporter. */
    coReporterOf: TrackingNumber.nullable(),
    /** 0 is the original; 1 is the first reprint, marked as a copy. */
    copyNumber: z.int().min(0),
    /** The city's own wording; without it the standard wording is printed. */
    template: ReceiptTemplate.optional(),
  })
  .refine((data) => data.promise.kind !== 'referred' || data.agency !== null, 'A referral names its agency');
export type ReceiptData = z.infer<typeof ReceiptData>;

/** A reprint says so on paper. */
export function isReprint(data: ReceiptData): boolean {
  return data.copyNumber > 0;
}

/** The same receipt printed once more: marked as the next copy, with its own printing time. */
export function reprintOf(data: ReceiptData, printedAt: UtcMs): ReceiptData {
  return { ...data, copyNumber: data.copyNumber + 1, printedAt };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
