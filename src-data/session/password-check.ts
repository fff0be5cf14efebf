import { t } from '../../src-shared/language/language.ts';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { Problem } from '../../src-shared/protocol/problem.ts';
import { problemSentence } from '../../src-shared/protocol/problem-sentence.ts';
import { SignInReply } from '../../src-shared/protocol/sign-in.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { readText, type Transport } from '../sync/transport.ts';

export type CheckedPassword =
  | { readonly kind: 'right'; readonly staff: Staff }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'tooManyTries'; readonly sentence: string }
  | { readonly kind: 'problem'; readonly sentence: string }
  /** No answer in time: the offline check decides. */
  | { readonly kind: 'noServer' };

export type PasswordCheck = (staffId: string, password: string) => Promise<CheckedPassword>;

/** Long enough for argon2 on a busy server, short enough for a clerk whose network is gone. */
const TIMEOUT_MS = 4 * SECOND_MS;

export interface PasswordCheckOptions {
  /** Null: no server is set. */
  readonly transport: Transport | null;
  /** Signs the request, so that wrong passwords elsewhere in the building do not count against this workstation. */
  readonly sign: (request: { readonly method: string; readonly path: string; readonly body: Uint8Array }) => Promise<Readonly<Record<string, string>>>;
}

const PATH = '/auth/v1/sign-in';

/** Checks a password at the server. */
export function checkAtServer({ transport, sign }: PasswordCheckOptions): PasswordCheck {
  return async (staffId, password) => {
    if (!transport) return { kind: 'noServer' };
    try {
      const body = new TextEncoder().encode(JSON.stringify({ staffId, password }));
      const headers = { 'content-type': 'application/json', ...(await sign({ method: 'POST', path: PATH, body })) };
      const reply = await transport({ method: 'POST', path: PATH, headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      return understand(reply.status, await readText(reply));
    } catch {
      return { kind: 'noServer' };
    }
  };
}

function understand(status: number, text: string): CheckedPassword {
  if (status === 200) return { kind: 'right', staff: SignInReply.parse(JSON.parse(text)).staff };
  const problem = Problem.safeParse(JSON.parse(text));
  // A server that does not know this workstation has said nothing about the password.
  if (status === 401) return problem.success && problem.data.code === 'signInFailed' ? { kind: 'wrong' } : { kind: 'noServer' };
  const sentence = problem.success ? problemSentence(problem.data) : t`The server could not check the password. Try again in a minute.`;
  if (status === 429) return { kind: 'tooManyTries', sentence };
  // A server that is up but failing must not keep the counter closed.
  return status >= 500 ? { kind: 'noServer' } : { kind: 'problem', sentence };
}
