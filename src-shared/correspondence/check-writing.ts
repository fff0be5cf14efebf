import { t } from '../language/language.ts';
import { lacksAgency } from '../commands/correspond.ts';
import type { Case } from '../domain/case-document.ts';
import { REPLY_MARK } from './compose-writing.ts';
import type { MessageForm } from './message-template.ts';

export interface Written {
  readonly form: MessageForm;
  readonly subject: string;
  readonly body: string;
}

/** What keeps a text from going out, by the field where it can be mended; null: nothing does. Each says what to do. */
export interface WritingProblems {
  readonly subject: string | null;
  readonly body: string | null;
}

/** Judges what an author has written. How well it reads is another question: `plain-language`. */
export function checkWriting(current: Pick<Case, 'referral' | 'history'>, { form, subject, body }: Written): WritingProblems {
  return {
    subject: form !== 'text' && subject.trim() === '' ? t`Write a subject.` : null,
    body: bodyProblem(current, body),
  };
}

function bodyProblem(current: Pick<Case, 'referral' | 'history'>, body: string): string | null {
  if (body.trim() === '') return t`Write the text.`;
  if (body.includes(REPLY_MARK)) return t`Write your answer where ${REPLY_MARK} stands.`;
  if (!lacksAgency(current, body)) return null;
  const { name = '', address = '', phone = '' } = current.referral ?? {};
  return t`The city has referred this citizen, and has not told them in writing yet: name, address and phone of the agency belong into this text (${name}, ${address}, ${phone}).`;
}
