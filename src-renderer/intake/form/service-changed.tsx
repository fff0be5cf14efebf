import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useMemo } from 'react';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { acceptChange, changeOfService, type ServiceChange } from '../draft/changed-service.ts';
import { changeDraft } from '../intake-store.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';

/** Says what the city changed of the service while the draft was open; what was typed stays. */
export function ServiceChanged(): ReactElement | null {
  const { catalogue, fields } = useIntakeForm();
  const { name, sentences } = useChange();
  useEffect(() => {
    if (sentences === '') return;
    announce(sentences);
    document.activeElement?.scrollIntoView({ block: 'nearest' }); // it pushes down the field in which somebody is typing
  }, [sentences]);
  if (sentences === '') return null;
  const accept = (): void => {
    changeDraft((draft) => acceptChange(draft, catalogue));
    fields.focus('serviceText');
  };
  return (
    <section aria-label={t`Changed by the city: ${name}`}>
      <Note tone="warning" actions={<Button size="small" onPress={accept}>{t`Go on with it`}</Button>}>
        {sentences.split('\n').map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Note>
    </section>
  );
}

function useChange(): { readonly name: string; readonly sentences: string } {
  const { catalogue } = useIntakeForm();
  const draft = useDraft((whole) => ({ serviceCode: whole.serviceCode, asked: whole.asked, answers: whole.answers }));
  return useMemo(() => {
    const change = changeOfService(draft, catalogue);
    const name = draft.asked?.name ?? '';
    return { name, sentences: change === null ? '' : sentencesOf(name, change).join('\n') };
  }, [draft, catalogue]);
}

function sentencesOf(name: string, { renamed, isOutOfUse, added, dropped }: ServiceChange): readonly string[] {
  const answered = dropped.filter(({ answer }) => answer !== '');
  const unanswered = dropped.filter(({ answer }) => answer === '');
  return [
    ...(renamed === null ? [] : [t`The city calls ${renamed.from} now ${renamed.to}.`]),
    ...(isOutOfUse ? [t`The city no longer offers ${name}. This case can still be issued with it, or choose another service.`] : []),
    ...(added.length === 0 ? [] : [t`The city asks anew for ${name}: ${added.join(' ')}`]),
    ...answered.map(({ label, answer }) => t`No longer asked: ${label} Your answer, “${answer}”, goes into the description.`),
    ...(unanswered.length === 0 ? [] : [t`No longer asked: ${unanswered.map(({ label }) => label).join(' ')}`]),
  ];
}
