import type { ReactElement } from 'react';
import { emailText } from '../../../src-shared/correspondence/email-text.ts';
import type { FilledMessage } from '../../../src-shared/correspondence/fill-template.ts';
import { letterHtml } from '../../../src-shared/correspondence/letter-html.ts';
import { type Letter, makeLetter } from '../../../src-shared/correspondence/letter.ts';
import type { FieldValues } from '../../../src-shared/correspondence/template-field.ts';
import { textMessageOf } from '../../../src-shared/correspondence/text-message.ts';
import { unreachable } from '../../../src-shared/util/unreachable.ts';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';

interface MessagePreviewProps {
  readonly message: FilledMessage;
  /** Those it was filled with. */
  readonly values: FieldValues;
}

/** A filled message in the form it goes out in. */
export function MessagePreview({ message, values }: MessagePreviewProps): ReactElement {
  switch (message.form) {
    case 'letter':
      return <LetterPreview message={message} values={values} />;
    case 'email':
      return <MailPreview message={message} values={values} />;
    case 'text':
      return <TextPreview message={message} />;
    default:
      return unreachable(message.form);
  }
}

function LetterPreview({ message, values }: MessagePreviewProps): ReactElement {
  const paper = usePaper();
  const { letter } = makeLetter(message, values, paper.paper);
  const save = (): void => void paper.savePdf({ title: 'letter', suggestedName: 'Letter preview', pageFooter: null, html: (size) => letterHtml(makeLetter(message, values, size).letter) });
  return (
    <>
      <Sheet letter={letter} />
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      <div>
        <Button size="small" onPress={save} isPending={paper.isBusy}>
          Save this letter as PDF
        </Button>
      </div>
    </>
  );
}

/** All that stands on the letter, in its order; its exact places are seen on the PDF. */
function Sheet({ letter }: { readonly letter: Letter }): ReactElement {
  const { city, address, signature, agency } = letter;
  return (
    <article className="admin-sheet" lang={letter.language} aria-label="Letter">
      <p className="admin-sheet-city">{city.name}</p>
      <Lines lines={city.lines} />
      <div className="admin-sheet-address">
        <Lines lines={address.lines} />
      </div>
      <p className="admin-sheet-side">{[letter.date, letter.trackingNumber].filter(Boolean).join(' · ')}</p>
      <p className="admin-sheet-subject">{letter.subject}</p>
      <Paragraphs paragraphs={letter.paragraphs} />
      <Lines lines={[signature.name, ...signature.lines]} />
      {agency && <Lines lines={[agency.name, agency.address, agency.phone, agency.hours]} />}
    </article>
  );
}

function MailPreview({ message, values }: MessagePreviewProps): ReactElement {
  const { subject, text } = emailText(message, values);
  return (
    <article className="admin-sheet" lang={message.language} aria-label="Mail">
      <p className="admin-sheet-subject">{subject}</p>
      <pre className="admin-plain">{text}</pre>
    </article>
  );
}

function TextPreview({ message }: { readonly message: FilledMessage }): ReactElement {
  const { text, segments, length, encoding, unusual, warning } = textMessageOf(message);
  const why = encoding === 'UCS-2' && unusual.length > 0 ? ` ${unusual.map((character) => `“${character}”`).join(' ')} ${unusual.length === 1 ? 'takes' : 'take'} more than half the room.` : '';
  return (
    <>
      <article className="admin-sheet admin-bubble" lang={message.language} aria-label="Text message">
        <pre className="admin-plain">{text}</pre>
      </article>
      <p className="muted number" role="status">{`${length} characters, ${segments === 1 ? 'one part' : `${segments} parts`}.${why}`}</p>
      {warning !== null && <Note tone="warning">{warning}</Note>}
    </>
  );
}

function Paragraphs({ paragraphs }: { readonly paragraphs: readonly string[] }): ReactElement {
  return (
    <>
      {paragraphs.map((paragraph, at) => (
        <p key={at} className="admin-plain">
          {paragraph}
        </p>
      ))}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  return (
    <p className="admin-plain">
      {lines.filter((line) => line !== '').join('\n')}
    </p>
  );
}
