import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { TextArea } from '../../ui/text-area.tsx';
import { DraftFiles } from '../files/draft-files-list.tsx';
import { ComplaintSection } from './complaint-section.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm, useProblem, useServiceOfDraft } from './form-context.tsx';
import { LocationField } from './location-field.tsx';
import { ServiceChanged } from './service-changed.tsx';
import { ServiceField } from './service-field.tsx';
import { ServiceQuestions } from './service-guide.tsx';
import { UnitField } from './unit-field.tsx';

/** What it is about and where. */
export function RequestSection(): ReactElement {
  const service = useServiceOfDraft();
  return (
    <>
      <section className="intake-section" aria-labelledby="intake-request">
        <h2 id="intake-request">{t`Request`}</h2>
        <ServiceField />
        <ServiceChanged />
        {service && <ServiceQuestions service={service} />}
        <div className="intake-place">
          <LocationField />
          <UnitField />
        </div>
        <DescriptionField />
        <DraftFiles />
      </section>
      <ComplaintSection />
    </>
  );
}

function DescriptionField(): ReactElement {
  const { fields, set, leave } = useIntakeForm();
  const description = useDraft((draft) => draft.description);
  const error = useProblem('description');
  return (
    <TextArea
      label={JUMP_FIELDS.description.label}
      keyHint={JUMP_FIELDS.description.key}
      value={description}
      onChange={(text) => set({ description: text })}
      onBlur={() => leave('description')}
      error={error}
      rows={3}
      placeholder={t`in the citizen’s words; Shift+Enter for a new line`}
      textAreaRef={fields.refTo('description')}
    />
  );
}
