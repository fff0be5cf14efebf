import { z } from 'zod';
import { StationId } from '../util/ids.ts';

/** POST /fleet/v1/enrol: a workstation shows its public key and becomes a station. */
export const EnrolRequest = z.object({
  /** Ed25519 public key, SPKI DER in base64. */
  publicKey: z.string().min(40).max(200),
  /** What people call the machine: `Counter 2`. */
  name: z.string().trim().min(1).max(100),
  /** One-time code from the administrator; not needed from the server's own machine. */
  enrolCode: z.string().max(100).nullable(),
  /** From an earlier enrolment at this server; does for the code. Since version 2. */
  certificate: z.string().max(200).nullable().default(null),
  app: z.string().max(50),
});
export type EnrolRequest = z.infer<typeof EnrolRequest>;

export const EnrolReply = z.object({
  station: StationId,
  /** 0 to 89999, never reused: the middle of the numbers a station issues itself. */
  enrolment: z.int().min(0).max(99_999),
  epoch: z.int(),
  /** To be shown when this workstation has to enrol again; null from a server of version 1. */
  certificate: z.string().max(200).nullable().default(null),
});
export type EnrolReply = z.infer<typeof EnrolReply>;
