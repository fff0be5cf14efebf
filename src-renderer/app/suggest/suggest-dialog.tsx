import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { SuggestionSubject } from '../../../src-shared/office/suggestion.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { OfficeDialog } from '../office/office-dialog.tsx';
import { useOfficeForm } from '../office/use-office-form.ts';
import { useCatalogue, useStaff } from '../workplace.tsx';
import { stopSuggesting, useSuggesting } from './suggest-store.ts';
import { subjectWords } from './subject-words.ts';

/** Proposes how a guide, a service or the office gets better. Open to everybody (KN-3). */
export function SuggestDialog(): ReactElement | null {
  const { about } = useSuggesting();
  return about === null ? null : <OpenDialog about={about} />;
}

const MOST_CHARACTERS = 4_000;

function OpenDialog({ about }: { readonly about: SuggestionSubject }): ReactElement {
  const catalogue = useCatalogue();
  const { isSuperUser } = useStaff();
  const form = useOfficeForm({
    initial: () => ({ service: about.kind === 'service' ? (about.code ?? '') : '', text: '' }),
    check: ({ text }) => ({ first: textProblem(text) }),
    toCommand: ({ service, text }) => ({ type: 'office.suggest', args: { about: about.kind === 'guide' ? about : service === '' ? { kind: 'other', code: null } : { kind: 'service', code: service }, text } }),
    doneWords: t`Thank you. Your suggestion is on its way to those who decide.`,
    onDone: stopSuggesting,
  });
  const services = catalogue.services.filter(({ isActive }) => isActive).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <OfficeDialog title={about.kind === 'guide' ? t`Suggest a change: ${subjectWords(about, catalogue)}` : t`Suggest a change`} doLabel={t`Send suggestion`} form={form} onClose={stopSuggesting} size="medium">
      {about.kind !== 'guide' && (
        <Select
          label={t`About`}
          value={form.values.service}
          onChange={(service) => form.set({ service })}
          choices={[{ value: '', label: t`How we work` }, ...services.map(({ code, name }) => ({ value: code, label: t`The service ${name}` }))]}
        />
      )}
      <TextArea
        label={t`What would be better`}
        value={form.values.text}
        onChange={(text) => form.set({ text })}
        error={form.error('first')}
        rows={6}
        textAreaRef={form.fields.refTo('first')}
        description={isSuperUser ? t`Marked as from a super user. You are told here what becomes of it.` : t`You are told here what becomes of it.`}
      />
    </OfficeDialog>
  );
}

function textProblem(text: string): string | undefined {
  if (text.trim() === '') return t`Write what would be better.`;
  const tooMany = text.length - MOST_CHARACTERS;
  return tooMany > 0 ? t`This is ${tooMany} characters too long. Keep to one idea.` : undefined;
}
