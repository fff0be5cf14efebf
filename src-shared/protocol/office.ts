/**
 * POST /sync/v1/office: office commands go up beside the outbox; what they lead to comes down with the next pull
 * (`PullHeader.office`). Nothing of a round waits for it (docs/decisions/0016-office-records.md).
 */
import { z } from 'zod';
import { StationId } from '../util/ids.ts';

export const MAX_OFFICE_COMMANDS = 50;
/** Commands of one request together; a single one may be as large. A whole configuration is a few hundred kilobytes. */
export const MAX_OFFICE_BYTES = 3 * 1024 * 1024;

/** `commands` are parsed one by one at the server, so that one it cannot read is refused and never blocks the others. */
export const OfficeRequest = z.object({
  station: StationId,
  commands: z.array(z.looseObject({ uid: z.uuid() })).max(MAX_OFFICE_COMMANDS),
});
export type OfficeRequest = z.infer<typeof OfficeRequest>;

/**
 * `accepted`: it took effect; which pull has it, the pull says. `refused`: it never will, `code` is an OfficeRefusalReason. `later`: it builds on something this server has lost, or the server has not let its author in at this
 * workstation yet (`code` says which); nothing is recorded, and it is to be sent again.
 */
export const OfficeOutcome = z.object({
  uid: z.uuid(),
  outcome: z.enum(['accepted', 'refused', 'later']),
  code: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()).nullable(),
});
export type OfficeOutcome = z.infer<typeof OfficeOutcome>;

/** Codes of an outcome `later`. */
export const LATER_CODES = ['buildsOnUnknown', 'signInFirst'] as const;
export type LaterCode = (typeof LATER_CODES)[number];

export const OfficeReply = z.object({
  epoch: z.int(),
  /** One for each command, in the order they were sent. */
  outcomes: z.array(OfficeOutcome),
});
export type OfficeReply = z.infer<typeof OfficeReply>;
