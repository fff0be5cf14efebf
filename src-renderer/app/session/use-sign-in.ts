import { t } from '../../../src-shared/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { queries } from '../../data/queries.ts';
import { unlock } from './session-store.ts';

/** The password is checked at the server, or offline by what this machine keeps: either takes a moment on purpose. */
const SIGN_IN_TIMEOUT_MS = 45_000;

export interface SignInForm {
  readonly staffId: string;
  readonly password: string;
  readonly setStaffId: (staffId: string) => void;
  readonly setPassword: (password: string) => void;
  readonly staffIdRef: RefObject<HTMLInputElement | null>;
  readonly passwordRef: RefObject<HTMLInputElement | null>;
  readonly isPending: boolean;
  /** What went wrong and what to do next; null while nothing has. */
  readonly problem: string | null;
  readonly submit: (event: FormEvent) => void;
}

/** The sign-in form: what is typed, and what became of it. Staff IDs are lower case, however they are typed. */
export function useSignIn(firstStaffId: string): SignInForm {
  const [staffId, setStaffId] = useState(firstStaffId);
  const [password, setPassword] = useState('');
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const staffIdRef = useRef<HTMLInputElement>(null);
  const passwordRef = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const isIdKnown = firstStaffId !== '';
  useEffect(() => {
    // A moment later: behind a lock over an open dialog, that dialog gives the focus up only now.
    const timer = setTimeout(() => (isIdKnown ? passwordRef : staffIdRef).current?.focus());
    return () => clearTimeout(timer);
  }, [isIdKnown]);

  async function signIn(): Promise<void> {
    const reply = await data.session.signIn({ staffId: staffId.trim().toLowerCase(), password }, { context: { timeoutMs: SIGN_IN_TIMEOUT_MS } });
    if (reply.ok) {
      unlock();
      queryClient.setQueryData(queries.session().queryKey, reply.session);
      return;
    }
    setProblem(reply.sentence);
    setPassword('');
    passwordRef.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = staffId.trim() === '' ? { sentence: t`Type your staff ID.`, field: staffIdRef } : password === '' ? { sentence: t`Type your password.`, field: passwordRef } : null;
    setProblem(missing?.sentence ?? null);
    missing?.field.current?.focus();
    if (missing !== null || isPending) return;
    setIsPending(true);
    signIn()
      .catch((error: unknown) => setProblem(dataErrorSentence(error)))
      .finally(() => setIsPending(false));
  }

  return { staffId, password, setStaffId, setPassword, staffIdRef, passwordRef, isPending, problem, submit };
}
