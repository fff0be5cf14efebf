/**
 * Needs attention: commands that had no effect at the server, kept until a person has decided what becomes of them.
 */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Command, CommandType } from '../../src-shared/commands/index.ts';
import type { Person } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { REFUSAL_REASONS, type RefusalReason } from '../../src-shared/domain/refusal.ts';
import { refusalSentence } from '../../src-shared/domain/refusal-sentence.ts';
import type { AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { typedWords } from './typed-words.ts';

interface StoredItem {
  readonly seq: number;
  readonly station: string;
  readonly caseId: CaseId;
  readonly madeAt: UtcMs;
  readonly userId: string;
  readonly state: 'refused' | 'deferred';
  readonly code: string | null;
  readonly detail: string | null;
  readonly command: string;
}

/** The row's own key names an item: after a fork two stations' commands may share a seq. */
const COLUMNS = 'rowid AS seq, station, case_id AS caseId, made_at AS madeAt, user_id AS userId, state, code, detail, command';
const OPEN_ITEMS = `state IN ('refused', 'deferred') AND settled_at IS NULL`;
const SQL = {
  list: `SELECT ${COLUMNS} FROM outbox WHERE ${OPEN_ITEMS} ORDER BY made_at, rowid LIMIT 500`,
  byKey: `SELECT ${COLUMNS} FROM outbox WHERE rowid = :key AND ${OPEN_ITEMS}`,
  settle: 'UPDATE outbox SET settled_at = :settledAt WHERE rowid = :key',
} as const;

/** What nobody has settled, oldest first; at most 500. */
export function attentionItems(db: ReadDb, catalogue: Catalogue): readonly AttentionItem[] {
  return db.query<Record<string, never>, StoredItem>(SQL.list).all({}).map((item) => toItem(db, item, catalogue));
}

export interface OpenItem {
  readonly command: Command;
  readonly current: Case | null;
  readonly settle: (settledAt: UtcMs) => void;
}

/** One unsettled item with the case as it is now; null when it is settled or was never there. */
export function findAttentionItem(db: WriteDb, key: number): OpenItem | null {
  const item = db.query<{ key: number }, StoredItem>(SQL.byKey).get({ key });
  if (!item) return null;
  return {
    command: JSON.parse(item.command) as Command, // safe: written by appendToOutbox
    current: findCase(db, item.caseId)?.case ?? null,
    settle: (settledAt) => void db.write(SQL.settle).run({ settledAt, key }),
  };
}

/**
 * The same wish as a new command on the case as it is now: its author has seen both sides and wants it all the same.
 *
 * Returns type and arguments; null when the case is not here and the command does not open it.
 */
export function doItAnyway(command: Command, current: Case | null): { readonly type: CommandType; readonly args: Readonly<Record<string, unknown>> } | null {
  if (command.type === 'case.open') return { type: command.type, args: command.args };
  if (!current) return null;
  switch (command.type) {
    case 'case.edit': {
      const fields = Object.keys(command.args.changes);
      return { type: command.type, args: { ...command.args, basis: Object.fromEntries(fields.map((field) => [field, current.fieldVersions[field]])) } };
    }
    case 'case.assign':
    case 'case.take':
      return { type: command.type, args: { ...command.args, seenAssigneeId: current.assigneeId } };
    case 'case.transfer':
      return { type: command.type, args: { ...command.args, seenDepartmentCode: current.departmentCode } };
    default:
      return { type: command.type, args: command.args };
  }
}

function toItem(db: ReadDb, item: StoredItem, catalogue: Catalogue): AttentionItem {
  const command = JSON.parse(item.command) as Command; // safe: written by appendToOutbox
  const details = JSON.parse(item.detail ?? '{}') as Readonly<Record<string, unknown>>; // safe: written by markOutcome
  const current = findCase(db, item.caseId)?.case ?? null;
  const givenNumber = command.type === 'case.open' || command.type === 'case.addCoReporter' ? command.args.trackingNumber : null;
  return {
    seq: item.seq,
    caseId: item.caseId,
    trackingNumber: current?.trackingNumber ?? givenNumber,
    madeAt: item.madeAt,
    userId: item.userId,
    commandType: command.type,
    status: item.state,
    code: item.code ?? '',
    details,
    sentence: sentenceOf(item, details, catalogue),
    typed: typedWords(command, catalogue),
    callBack: givenNumber === null ? null : contactOf(personOf(command)),
  };
}

function sentenceOf(item: StoredItem, details: Readonly<Record<string, unknown>>, catalogue: Catalogue): string {
  if (item.code === 'staffInactive') {
    return 'Whoever entered this was no longer active staff when it reached the server. Look at it, then do it in your own name, keep it as a note, or drop it.';
  }
  if (item.state === 'deferred') {
    return `The server could not work this out and has set it aside (incident ${item.code ?? 'unknown'}). Your IT office can look it up; what you entered is kept here.`;
  }
  const isKnown = (REFUSAL_REASONS as readonly string[]).includes(item.code ?? '');
  // Safe: checked against the closed list; a reason of a newer server falls through to the general sentence.
  if (isKnown) return refusalSentence({ reason: item.code as RefusalReason, details }, catalogue);
  return 'The server refused this for a reason this version does not know. Ask your IT office to update Portreeve; what you entered is kept here.';
}

function personOf(command: Command): Person | null {
  if (command.type === 'case.open') return command.args.requester;
  return command.type === 'case.addCoReporter' ? command.args.person : null;
}

function contactOf(person: Person | null): string {
  if (!person) return 'The citizen left no name.';
  return [person.name, person.phone, person.email].filter(Boolean).join(' · ') || 'The citizen left no way to reach them.';
}
