/**
 * Who has which case open right now: told by workstations, passed on by the event stream, stored nowhere.
 */
import { z } from 'zod';
import { CaseId, StaffId, StationId } from '../util/ids.ts';
import { SECOND_MS } from '../util/time.ts';

/** A workstation says again that it is still there, this often while a case is open. */
export const PRESENCE_HEARTBEAT_MS = 20 * SECOND_MS;
/** One that has not said so for this long is gone. */
export const PRESENCE_EXPIRY_MS = 60 * SECOND_MS;

/** POST /sync/v1/presence. A null case: none is open any more. */
export const PresenceRequest = z.object({ station: StationId, staffId: StaffId, caseId: CaseId.nullable() });
export type PresenceRequest = z.infer<typeof PresenceRequest>;

export const PresenceReply = z.object({ isShown: z.boolean() });
export type PresenceReply = z.infer<typeof PresenceReply>;

/** Server-sent event `presence`: where one workstation is now. A null case: it is on none that may be told. */
export const PresenceEvent = z.object({ station: StationId, stationName: z.string(), staffId: StaffId, caseId: CaseId.nullable() });
export type PresenceEvent = z.infer<typeof PresenceEvent>;
