/**
 * Needs attention: commands that had no effect at the server, or numbers that were given out twice, kept until a person has
 * decided what becomes of them. Each is shown to those it is for (src-shared/domain/attention.ts).
 */
import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Command, CommandType } from '../../src-shared/commands/index.ts';
import { whyShown } from '../../src-shared/domain/attention.ts';
import type { Person } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { REFUSAL_REASONS, type RefusalReason } from '../../src-shared/domain/refusal.ts';
import { refusalSentence } from '../../src-shared/domain/refusal-sentence.ts';
import type { AttentionAction, AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber, TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';
import { findShadow } from '../outbox/shadow.ts';
import { factsOf, openEntries, type StoredEntry } from './attention-entries.ts';
import { attentionRules } from './attention-exchange.ts';
import { bothSides } from './both-sides.ts';
import { caseAfterReopening } from './settlements.ts';
import { isSealedCommand } from '../../src-shared/protocol/sealed-text.ts';
import { typedWords } from './typed-words.ts';

export interface AttentionViewer {
  readonly catalogue: Catalogue;
  /** Who is signed in; null: nobody, and then nothing is shown. */
  readonly staffId: string | null;
  readonly now: UtcMs;
}

/** What is open for the person at the keyboard: to be called back first, then oldest first. */
export function attentionItems(db: ReadDb, { catalogue, staffId, now }: AttentionViewer): readonly AttentionItem[] {
  const viewer = staffId === null ? undefined : findStaff(catalogue, staffId);
  if (!viewer) return [];
  const time = { now, supervisorAfterMs: attentionRules(db).supervisorAfterMs };
  const items = openEntries(db).flatMap((entry) => {
    const facts = factsOf(db, entry, catalogue);
    const reason = whyShown(viewer, facts, time);
    const about = facts.about && { departmentCode: facts.about.departmentCode, isSealed: facts.about.isSealed, seal: facts.about.seal ?? null };
    return reason === null ? [] : [toItem(db, entry, { catalogue, reason, about })];
  });
  return items.sort((a, b) => Number(b.callBack !== null) - Number(a.callBack !== null) || a.madeAt - b.madeAt);
}

/**
 * The same wish as a new command on the case as it is now: its author has seen both sides and wants it all the same.
 *
 * `takerId`: for whom a case is taken. Its author, or whoever decides now when the author is no longer there. Returns type and
 * arguments; null when the case is not here and the command does not open it.
 */
export function doItAnyway(command: Command, current: Case | null, { actorId, takerId }: { readonly actorId: string; readonly takerId: string }): { readonly type: CommandType; readonly args: Readonly<Record<string, unknown>> } | null {
  if (command.type === 'case.open') return { type: command.type, args: { ...command.args, formerNumbers: [...(command.args.formerNumbers ?? []), command.args.trackingNumber] } };
  if (!current) return null;
  switch (command.type) {
    case 'case.edit': {
      const fields = Object.keys(command.args.changes);
      return { type: command.type, args: { ...command.args, basis: Object.fromEntries(fields.map((field) => [field, current.fieldVersions[field]])) } };
    }
    case 'case.take':
      if (takerId !== actorId) return { type: 'case.assign', args: { assigneeId: takerId, seenAssigneeId: current.assigneeId, note: '' } };
      return { type: command.type, args: { ...command.args, seenAssigneeId: current.assigneeId } };
    case 'case.assign':
      return { type: command.type, args: { ...command.args, seenAssigneeId: current.assigneeId } };
    case 'case.transfer':
      return { type: command.type, args: { ...command.args, seenDepartmentCode: current.departmentCode } };
    case 'case.merge':
      return { type: command.type, args: { ...command.args, isIntoClosed: true } };
    case 'case.unmerge':
      return { type: command.type, args: { ...command.args, fromCaseId: current.mergedInto?.caseId ?? null } };
    default:
      return { type: command.type, args: command.args };
  }
}

/** What can be decided about an entry. A wish about a case that is not on this workstation can be passed on or dropped, not carried out. */
export function actionsFor({ status, command }: Pick<StoredEntry, 'status' | 'command'>, current: Case | null): readonly AttentionAction[] {
  if (status === 'renumbered') return ['calledBack', 'handOver'];
  if (isSealedCommand(command)) return ['drop'];
  if (command.type === 'case.open') return ['doItAnyway', 'handOver', 'drop'];
  // Half of a merge is never done by itself: whoever wants it merges the two cases.
  if (command.type === 'case.absorb' || command.type === 'case.separate') return ['handOver', 'drop'];
  return current ? ['doItAnyway', 'keepAsNote', 'handOver', 'drop'] : ['handOver', 'drop'];
}

interface ItemContext extends Pick<AttentionItem, 'reason' | 'about'> {
  readonly catalogue: Catalogue;
}

function toItem(db: ReadDb, entry: StoredEntry, { catalogue, reason, about }: ItemContext): AttentionItem {
  const { command, details } = entry;
  const caseId = CaseId.parse(caseAfterReopening(db, command.caseId));
  const current = findCase(db, caseId)?.case ?? null;
  const givenNumber = numberGiven(command);
  const isUnreadable = isSealedCommand(command);
  return {
    uid: entry.uid,
    caseId,
    isCaseHere: current !== null,
    trackingNumber: current?.trackingNumber ?? givenNumber,
    madeAt: command.madeAt,
    userId: command.userId,
    commandType: command.type,
    status: entry.status,
    code: entry.code ?? '',
    sentence: sentenceOf(entry, catalogue),
    typed: isUnreadable ? '' : typedWords(command, catalogue),
    sides: isUnreadable ? [] : bothSides(command, serverVersion(db, caseId, current), details),
    callBack: givenNumber === null || isUnreadable ? null : contactOf(personOf(command)),
    reason,
    handedBy: entry.handedBy,
    stationName: entry.stationName,
    about,
    actions: actionsFor(entry, current),
  };
}

/** The case without what was entered here and is still on its way: that is what stands at the server. */
function serverVersion(db: ReadDb, caseId: string, shown: Case | null): Case | null {
  const shadow = findShadow(db, caseId);
  return shadow.isKept ? shadow.base : shown;
}

function sentenceOf(entry: StoredEntry, catalogue: Catalogue): string {
  const { code, status, details, command } = entry;
  if (status === 'renumbered') return renumberedSentence(details);
  if (isSealedCommand(command)) {
    return t`This was about a sealed case, and only the server that is gone could read it. Give the number to Human Resources or the City Manager’s office: the citizen has to be asked again.`;
  }
  if (code === 'staffInactive') {
    return t`Whoever entered this was no longer active staff when it reached the server. Look at it, then do it in your own name, keep it as a note, hand it over, or drop it.`;
  }
  if (status === 'deferred') {
    return t`The server could not work this out and has set it aside (incident ${code ?? '–'}). Your IT office can look it up; what was entered is kept.`;
  }
  const isKnown = (REFUSAL_REASONS as readonly string[]).includes(code ?? '');
  // Safe: checked against the closed list; a reason of a newer server falls through to the general sentence.
  if (isKnown) return refusalSentence({ reason: code as RefusalReason, details }, catalogue);
  return t`The server refused this for a reason this version does not know. Ask your IT office to update Portreeve; what was entered is kept.`;
}

function renumberedSentence(details: StoredEntry['details']): string {
  const [from, to] = [words(details['from']), words(details['to'])];
  return t`Call back: ${from} was also given to another citizen; this case now has ${to}. Tell them the new number, and send them a new receipt.`;
}

function words(number: unknown): string {
  const parsed = TrackingNumber.safeParse(number);
  return parsed.success ? formatTrackingNumber(parsed.data) : t`the number on the slip`;
}

function numberGiven(command: Command): TrackingNumber | null {
  return command.type === 'case.open' || command.type === 'case.addCoReporter' ? command.args.trackingNumber : null;
}

function personOf(command: Command): Person | null {
  if (command.type === 'case.open') return command.args.requester;
  return command.type === 'case.addCoReporter' ? command.args.person : null;
}

function contactOf(person: Person | null): string {
  if (!person) return t`The citizen left no name.`;
  return [person.name, person.phone, person.email].filter(Boolean).join(' · ') || t`The citizen left no way to reach them.`;
}
