import type { Case } from '../domain/case-document.ts';
import type { Fact } from '../domain/fact.ts';
import type { CorrespondenceEvent, MessageForm, MessageTemplate } from './message-template.ts';
import { isWrittenTo, type Recipient } from './recipients.ts';

/**
 * What there is to write to one citizen about now; null: nothing in particular.
 *
 * A referral they have not read of comes before all else, because the first writing after it has to carry the agency (S2, Policy).
 */
export function situationOf(current: Case, recipient: Recipient): CorrespondenceEvent | null {
  const { history } = current;
  const lastWriting = history.findLastIndex((fact) => isWrittenTo(fact, recipient, current));
  const isUnread = (kind: Fact['kind']): boolean => history.findLastIndex((fact) => fact.kind === kind) > lastWriting;
  if (current.referral !== null && isUnread('referred')) return 'referred';
  if (current.mergedInto !== null) return 'merged';
  if (current.state === 'closed') return 'closed';
  if (isUnread('reopened')) return 'reopened';
  if (current.acknowledgedAt === null) return current.kind === 'complaint' ? 'acknowledged' : 'caseReceived';
  if (current.respondedAt === null) return 'responded';
  return isUnread('progressNoteAdded') ? 'progress' : null;
}

/** Needs a link that only the server can make. */
const needsServer = ({ event, form }: MessageTemplate): boolean => event === 'survey' && form !== 'letter';

/** The templates a person may write with: first those of the situation, then those for one's own words, then the others. */
export function templatesToOffer(templates: readonly MessageTemplate[], form: MessageForm, situation: CorrespondenceEvent | null): readonly MessageTemplate[] {
  const rank = ({ event }: MessageTemplate): number => (event === situation && situation !== null ? 0 : event === null ? 1 : 2);
  return templates.filter((template) => template.isActive && template.form === form && !needsServer(template)).toSorted((one, other) => rank(one) - rank(other));
}
