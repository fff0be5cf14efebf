/** What the procedures of `letters` do. */
import { implement } from '@orpc/server';
import { lettersOwed } from '../../src-shared/correspondence/letters-owed.ts';
import { lettersContract } from '../../src-shared/protocol/data-rpc/letters-contract.ts';
import { findCase } from '../cases/case-queries.ts';
import { wholeOf } from '../cases/letters-since.ts';
import type { Workstation } from '../workstation.ts';

export function lettersRoutes({ db }: Pick<Workstation, 'db'>) {
  const os = implement(lettersContract);
  return os.router({
    owed: os.owed.handler(({ input }) =>
      input.caseIds.flatMap((caseId) => {
        const current = findCase(db, caseId)?.case;
        const whole = current ? wholeOf(db, current) : null;
        return current && lettersOwed(current, whole).length > 0 ? [{ case: current, whole }] : [];
      }),
    ),
  });
}
