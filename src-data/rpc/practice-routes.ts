/** What the procedures of `practice` do. */
import { t } from '../../src-shared/language/language.ts';
import { implement } from '@orpc/server';
import { practiceContract } from '../../src-shared/protocol/data-rpc/practice-contract.ts';
import type { Workstation } from '../workstation.ts';

/** Everything a window of practice mode shows is another after a reset. */
const AFTER_RESET = ['cases', 'drafts', 'office', 'sync', 'spool', 'files', 'session'] as const;

export function practiceRoutes({ practice, handOver, changes }: Pick<Workstation, 'practice' | 'handOver' | 'changes'>) {
  const os = implement(practiceContract);
  return os.router({
    handOver: os.handOver.handler(() =>
      handOver() ? { ok: true } : { ok: false, sentence: t`Practice needs somebody who is signed in, and a workstation that has reached its server once. Sign in, then try again.` },
    ),
    status: os.status.handler(() => practice?.status() ?? null),
    begin: os.begin.handler(({ input }) => practice?.begin(input.code) ?? null),
    stop: os.stop.handler(() => practice?.stop() ?? null),
    check: os.check.handler(() => practice?.check() ?? null),
    reset: os.reset.handler(() => {
      const status = practice?.reset() ?? null;
      if (status !== null) for (const topic of AFTER_RESET) changes.publish({ topic, caseIds: null });
      return status;
    }),
  });
}
