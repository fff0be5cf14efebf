/**
 * Who is at the keyboard. With the server in reach the password is checked there; without it, against a verifier this
 * workstation keeps of people who have signed in here before.
 */
import { t } from '../../src-shared/language/language.ts';
import { hash, verify } from '@node-rs/argon2';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { SignInReply } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { DAY_MS, MINUTE_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { WriteDb } from '../db/database.ts';
import type { PasswordCheck } from './password-check.ts';
import { beginSession } from './session.ts';
import { countFailure, findVerifier, forgetVerifier, keepVerifier } from './verifiers.ts';

/** A verifier older than this is not trusted: the person may have left since. */
export const OFFLINE_LIFETIME_MS = 30 * DAY_MS;
export const FAILURES_BEFORE_LOCK = 5;
export const LOCK_MS = 5 * MINUTE_MS;

/** OWASP's second choice for argon2id: 19 MiB, two passes. About 40 ms on an office PC. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export interface SignInSurroundings {
  readonly db: WriteDb;
  readonly checkAtServer: PasswordCheck;
  readonly now: () => UtcMs;
}

/** Signs in by ID and password. The ID is taken without regard to case and outer spaces. */
export async function signIn(around: SignInSurroundings, typedId: string, password: string): Promise<SignInReply> {
  const staffId = typedId.trim().toLowerCase();
  if (!staffId || !password) return refused('wrongIdOrPassword', t`Type your staff ID and your password.`);
  const checked = await around.checkAtServer(staffId, password);
  switch (checked.kind) {
    case 'right':
      keepVerifier(around.db, staffId, await hash(password, ARGON2), around.now());
      return { ok: true, session: beginSession(around.db, checked.staff, 'server', around.now()) };
    case 'wrong':
      await forgetChangedPassword(around.db, staffId, password);
      return refused('wrongIdOrPassword', WRONG);
    case 'tooManyTries':
      // Others may have used up the tries of this network: who is known here gets in, with this workstation's own limit.
      return findVerifier(around.db, staffId) ? signInOffline(around, staffId, password) : refused('tooManyTries', checked.sentence);
    case 'problem':
      return refused('serverProblem', checked.sentence);
    case 'noServer':
      return signInOffline(around, staffId, password);
  }
}

const WRONG = t`The staff ID or the password is not right. Check both and try again; passwords tell capital letters apart.`;

/** What the server refuses must not open this workstation offline later; a slip of the finger takes nothing away. */
async function forgetChangedPassword(db: WriteDb, staffId: string, password: string): Promise<void> {
  const kept = findVerifier(db, staffId);
  if (kept && (await verify(kept.verifier, password))) forgetVerifier(db, staffId);
}

async function signInOffline(around: SignInSurroundings, staffId: string, password: string): Promise<SignInReply> {
  const { db } = around;
  const now = around.now();
  const verifier = findVerifier(db, staffId);
  if (!verifier) {
    return refused(
      'offlineAndUnknownHere',
      t`The server cannot be reached, and you have not signed in on this workstation before. Use a workstation you have used before, or try again when the network is back.`,
    );
  }
  if (verifier.lockedUntil > now) {
    const minutes = Math.ceil((verifier.lockedUntil - now) / MINUTE_MS);
    return refused('tooManyTries', t`Too many wrong passwords. Wait ${minutes} minute${minutes === 1 ? '' : 's'}, then try again.`);
  }
  if (now - verifier.checkedAt > OFFLINE_LIFETIME_MS) {
    return refused('offlineTooLong', t`You have not signed in with the server in reach for 30 days. Sign in once when the network is back.`);
  }
  if (!(await verify(verifier.verifier, password))) {
    countFailure(db, staffId, FAILURES_BEFORE_LOCK, now + LOCK_MS);
    return refused('wrongIdOrPassword', WRONG);
  }
  const staff = knownStaff(db, staffId);
  if (!staff) return refused('wrongIdOrPassword', WRONG);
  keepVerifier(db, staffId, verifier.verifier, verifier.checkedAt);
  return { ok: true, session: beginSession(db, staff, 'thisWorkstation', now) };
}

function knownStaff(db: WriteDb, staffId: string): Staff | null {
  const catalogue = currentCatalogue(db);
  const staff = catalogue ? findStaff(catalogue, staffId) : undefined;
  return staff?.isActive ? staff : null;
}

function refused(reason: Extract<SignInReply, { ok: false }>['reason'], sentence: string): SignInReply {
  return { ok: false, reason, sentence };
}
