/**
 * The books of a run of chaos: every order that was given, what was answered, and what must be found of it in the end.
 *
 * They know nothing of the product's insides but one thing: where a command is kept (the outbox of a disk, the results of the
 * server), asked when a disk or a database is destroyed on purpose. What only that one held is gone with it, and nobody's fault.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import type { CaseAnswer, CaseOrder } from './desk-protocol.ts';

export interface Entry {
  readonly order: CaseOrder;
  /** One word that nobody else types. */
  readonly word: string;
  readonly desk: string;
  /** Null: the desk was gone before it answered, and the order may or may not have been carried out. */
  readonly answer: CaseAnswer | null;
  /** The only disk or database that held it was destroyed. */
  readonly isGone: boolean;
}

export interface Books {
  /** Makes an order with a word of its own; opens a case when `caseId` is null. */
  write(kind: CaseOrder['do'], caseId: string | null): CaseOrder;
  wordOf(order: CaseOrder): string;
  note(order: CaseOrder, desk: string, answer: CaseAnswer | null): void;
  entries(): readonly Entry[];
  /** Something was destroyed: what is in none of these places any more is gone. */
  strike(keptAnywhere: ReadonlySet<string>): number;
}

const WORD_DIGITS = 5;

export function openBooks(): Books {
  const entries = new Map<string, Entry>();
  let lastWord = 0;
  const wordOf = (order: CaseOrder): string => order.words.split(' ', 1)[0] ?? '';
  return {
    write(kind, caseId) {
      lastWord += 1;
      // Of one length and with an end: none is the beginning of another.
      const words = `zq${String(lastWord).padStart(WORD_DIGITS, '0')}q ${kind}`;
      return { do: kind, commandId: randomUUID(), caseId: caseId ?? randomUUID(), words };
    },
    wordOf,
    note(order, desk, answer) {
      const known = entries.get(order.commandId);
      if (known?.answer) return;
      entries.set(order.commandId, { order, word: wordOf(order), desk, answer, isGone: known?.isGone ?? false });
    },
    entries: () => [...entries.values()],
    strike(keptAnywhere) {
      let struck = 0;
      for (const [commandId, entry] of entries) {
        if (entry.isGone || !entry.answer?.ok || keptAnywhere.has(commandId)) continue;
        entries.set(commandId, { ...entry, isGone: true });
        struck += 1;
      }
      return struck;
    },
  };
}

/** Ids of the commands in the outbox of a workstation's folder, also while the workstation runs. */
export function commandsOnDisk(dataDir: string): readonly string[] {
  const file = join(dataDir, 'records.sqlite');
  if (!existsSync(file)) return [];
  const db = new SqliteDatabase(file, { readonly: true, timeout: 5_000 });
  try {
    return (db.prepare('SELECT uid FROM outbox').all() as { uid: string }[]).map((row) => row.uid); // safe: the column is NOT NULL text
  } finally {
    db.close();
  }
}
