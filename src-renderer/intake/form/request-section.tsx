import type { ReactElement } from 'react';
import { TextArea } from '../../ui/text-area.tsx';
import { ComplaintSection } from './complaint-section.tsx';
import { DraftText } from './draft-text.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { LocationField } from './location-field.tsx';
import { ServiceField } from './service-field.tsx';
import { ServiceQuestions } from './service-guide.tsx';

/** What it is about and where. */
export function RequestSection(): ReactElement {
  const { service } = useIntakeForm();
  return (
    <>
      <section className="intake-section" aria-labelledby="intake-request">
        <h2 id="intake-request">Request</h2>
        <ServiceField />
        {service && <ServiceQuestions service={service} />}
        <div className="intake-place">
          <LocationField />
          <DraftText field="unit" maxLength={60} />
        </div>
        <DescriptionField />
      </section>
      <ComplaintSection />
    </>
  );
}

function DescriptionField(): ReactElement {
  const { draft, fields, set, leave, problem } = useIntakeForm();
  return (
    <TextArea
      label={JUMP_FIELDS.description.label}
      keyHint={JUMP_FIELDS.description.key}
      value={draft.description}
      onChange={(description) => set({ description })}
      onBlur={() => leave('description')}
      error={problem('description')}
      rows={3}
      placeholder="in the citizen’s words; Shift+Enter for a new line"
      textAreaRef={fields.refTo('description')}
    />
  );
}
