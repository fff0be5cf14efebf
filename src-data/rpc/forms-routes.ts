/** What the procedures of `forms` do. */
import { implement } from '@orpc/server';
import { t } from '../../src-shared/language/language.ts';
import { dataContract } from '../../src-shared/protocol/data-rpc/contract.ts';
import type { PrintFormsInput, PrintFormsReply } from '../../src-shared/protocol/data-rpc/form-views.ts';
import { checkForm } from '../outage-forms/key-in-form.ts';
import { printSlips } from '../outage-forms/print-slips.ts';
import { printForms } from '../outage-forms/print-forms.ts';
import type { Workstation } from '../workstation.ts';
import { whoAndWhat } from './commands.ts';
import { refusedOffice } from './office.ts';

type FormsDesk = Pick<Workstation, 'db' | 'now' | 'changes' | 'nudgeSync' | 'practice' | 'spool'>;

export function formsRoutes(desk: FormsDesk) {
  const os = implement(dataContract.forms);
  return {
    print: os.print.handler(({ input }) => {
      const reply = print(desk, input);
      if (!reply.ok) return reply;
      for (const topic of ['office', 'sync'] as const) desk.changes.publish({ topic, caseIds: null });
      desk.nudgeSync();
      return reply;
    }),
    printSlips: os.printSlips.handler(({ input }) => {
      if (desk.practice !== null) return { ok: false, sentence: t`Practice: numbers of practice stand on no paper form.` };
      const reply = printSlips(desk.db, input, desk.now());
      if (reply.ok) desk.spool.wake();
      return reply;
    }),
    check: os.check.handler(({ input }) => checkForm(desk.db, input.number)),
  };
}

function print(desk: FormsDesk, input: PrintFormsInput): PrintFormsReply {
  if (desk.practice !== null) return { ok: false, sentence: t`Practice: numbers of practice stand on no paper form.` };
  const around = whoAndWhat(desk);
  if ('reason' in around) return { ok: false, sentence: around.sentence };
  const outcome = printForms(desk.db, input, { ...around, now: desk.now });
  if (outcome.ok) return outcome;
  if (outcome.reason === 'tooFewNumbers') return { ok: false, sentence: tooFewSentence(outcome.details.possible) };
  return { ok: false, sentence: refusedOffice(outcome, around.catalogue).sentence };
}

function tooFewSentence(possible: number): string {
  if (possible === 0) return t`This workstation has too few tracking numbers left to put any on paper. Connect it to the server for a moment; it gets more by itself.`;
  return t`The tracking numbers left here are enough for ${possible} forms. Print that many, or connect this workstation to the server for a moment to get more.`;
}
