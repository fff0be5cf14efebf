/** When citizen and city were in touch about a case, how, and what came of it: the dates the policy wants kept (S2, Step 3.6). Pure. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { Fact, FactOf } from '../../../src-shared/domain/fact.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { contactStory } from '../story/contact-story.ts';

export interface ContactEntry {
  readonly id: string;
  readonly at: UtcMs;
  /** `Ana Rivera called the citizen: no answer`. */
  readonly words: string;
  /** The stamp of the first answer: it closes nothing (RC-3). */
  readonly isFirstAnswer: boolean;
}

/** Newest first. */
export function contactLedger({ history, respondedAt }: Pick<Case, 'history' | 'respondedAt'>, catalogue: Catalogue): readonly ContactEntry[] {
  const answering = new Set(history.filter(({ kind, at }) => kind === 'responded' && at === respondedAt).map(commandOf));
  // An acknowledgement that was written is that writing.
  const wrote = new Set(history.filter(({ kind }) => kind === 'correspondenceSent').map(commandOf));
  const entries = history.flatMap((fact): readonly ContactEntry[] => {
    const words = fact.kind === 'acknowledged' && wrote.has(commandOf(fact)) ? null : wordsOf(fact, catalogue);
    return words === null ? [] : [{ id: fact.id, at: fact.at, words, isFirstAnswer: answering.has(commandOf(fact)) }];
  });
  const isShown = new Set(entries.filter(({ isFirstAnswer }) => isFirstAnswer).map(({ id }) => id.split('.')[0]));
  const onTheSpot = history.filter((fact) => fact.kind === 'responded' && fact.at === respondedAt && !isShown.has(commandOf(fact))).map((fact) => answeredAtOnce(fact, catalogue));
  return [...entries, ...onTheSpot].toSorted((one, other) => other.at - one.at);
}

/** Facts of one command share the beginning of their ids. */
const commandOf = ({ id }: Pick<Fact, 'id'>): string => id.split('.')[0] ?? '';

function wordsOf(fact: Fact, catalogue: Catalogue): string | null {
  const who = staffName(catalogue, fact.by);
  switch (fact.kind) {
    case 'contactLogged':
      return `${who} ${contactStory(fact)}`;
    case 'acknowledged':
      return `${who} told the citizen that we have it (${CONTACT_METHOD_LABELS[fact.method].toLowerCase()})`;
    case 'correspondenceSent':
      return writtenWords(fact, who);
    default:
      return null;
  }
}

const WRITTEN = { letter: 'Letter', email: 'Email', text: 'Text message' } as const;

function writtenWords({ method, toName, toAddress, isAutomatic }: FactOf<'correspondenceSent'>, who: string): string {
  return `${WRITTEN[method]} to ${toName || toAddress}${isAutomatic ? ', sent by itself' : `, by ${who}`}`;
}

/** No contact was logged: they were there. */
function answeredAtOnce({ id, at, by }: Fact, catalogue: Catalogue): ContactEntry {
  return { id, at, words: `${staffName(catalogue, by)} answered while the citizen was there`, isFirstAnswer: true };
}

/** How often somebody tried to reach the citizen since the last time anybody did: only calls and visits can fail. */
export function triesInVain({ history }: Pick<Case, 'history'>): number {
  const calls = history.filter((fact): fact is FactOf<'contactLogged'> => fact.kind === 'contactLogged' && fact.direction === 'toCitizen');
  return calls.length - 1 - calls.findLastIndex(({ outcome }) => outcome === 'reached');
}
