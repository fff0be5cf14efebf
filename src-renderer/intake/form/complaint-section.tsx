import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { complaintContactOf, complaintContactWords } from '../../../src-shared/catalogue/complaint-contact.ts';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { COMPLAINT_ABOUT_LABELS } from '../../../src-shared/domain/labels.ts';
import { accusedWords, whoIsToldWords, whoSeesWords } from '../../../src-shared/domain/seal-words.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { findStaffItems } from '../../ui/find-staff.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { complaintOf, departmentOfAccused, maySeeAfterwards, sealOfDraft } from '../draft/complaint-of-draft.ts';
import { settledBy } from '../draft/service-of-draft.ts';
import { DraftText } from './draft-text.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm, useProblem, useServiceOfDraft } from './form-context.tsx';

const ABOUT_CHOICES = (['service', 'conduct'] as const).map((value) => ({ value, label: COMPLAINT_ABOUT_LABELS[value] }));

/** Asked of a complaint only: what it is about; of one about conduct, who and what, and what is going to happen (CO-1, CO-3). */
export function ComplaintSection(): ReactElement | null {
  const { catalogue, fields, set } = useIntakeForm();
  const about = useDraft((draft) => complaintOf(draft, catalogue));
  if (about === null) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-complaint">
      <h2 id="intake-complaint">{t`Complaint`}</h2>
      <Select label={JUMP_FIELDS.complaintAbout.label} keyHint={JUMP_FIELDS.complaintAbout.key} value={about} onChange={(complaintAbout) => set({ complaintAbout })} choices={ABOUT_CHOICES} selectRef={fields.refTo('complaintAbout')} />
      {about === 'conduct' ? <Conduct /> : <Contact />}
    </section>
  );
}

/** To whom the caller can turn, to be read out; the case goes to them at once (CO-4). Changing the department changes it. */
function Contact(): ReactElement | null {
  const { catalogue } = useIntakeForm();
  const service = useServiceOfDraft();
  const departmentCode = useDraft((draft) => settledBy(draft, service).departmentCode);
  if (departmentCode === null) return null;
  const isNamed = complaintContactOf(catalogue, departmentCode) !== null;
  return (
    <div role="status">
      <p>
        <strong>{complaintContactWords(catalogue, departmentCode)}</strong>
      </p>
      <p className="muted">
        {isNamed && t`The point of contact of ${departmentName(catalogue, departmentCode)} gets the case at once.`} {t`About another department? ${JUMP_FIELDS.departmentCode.key} sends it there.`}
      </p>
    </div>
  );
}

function Conduct(): ReactElement {
  const { catalogue, fields, set, leave } = useIntakeForm();
  const service = useServiceOfDraft();
  const departmentCode = useDraft((draft) => settledBy(draft, service).departmentCode);
  const accused = useDraft((draft) => draft.accusedText);
  const error = useProblem('accusedText');
  return (
    <>
      <ComboBox
        label={t`Who it is about`}
        inputValue={accused}
        onInputChange={(accusedText) => set({ accusedText, accusedId: null })}
        items={findStaffItems(catalogue, accused, departmentCode)}
        onTake={({ id, label }) => set({ accusedText: label, accusedId: id })}
        onBlur={() => leave('accusedText')}
        emptyText={t`Nobody of that name works here.`}
        placeholder={t`if the caller knows, and it is one of our staff`}
        error={error}
        inputRef={fields.refTo('accusedText')}
      />
      <DraftText field="alleged" label={t`What is alleged, in a few words`} maxLength={2_000} placeholder={t`shouted at the counter; took a fee in cash`} />
      <WhatHappens />
    </>
  );
}

/** Read out when it changes: naming the accused changes who is told. */
function WhatHappens(): ReactElement | null {
  const { catalogue } = useIntakeForm();
  const draft = useDraft((whole) => whole);
  const seal = sealOfDraft(draft, catalogue);
  if (seal === null) return null;
  const elsewhere = departmentOfAccused(draft, catalogue);
  const yours = maySeeAfterwards(draft, catalogue) ? null : t`You get the number and the receipt, and will not see the case again.`;
  return (
    <div role="status" className="intake-sealed">
      <Note tone="info">
        <p>
          <Icon name="lock" /> <strong>{whoSeesWords(seal, catalogue)}</strong>
        </p>
        <p>{[whoIsToldWords(seal, catalogue), accusedWords(seal, catalogue), yours].filter((words) => words !== null).join(' ')}</p>
        {elsewhere !== null && <p>{t`${staffName(catalogue, seal.accusedStaffId ?? '')} works at ${departmentName(catalogue, elsewhere)}: ${JUMP_FIELDS.departmentCode.key} sends it to the head there.`}</p>}
      </Note>
    </div>
  );
}
