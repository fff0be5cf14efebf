/** What the citizens of a case were told, as its history has it: number, notices, letters, mails, texts, calls. */
import { FORM_LABELS } from '../../../src-shared/correspondence/message-template.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { isToldAtOnce } from '../../../src-shared/domain/evolve.ts';
import type { Fact, FactOf } from '../../../src-shared/domain/fact.ts';
import { CHANNEL_LABELS, CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';

export interface ToldEntry {
  /** Of the fact. */
  readonly id: string;
  readonly at: UtcMs;
  /** Staff id of who told them. */
  readonly by: string;
  /** How: `Letter`, `Notice by email`, `Phone call, message left`. */
  readonly how: string;
  readonly to: string;
  /** One line; empty when there is none. */
  readonly title: string;
  /** In full. */
  readonly text: string;
  /** What was written; null: it was said, or handed over. */
  readonly writing: FactOf<'correspondenceSent'> | null;
}

/** Newest first. */
export function toldEntries({ history, requester, source }: Pick<Case, 'history' | 'requester' | 'source'>): readonly ToldEntry[] {
  const citizen = requester?.name.trim() || 'the citizen';
  const acknowledging = new Set(history.flatMap((fact) => (fact.kind === 'correspondenceSent' ? [commandOf(fact)] : [])));
  return history.flatMap((fact) => entryOf(fact, { citizen, isImported: source !== null, acknowledging })).toReversed();
}

/** Facts of one command share the beginning of their ids. */
const commandOf = ({ id }: Fact): string => id.split('.')[0] ?? '';

interface Around {
  readonly citizen: string;
  readonly isImported: boolean;
  /** Commands that wrote: their acknowledgement is that writing. */
  readonly acknowledging: ReadonlySet<string>;
}

function entryOf(fact: Fact, { citizen, isImported, acknowledging }: Around): readonly ToldEntry[] {
  const entry = (more: Partial<ToldEntry> & Pick<ToldEntry, 'how'>): readonly ToldEntry[] => [{ id: fact.id, at: fact.at, by: fact.by, to: citizen, title: '', text: '', writing: null, ...more }];
  switch (fact.kind) {
    case 'caseOpened': {
      const { channel, trackingNumber } = fact.opened;
      return isToldAtOnce(channel) && !isImported ? entry({ how: `Receipt, ${CHANNEL_LABELS[channel].toLowerCase()}`, title: `The tracking number ${formatTrackingNumber(trackingNumber)}` }) : [];
    }
    case 'coReporterAdded':
      return isToldAtOnce(fact.channel) ? entry({ how: `Receipt, ${CHANNEL_LABELS[fact.channel].toLowerCase()}`, to: fact.person?.name.trim() || 'who reported it too', title: `The tracking number ${formatTrackingNumber(fact.trackingNumber)}` }) : [];
    case 'acknowledged':
      return acknowledging.has(commandOf(fact)) ? [] : entry({ how: `Acknowledged, ${CONTACT_METHOD_LABELS[fact.method].toLowerCase()}`, text: fact.text });
    case 'contactLogged':
      return contactEntry(fact, entry);
    case 'correspondenceSent':
      return entry({ how: fact.isAutomatic ? `Notice by ${FORM_LABELS[fact.method].toLowerCase()}` : FORM_LABELS[fact.method], to: fact.toName.trim() || fact.toAddress, title: fact.subject, text: fact.body, writing: fact });
    default:
      return [];
  }
}

/** A call nobody took told nobody anything. */
function contactEntry(fact: FactOf<'contactLogged'>, entry: (more: Partial<ToldEntry> & Pick<ToldEntry, 'how'>) => readonly ToldEntry[]): readonly ToldEntry[] {
  if (fact.direction !== 'toCitizen' || fact.outcome === 'noAnswer') return [];
  const how = `${CONTACT_METHOD_LABELS[fact.method]}${fact.outcome === 'leftMessage' ? ', message left' : ''}`;
  const to = fact.person.trim();
  return entry({ how, text: fact.text, ...(to === '' ? {} : { to }) });
}
