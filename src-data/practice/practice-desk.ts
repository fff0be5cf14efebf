/** Exercises of practice mode: which one runs, and whether the case that was taken since is what its caller needed. */
import { t } from '../../src-shared/language/language.ts';
import { z } from 'zod';
import { Command } from '../../src-shared/commands/index.ts';
import { checkExercise } from '../../src-shared/practice/check-exercise.ts';
import type { Exercise } from '../../src-shared/practice/exercise.ts';
import { type ExerciseGround, exerciseOf, exercisesOf } from '../../src-shared/practice/exercises.ts';
import { madeUpCases } from '../../src-shared/practice/made-up-cases.ts';
import type { PracticeCheckReply, PracticeStatus } from '../../src-shared/protocol/data-rpc/practice-views.ts';
import { type UtcMs, UtcMs as UtcMsSchema } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { findCase } from '../cases/case-queries.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { readSetting, saveSetting } from '../settings/settings.ts';
import { readSyncState } from '../sync/sync-state.ts';
import { resetPracticeRecords } from './practice-records.ts';

const Kept = z.object({
  /** What was given before it began is not of it. */
  running: z.object({ code: z.string(), afterSeq: z.int(), startedAt: UtcMsSchema }).nullable(),
  /** Codes of exercises that were done right. */
  done: z.array(z.string()),
});
type Kept = z.infer<typeof Kept>;

const SQL = {
  taken: `SELECT command FROM outbox WHERE seq > :afterSeq AND type IN ('case.open', 'case.addCoReporter') ORDER BY seq DESC LIMIT 1`,
} as const;

export interface PracticeDesk {
  status(): PracticeStatus;
  /** Begins an exercise, or begins it again. A code the city does not have changes nothing. */
  begin(code: string): PracticeStatus;
  stop(): PracticeStatus;
  check(): PracticeCheckReply;
  reset(): PracticeStatus;
}

export function createPracticeDesk({ db, dataDir, now }: { readonly db: WriteDb; readonly dataDir: string; readonly now: () => UtcMs }): PracticeDesk {
  const keep = (kept: Kept): PracticeStatus => {
    saveSetting(db, 'practice', kept);
    return statusOf(db, now());
  };
  return {
    status: () => statusOf(db, now()),
    begin(code) {
      const startedAt = now();
      const ground = groundOf(db, startedAt);
      if (ground === null || exerciseOf(ground, code) === null) return statusOf(db, startedAt);
      return keep({ ...readKept(db), running: { code, afterSeq: readSyncState(db).lastSeq, startedAt } });
    },
    stop: () => keep({ ...readKept(db), running: null }),
    check() {
      const { reply, done } = checkRunning(db);
      if (done !== null) keep({ ...readKept(db), done: [...new Set([...readKept(db).done, done])] });
      return reply;
    },
    reset() {
      resetPracticeRecords(db, dataDir, now());
      return statusOf(db, now());
    },
  };
}

function statusOf(db: ReadDb, now: UtcMs): PracticeStatus {
  const { running, done } = readKept(db);
  const ground = groundOf(db, running?.startedAt ?? now);
  const exercises = ground === null ? [] : exercisesOf(ground);
  return {
    exercises: exercises.map(({ code, title }) => ({ code, title, isDone: done.includes(code) })),
    running: exercises.find(({ code }) => code === running?.code) ?? null,
  };
}

/** `done`: code of the exercise, when everything is right. */
function checkRunning(db: ReadDb): { readonly reply: PracticeCheckReply; readonly done: string | null } {
  const { running } = readKept(db);
  const ground = running === null ? null : groundOf(db, running.startedAt);
  const exercise: Exercise | null = running === null || ground === null ? null : exerciseOf(ground, running.code);
  if (running === null || ground === null || exercise === null) return { reply: { ok: false, sentence: t`No exercise is running. Choose one first.` }, done: null };
  const row = db.query<{ afterSeq: number }, { command: string }>(SQL.taken).get({ afterSeq: running.afterSeq });
  const command = row ? Command.parse(JSON.parse(row.command)) : null;
  const current = command ? (findCase(db, command.caseId)?.case ?? null) : null;
  if (command === null || current === null || (command.type !== 'case.open' && command.type !== 'case.addCoReporter')) {
    return { reply: { ok: false, sentence: t`No case has been taken since this call began. Take it with New case (F2), issue the number, then check.` }, done: null };
  }
  const { trackingNumber } = command.args;
  const checked = checkExercise(exercise, current, command.type === 'case.addCoReporter' ? trackingNumber : null, ground.catalogue);
  return { reply: { ok: true, trackingNumber, caseId: current.id, ...checked }, done: checked.isRight ? exercise.code : null };
}

function groundOf(db: ReadDb, startedAt: UtcMs): ExerciseGround | null {
  const catalogue = currentCatalogue(db);
  if (!catalogue) return null;
  const [known] = madeUpCases(catalogue);
  const stored = known ? findCase(db, known.caseId) : null;
  return { catalogue, startedAt, knownNumber: stored && stored.case.state !== 'closed' ? stored.case.trackingNumber : null };
}

function readKept(db: ReadDb): Kept {
  const kept = Kept.safeParse(readSetting(db, 'practice'));
  return kept.success ? kept.data : { running: null, done: [] };
}
