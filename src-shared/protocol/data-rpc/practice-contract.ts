import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { HandOverReply, PracticeCheckReply, PracticeStatus } from './practice-views.ts';

/** Practice mode. All but `handOver` are answered in the practice window only; elsewhere they are null and do nothing. */
export const practiceContract = {
  /** Gives practice mode, which is opened next, the catalogue and who is signed in. */
  handOver: oc.output(type<HandOverReply>()),
  status: oc.output(type<PracticeStatus | null>()),
  begin: oc.input(z.object({ code: z.string().max(64) })).output(type<PracticeStatus | null>()),
  stop: oc.output(type<PracticeStatus | null>()),
  check: oc.output(type<PracticeCheckReply | null>()),
  /** Throws away what was practised. */
  reset: oc.output(type<PracticeStatus | null>()),
};
