import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Letter, makeLetter } from '../../../src-shared/correspondence/letter.ts';
import type { LetterPaper } from '../../../src-shared/correspondence/letter-geometry.ts';
import type { FilledMessage } from '../../../src-shared/correspondence/fill-template.ts';
import type { FieldValues } from '../../../src-shared/correspondence/template-field.ts';
import { messageOfWriting, valuesOfWriting } from '../../../src-shared/correspondence/writing.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { SyncStatus } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { letterDocument } from '../../letters/letter-document.ts';
import { lettersQueries } from '../../letters/letters-queries.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { type CommandForm, useCommandForm } from '../dialogs/use-command-form.ts';
import { NEW_WRITING, type WritingDraft, writingDraft, writingOf, type WritingValues } from './writing-draft.ts';
import { missingInWriting, sentWords } from './writing-words.ts';

/** As it will reach the citizen. */
export interface WritingPreview {
  readonly message: FilledMessage;
  readonly values: FieldValues;
  readonly letterFor: (paper: LetterPaper) => Letter;
  readonly document: PaperDocument;
}

export interface Writing {
  readonly form: CommandForm<WritingValues>;
  /** Null: the case has nobody to write to. */
  readonly draft: WritingDraft | null;
  readonly preview: WritingPreview | null;
  /** Nothing is missing: it could go out. */
  readonly isReady: boolean;
  readonly connection: SyncStatus['connection'] | undefined;
}

/** What is being written to a citizen of the case, from its beginning to the command. */
export function useWriting(current: Case, onClose: () => void): Writing {
  const catalogue = useCatalogue();
  const { id: signedBy } = useStaff();
  const [at] = useState(() => utcMs(Date.now())); // the day in the letter stays while it is written
  const owing = useQuery(lettersQueries.owed([current.id])).data?.[0];
  const connection = useQuery(queries.syncStatus()).data?.connection;
  const draftOf = (values: WritingValues): WritingDraft | null => writingDraft(values, { case: current, whole: owing?.whole ?? null, catalogue, at, signedBy });
  const missing = (values: WritingValues) => missingInWriting(current, draftOf(values));
  const form = useCommandForm<WritingValues>({
    current,
    name: 'write',
    initial: () => NEW_WRITING,
    check: missing,
    toCommand(values) {
      const draft = draftOf(values);
      if (draft === null) throw new Error('a writing to nobody was not held back');
      return { type: 'case.correspond', args: { ...writingOf(draft), event: draft.template?.event ?? null, isAutomatic: false } };
    },
    doneWords: (values) => sentWords(draftOf(values)?.form ?? 'letter', connection),
    onClose,
  });
  const draft = draftOf(form.values);
  const isReady = Object.values(missing(form.values)).every((sentence) => sentence === undefined);
  return { form, draft, preview: draft && previewOf(draft), isReady, connection };

  function previewOf(shown: WritingDraft): WritingPreview {
    const source = { case: current, catalogue, writing: writingOf(shown), at, signedBy };
    const [message, values] = [messageOfWriting(source), valuesOfWriting(source)];
    const letterFor = (paper: LetterPaper): Letter => makeLetter(message, values, paper).letter;
    return { message, values, letterFor, document: letterDocument(letterFor, formatTrackingNumber(shown.recipient.trackingNumber)) };
  }
}
