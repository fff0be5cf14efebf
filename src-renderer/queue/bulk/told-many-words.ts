import { t } from '../../../src-shared/language/language.ts';
import type { ToldHow } from '../../../src-shared/protocol/data-rpc/bulk-views.ts';

/** How the citizens of many cases hear that these are closed, a sentence each; what is nobody's is left out. */
export function toldManyWords({ sent, letter, call, nothing }: Readonly<Record<ToldHow, number>>): readonly string[] {
  return [
    sent === 0 ? '' : sent === 1 ? t`1 citizen gets the note by email or text message.` : t`${sent} citizens get the note by email or text message.`,
    letter === 0 ? '' : letter === 1 ? t`1 citizen wants a letter: the case waits among “Letters to write”.` : t`${letter} citizens want a letter: the cases wait among “Letters to write”.`,
    call === 0 ? '' : call === 1 ? t`1 citizen wants a call: yours to make.` : t`${call} citizens want a call: yours to make.`,
    nothing === 0 ? '' : nothing === 1 ? t`For 1 case nobody is told by itself.` : t`For ${nothing} cases nobody is told by itself.`,
  ].filter(Boolean);
}
