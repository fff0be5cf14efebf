import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { emailText } from '../../src-shared/correspondence/email-text.ts';
import type { FilledMessage } from '../../src-shared/correspondence/fill-template.ts';
import { makeLetter } from '../../src-shared/correspondence/letter.ts';
import type { LetterPaper } from '../../src-shared/correspondence/letter-geometry.ts';
import type { FieldValues } from '../../src-shared/correspondence/template-field.ts';
import { type TextMessage, textMessageOf } from '../../src-shared/correspondence/text-message.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { Note } from '../ui/note.tsx';
import { LetterSheet } from './letter-sheet.tsx';
import './message-preview.css';

export interface MessagePreviewProps {
  readonly message: FilledMessage;
  /** Those it was filled with. */
  readonly values: FieldValues;
  /** Of a letter. */
  readonly paper: LetterPaper;
}

/** A message exactly as the citizen gets it: the printed sheet, the mail, the text with its parts. */
export function MessagePreview({ message, values, paper }: MessagePreviewProps): ReactElement {
  switch (message.form) {
    case 'letter':
      return <LetterPreview message={message} values={values} paper={paper} />;
    case 'email':
      return <MailPreview message={message} values={values} />;
    case 'text':
      return <TextPreview message={message} />;
    default:
      return unreachable(message.form);
  }
}

function LetterPreview({ message, values, paper }: MessagePreviewProps): ReactElement {
  const { letter, problems } = makeLetter(message, values, paper);
  return (
    <>
      {problems.map((problem) => (
        <Note key={problem.reason} tone="warning">
          {problem.message}
        </Note>
      ))}
      <LetterSheet letter={letter} />
      <p className="muted">{t`The dashes are the envelope’s window; fold at the marks on the left edge.`}</p>
    </>
  );
}

function MailPreview({ message, values }: Omit<MessagePreviewProps, 'paper'>): ReactElement {
  const { subject, text } = emailText(message, values);
  return (
    <article className="message-sheet" lang={message.language} aria-label={t`Mail as it will be sent`}>
      <p className="message-subject" dir="auto">
        {subject}
      </p>
      <p className="message-text" dir="auto">
        {text}
      </p>
    </article>
  );
}

function TextPreview({ message }: { readonly message: FilledMessage }): ReactElement {
  const text = textMessageOf(message);
  return (
    <>
      <article className="message-sheet message-bubble" lang={message.language} aria-label={t`Text message as it will be sent`}>
        <p className="message-text" dir="auto">
          {text.text}
        </p>
      </article>
      <p className="muted number" role="status" aria-label={t`Length of the text`}>
        {lengthWords(text)}
      </p>
      {text.warning !== null && <Note tone="warning">{text.warning}</Note>}
    </>
  );
}

/** `142 characters, one part.` */
function lengthWords({ length, segments, encoding, unusual }: TextMessage): string {
  const parts = segments === 1 ? t`one part` : t`${segments} parts`;
  const costly = unusual.slice(0, 5).map((character) => `“${character}”`).join(' ');
  const size = length === 1 ? t`1 character, ${parts}.` : t`${length} characters, ${parts}.`;
  if (encoding !== 'UCS-2') return size;
  return unusual.length === 1 ? t`${size} ${costly} takes more than half the room of a part.` : t`${size} ${costly} take more than half the room of a part.`;
}
