/**
 * First passwords, given by administrators. POST /auth/v1/passwords (an administrator's session): a new random password for
 * somebody, told once. POST /sync/v1/passwords/missing (signed by a station at which an administrator has signed in): who cannot sign in yet.
 */
import { z } from 'zod';
import { StaffId, StationId } from '../util/ids.ts';

export const GivePasswordRequest = z.object({ staffId: StaffId });
export type GivePasswordRequest = z.infer<typeof GivePasswordRequest>;

export const GivePasswordReply = z.object({ password: z.string() });
export type GivePasswordReply = z.infer<typeof GivePasswordReply>;

export const MissingPasswordsRequest = z.object({
  station: StationId,
  /** The administrator who asks. */
  staffId: StaffId,
});
export type MissingPasswordsRequest = z.infer<typeof MissingPasswordsRequest>;

/** Active people of the newest catalogue without a password. */
export const MissingPasswordsReply = z.object({ staffIds: z.array(StaffId) });
export type MissingPasswordsReply = z.infer<typeof MissingPasswordsReply>;
