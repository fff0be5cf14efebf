/** The caller asks about a case that exists: it is noted there, and nothing new is issued. */
import type { Channel } from '../../src-shared/domain/case.ts';
import type { ContactMethod } from '../../src-shared/domain/fact.ts';
import { t } from '../../src-shared/language/language.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { goTo } from '../app/routes.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { commands } from '../data/run-command.ts';
import { showToast } from '../ui/announce.tsx';
import { isOnlyAboutCaller } from './draft/draft.ts';
import { wordsAboutCase } from './draft/put-said.ts';
import type { FormState } from './form/form-context.tsx';
import { discardDraft } from './intake-actions.ts';
import { changeDraft, useIntake } from './intake-store.ts';

export interface AskedAbout {
  readonly caseId: CaseId;
  readonly trackingNumber: TrackingNumber;
}

const METHODS: Readonly<Partial<Record<Channel, ContactMethod>>> = { counter: 'inPerson', event: 'inPerson', letter: 'letter', fax: 'fax', email: 'email', web: 'email', text: 'text', mobile: 'text', social: 'text' };

/**
 * Logs on the case that its citizen was in touch, with what was said, and opens it. A draft that is about nothing but who calls has
 * served its purpose and goes; one that has more waits unchanged.
 */
export async function noteCallingAbout(asked: AskedAbout, { ahead, said: { pieces } }: Pick<FormState, 'ahead' | 'said'>): Promise<void> {
  const { draft } = useIntake.getState();
  if (under === asked.caseId) return;
  under = asked.caseId;
  const said = wordsAboutCase(draft, pieces);
  const person = ahead.taken?.name ?? ahead.name.trim();
  const text = said === '' ? t`Asked about this case.` : said;
  const args = { method: METHODS[draft.channel] ?? 'phone', direction: 'fromCitizen' as const, outcome: 'reached' as const, person, text };
  try {
    const reply = await commands.run({ type: 'case.logContact', commandId: CommandId.parse(crypto.randomUUID()), caseId: asked.caseId, args });
    const number = formatTrackingNumber(asked.trackingNumber);
    if (!reply.ok) return useIntake.setState({ failure: reply.sentence });
    const isDone = isOnlyAboutCaller(draft);
    if (isDone) await discardDraft(draft.draftId);
    else if (pieces.every(({ field }) => field === 'number' || field === 'description')) changeDraft((now) => ({ ...now, said: '' })); // it is noted there
    goTo({ screen: 'case', caseId: asked.caseId });
    showToast(isDone ? t`Noted on ${number}. Nothing new was issued.` : t`Noted on ${number}. The draft waits under New case.`);
  } catch (error) {
    useIntake.setState({ failure: dataErrorSentence(error) });
  } finally {
    under = null;
  }
}

/** The case that is being noted: a key pressed twice notes it once. */
let under: CaseId | null = null;
