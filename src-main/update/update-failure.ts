import { t } from '../../src-shared/language/language.ts';
import type { UpdateFailure, UpdateState } from '../../src-shared/protocol/desktop-api.ts';

const MESSAGES: Readonly<Record<UpdateFailure, string>> = {
  unreachable: t`The update server cannot be reached. Portreeve keeps working and asks again later.`,
  notGenuine: t`The downloaded update is not what the server announced, so it was thrown away. Tell your administrator.`,
  other: t`The update could not be fetched. Portreeve keeps working and asks again later.`,
};

const UNREACHABLE_CODES = ['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN', 'ERR_INTERNET_DISCONNECTED'];

/** The server answered that it offers no version for this system: nothing is wrong, there is nothing to fetch. */
export function isNothingOffered(error: unknown): boolean {
  return codeOf(error) === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND';
}

/** What a failure of the updater means to the user. Takes the error as it comes, whatever it is. */
export function describeUpdateFailure(error: unknown): Extract<UpdateState, { state: 'failed' }> {
  const reason = reasonOf(error);
  return { state: 'failed', reason, message: MESSAGES[reason] };
}

function reasonOf(error: unknown): UpdateFailure {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'ERR_CHECKSUM_MISMATCH' || code === 'ERR_UPDATER_INVALID_SIGNATURE') return 'notGenuine';
  if (/sha512|checksum mismatch|not signed/i.test(text)) return 'notGenuine';
  if (UNREACHABLE_CODES.includes(code) || /net::ERR_(?:CONNECTION|NAME|INTERNET|NETWORK|ADDRESS|TIMED|PROXY)/.test(text)) return 'unreachable';
  return 'other';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
