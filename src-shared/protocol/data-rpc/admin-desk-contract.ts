/** What the administration screens keep at this workstation, and the mail log they ask the server for. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { type MailLogReply as MailLogPage, MAX_RETRIES_AT_ONCE, type MailRetryReply as MailRetryOutcomes } from '../mail-log.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import { StationId } from '../../util/ids.ts';
import type { WorkstationsReply } from '../workstations.ts';
import type { NotAnswered } from './admin-views.ts';
import type { HolidayPlace } from './public-holidays.ts';

export type MailLogAnswer = ({ readonly ok: true } & MailLogPage) | NotAnswered;
export type WorkstationsAnswer = ({ readonly ok: true } & WorkstationsReply) | NotAnswered;
export type MailRetryAnswer = ({ readonly ok: true } & MailRetryOutcomes) | NotAnswered;

/** `number`: what was sent about this case, which everybody who may see the case may ask; null: about all. */
export const MailLogInput = z.object({ before: z.string().max(100).nullable(), only: z.enum(['problems', 'waiting']).nullable(), number: TrackingNumber.nullable().default(null) });

export const adminDeskContract = {
  /** Changes of the configuration that whoever is signed in has not published yet; opaque here. Null: none. */
  draft: oc.output(type<{ readonly body: unknown } | null>()),
  /** Null: there is nothing any more. Of nobody signed in nothing is kept. */
  saveDraft: oc.input(z.object({ body: z.json().nullable() })).output(type<{ readonly ok: true }>()),
  /** Countries whose public holidays are known; of one country its states. */
  holidayPlaces: oc.input(z.object({ country: z.string().max(2).nullable() })).output(type<readonly HolidayPlace[]>()),
  /** Newest first; asks the server. */
  mailLog: oc.input(MailLogInput).output(type<MailLogAnswer>()),
  /** The city's workstations, for administrators; asks the server. */
  workstations: oc.output(type<WorkstationsAnswer>()),
  /** Shuts one out, or lets it in again. */
  blockWorkstation: oc.input(z.object({ target: StationId, isBlocked: z.boolean() })).output(type<WorkstationsAnswer>()),
  retryMails: oc.input(z.object({ ids: z.array(z.uuid()).min(1).max(MAX_RETRIES_AT_ONCE) })).output(type<MailRetryAnswer>()),
};
