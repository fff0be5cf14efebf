import { z } from 'zod';
import { Staff } from '../catalogue/catalogue.ts';
import { UtcMs } from '../util/time.ts';

/** POST /auth/v1/sign-in, sent by a workstation on behalf of the person at its keyboard. */
export const SignInRequest = z.object({ staffId: z.string().max(64), password: z.string().min(1).max(1_000) });
export type SignInRequest = z.infer<typeof SignInRequest>;

export const SignInReply = z.object({ token: z.string(), expiresAt: UtcMs, staff: Staff });
export type SignInReply = z.infer<typeof SignInReply>;
