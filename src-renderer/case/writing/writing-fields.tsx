import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { REPLY_MARK } from '../../../src-shared/correspondence/compose-writing.ts';
import { MAX_BODY_LENGTH, MAX_SUBJECT_LENGTH } from '../../../src-shared/correspondence/message-template.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Note } from '../../ui/note.tsx';
import { PlainHints } from '../../ui/plain-hints.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { CommandForm } from '../dialogs/use-command-form.ts';
import { EMPTY_SHEET, otherForm, recipientKey, typedText, type WritingDraft, type WritingValues } from './writing-draft.ts';
import { countsWords, formChoices, LANGUAGE_CHOICES, recipientChoices, templateChoices, versionWords, wishWords } from './writing-words.ts';

interface WritingFieldsProps {
  readonly current: Case;
  readonly draft: WritingDraft;
  readonly form: CommandForm<WritingValues>;
  /** What a letter needs besides: where it is printed. */
  readonly children: ReactNode;
}

/** To whom, how, in which of the city's words and in which language; then the text itself, where the hand begins. */
export function WritingFields({ current, draft, form, children }: WritingFieldsProps): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { values, set, error, fields } = form;
  const { recipients, recipient, template, templates, language, begun } = draft;
  const text = useRef<HTMLTextAreaElement | null>(null);
  const firstRef = fields.refTo('first');
  useBeginAtMark(text, draft.key);
  const type = (change: { subject?: string; body?: string }): void => set(typedText(values, draft, change));
  return (
    <div className="writing-fields">
      {recipients.length > 1 && (
        <Select label={t`To`} value={recipientKey(recipient)} onChange={(key) => set({ recipientKey: key, form: null, templateCode: null, language: null })} choices={recipientChoices(recipients)} />
      )}
      <div className="dialog-pair">
        <Select
          label={t`Send as`}
          value={draft.form}
          onChange={(next) => set(otherForm(values, draft, next, catalogue))}
          choices={formChoices(recipient)}
          description={wishWords(recipient)}
          error={error('form')}
          selectRef={fields.refTo('form')}
        />
        <Select label={t`Language`} value={language} onChange={(next) => set({ language: next })} choices={LANGUAGE_CHOICES} />
      </div>
      <Select
        label={t`Template`}
        value={template?.code ?? EMPTY_SHEET}
        onChange={(code) => set({ templateCode: code, language: values.language })}
        choices={templateChoices(templates)}
        description={versionWords(template)}
        error={error('template')}
        selectRef={fields.refTo('template')}
      />
      <TemplateNotes problems={begun.problems} warnings={begun.warnings} />
      {draft.form !== 'text' && <TextField label={t`Subject`} value={draft.subject} onChange={(subject) => type({ subject })} error={error('subject')} maxLength={MAX_SUBJECT_LENGTH} inputRef={fields.refTo('subject')} />}
      <TextArea
        label={t`Text`}
        value={draft.body}
        onChange={(body) => type({ body })}
        error={error('first')}
        rows={draft.form === 'text' ? 6 : 12} 
        maxLength={MAX_BODY_LENGTH}
        textAreaRef={(element) => {
          text.current = element;
          firstRef(element);
        }}
      />
      <PlainHints text={draft.body} language={language} catalogue={catalogue} onChange={(body) => type({ body })} />
      <p className="muted" role="status" aria-label={t`What it counts as`}>
        {countsWords(current, draft, now)}
      </p>
      {children}
    </div>
  );
}

/** Where the author's own words belong is selected: the first letter replaces it. `key`: what the text was begun for. */
function useBeginAtMark(text: RefObject<HTMLTextAreaElement | null>, key: string): void {
  useEffect(() => {
    const at = text.current?.value.indexOf(REPLY_MARK) ?? -1;
    if (at >= 0) text.current?.setSelectionRange(at, at + REPLY_MARK.length);
    else text.current?.setSelectionRange(0, 0);
  }, [text, key]);
}

function TemplateNotes({ problems, warnings }: { readonly problems: readonly string[]; readonly warnings: readonly string[] }): ReactElement | null {
  if (problems.length === 0 && warnings.length === 0) return null;
  return (
    <Note tone={problems.length > 0 ? 'warning' : 'neutral'}>
      {[...problems, ...warnings].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Note>
  );
}
