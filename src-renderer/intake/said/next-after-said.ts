import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { answersTo, serviceOf } from '../draft/service-of-draft.ts';
import { isReceivedAsked } from '../draft/received-of-draft.ts';
import type { Said } from './use-said.ts';

/** Fields in the order they are asked for, when nothing else says where to go. */
const ASKED = ['phone', 'name', 'serviceText', 'locationText', 'description'] as const;

/**
 * Where the focus goes once the line is put. `ahead`: the draft as it is then. A case that was named comes first. Enter stays for more
 * of what is said, unless the service has a question that must be asked, or the day of a letter is missing; Tab goes on to the first field that has nothing.
 */
export function nextAfterSaid(ahead: IntakeDraft, { numberCase, pieces }: Pick<Said, 'numberCase' | 'pieces'>, catalogue: Catalogue, key: 'Enter' | 'Tab'): string {
  if (numberCase !== null && pieces.some(({ field }) => field === 'number')) return 'numberCase';
  const question = questionToAsk(ahead, catalogue);
  if (question !== null) return question;
  if (isReceivedAsked(ahead) && ahead.receivedText.trim() === '') return 'receivedText';
  if (key === 'Enter') return 'said';
  return ASKED.find((field) => ahead[field].trim() === '') ?? 'description';
}

/** The first question that must be answered and is not. */
function questionToAsk(draft: IntakeDraft, catalogue: Catalogue): string | null {
  const service = serviceOf(draft, catalogue);
  const answers = answersTo(service, draft.answers);
  const open = draft.isAnsweredNow ? undefined : service?.questions.find(({ code, isRequired }) => isRequired && answers[code] === undefined);
  return open === undefined ? null : `answer:${open.code}`;
}
