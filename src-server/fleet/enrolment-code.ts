import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Who may enrol. */
export interface EnrolmentPolicy {
  /** Shown to the administrator as it is. */
  readonly code: string;
  /** True: a workstation on the server's own computer needs the code too. */
  readonly isNeededLocally: boolean;
}

/** Without letters and digits that look or sound alike. */
const ALPHABET = 'ACDEFHJKLMNPQRTUVWXY3479';
const GROUPS = 3;
const GROUP_LENGTH = 4;

/**
 * The policy of this server: the code given on the command line, which then everyone needs, or the one made at first start
 * and kept in `DIR/enrolment-code` (mode 0600), which workstations on this very computer do not need.
 */
export function enrolmentPolicy(dataDir: string, givenCode: string | null): EnrolmentPolicy {
  if (givenCode !== null) return { code: givenCode, isNeededLocally: true };
  const file = path.join(dataDir, 'enrolment-code');
  if (!existsSync(file)) writeFileSync(file, `${makeCode()}\n`, { mode: 0o600, flag: 'wx' });
  return { code: readFileSync(file, 'utf8').trim(), isNeededLocally: false };
}

function makeCode(): string {
  const letter = () => ALPHABET[randomInt(ALPHABET.length)];
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Compares as people type: case, spaces and dashes do not matter. Takes the same time whatever is wrong. */
export function isCode(policy: EnrolmentPolicy, typed: string): boolean {
  return timingSafeEqual(digest(typed), digest(policy.code));
}

function digest(code: string): Buffer {
  return createHash('sha256').update(code.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')).digest();
}
