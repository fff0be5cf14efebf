/** Every date on which citizens and city were in touch about a case, as its history has it: number, notices, letters, mails, texts, calls either way, also those nobody took (S2, Step 3.6). */
import { t } from '../../../src-shared/language/language.ts';
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
  /** They told us. */
  readonly isFromThem: boolean;
  /** Nobody was reached: nobody was told anything. */
  readonly isInVain: boolean;
  /** The stamp of the first answer: it closes nothing (RC-3). */
  readonly isFirstAnswer: boolean;
}

/** Newest first. */
export function toldEntries({ history, requester, source, respondedAt }: Pick<Case, 'history' | 'requester' | 'source' | 'respondedAt'>): readonly ToldEntry[] {
  const citizen = requester?.name.trim() || t`the citizen`;
  const acknowledging = new Set(history.flatMap((fact) => (fact.kind === 'correspondenceSent' ? [commandOf(fact)] : [])));
  const answering = new Set(history.filter(({ kind, at }) => kind === 'responded' && at === respondedAt).map(commandOf));
  const entries = history.flatMap((fact) => entryOf(fact, { citizen, isImported: source !== null, acknowledging, answering }));
  const answered = new Set(entries.filter(({ isFirstAnswer }) => isFirstAnswer).map(({ id }) => commandOf({ id })));
  // An answer without a contact: they were there.
  const onTheSpot = history.filter((fact) => fact.kind === 'responded' && answering.has(commandOf(fact)) && !answered.has(commandOf(fact)));
  const spoken = onTheSpot.map(({ id, at, by }): ToldEntry => ({ ...SAID, id, at, by, how: t`Answered on the spot`, to: citizen, isFirstAnswer: true }));
  return [...entries, ...spoken].toSorted((one, other) => one.at - other.at).toReversed();
}

/** Facts of one command share the beginning of their ids. */
const commandOf = ({ id }: Pick<Fact, 'id'>): string => id.split('.')[0] ?? '';

interface Around {
  readonly citizen: string;
  readonly isImported: boolean;
  /** Commands that wrote: their acknowledgement is that writing. */
  readonly acknowledging: ReadonlySet<string>;
  /** Commands that gave the first answer. */
  readonly answering: ReadonlySet<string>;
}

const SAID = { title: '', text: '', writing: null, isFromThem: false, isInVain: false, isFirstAnswer: false } as const;

function entryOf(fact: Fact, { citizen, isImported, acknowledging, answering }: Around): readonly ToldEntry[] {
  const entry = (more: Partial<ToldEntry> & Pick<ToldEntry, 'how'>): readonly ToldEntry[] => [{ ...SAID, id: fact.id, at: fact.at, by: fact.by, to: citizen, isFirstAnswer: isContact(fact) && answering.has(commandOf(fact)), ...more }];
  switch (fact.kind) {
    case 'caseOpened': {
      const { channel, trackingNumber } = fact.opened;
      return isToldAtOnce(channel) && !isImported ? entry({ how: t`Receipt, ${CHANNEL_LABELS[channel].toLowerCase()}`, title: t`The tracking number ${formatTrackingNumber(trackingNumber)}` }) : [];
    }
    case 'coReporterAdded':
      return isToldAtOnce(fact.channel) ? entry({ how: t`Receipt, ${CHANNEL_LABELS[fact.channel].toLowerCase()}`, to: fact.person?.name.trim() || t`who reported it too`, title: t`The tracking number ${formatTrackingNumber(fact.trackingNumber)}` }) : [];
    case 'acknowledged':
      return acknowledging.has(commandOf(fact)) ? [] : entry({ how: t`Acknowledged, ${CONTACT_METHOD_LABELS[fact.method].toLowerCase()}`, text: fact.text });
    case 'contactLogged':
      return contactEntry(fact, entry);
    case 'correspondenceSent':
      return entry({ how: fact.isAutomatic ? t`Notice by ${FORM_LABELS[fact.method].toLowerCase()}` : FORM_LABELS[fact.method], to: fact.toName.trim() || fact.toAddress, title: fact.subject, text: fact.body, writing: fact });
    default:
      return [];
  }
}

/** What can be the first answer, so that one command does not mark two entries. */
function isContact({ kind }: Fact): boolean {
  return kind === 'contactLogged' || kind === 'correspondenceSent';
}

function contactEntry(fact: FactOf<'contactLogged'>, entry: (more: Partial<ToldEntry> & Pick<ToldEntry, 'how'>) => readonly ToldEntry[]): readonly ToldEntry[] {
  const method = CONTACT_METHOD_LABELS[fact.method];
  const how = { reached: method, leftMessage: t`${method}, message left`, noAnswer: t`${method}, no answer` }[fact.outcome];
  const to = fact.person.trim();
  return entry({ how, text: fact.text, isFromThem: fact.direction === 'fromCitizen', isInVain: fact.outcome === 'noAnswer', ...(to === '' ? {} : { to }) });
}

/** How often somebody tried to reach the citizen since the last time anybody did: only calls and visits can fail. */
export function triesInVain({ history }: Pick<Case, 'history'>): number {
  const calls = history.filter((fact): fact is FactOf<'contactLogged'> => fact.kind === 'contactLogged' && fact.direction === 'toCitizen');
  return calls.length - 1 - calls.findLastIndex(({ outcome }) => outcome === 'reached');
}
