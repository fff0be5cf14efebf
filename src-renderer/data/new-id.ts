import { CaseId, CommandId } from '../../src-shared/util/ids.ts';

/** Made once when the person begins, kept until it is answered: sending it twice has one effect. */
export const newCommandId = (): CommandId => CommandId.parse(crypto.randomUUID());
export const newCaseId = (): CaseId => CaseId.parse(crypto.randomUUID());
