import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Case } from '../../domain/case-document.ts';
import { CaseId } from '../../util/ids.ts';

/** As many letters as are written in one go. */
export const MAX_LETTERS_AT_ONCE = 200;

/** A case whose citizens wait for a letter, with the case it is part of, when that one is on this workstation. */
export interface CaseOwingLetters {
  readonly case: Case;
  readonly whole: Case | null;
}

export const lettersContract = {
  /** In the order asked for; cases that owe nobody a letter any more are left out. */
  owed: oc.input(z.object({ caseIds: z.array(CaseId).max(MAX_LETTERS_AT_ONCE) })).output(type<readonly CaseOwingLetters[]>()),
};
