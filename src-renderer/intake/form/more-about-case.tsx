import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { CASE_KINDS, type CaseKind, Nature } from '../../../src-shared/domain/case.ts';
import { KIND_LABELS, NATURE_LABELS } from '../../../src-shared/domain/labels.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { goTo } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { useIntake } from '../intake-store.ts';
import { settledBy } from '../draft/service-of-draft.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm, useProblem, useServiceOfDraft } from './form-context.tsx';
import { FormNumberField } from './form-number-field.tsx';
import { NeighborhoodField } from './neighborhood-field.tsx';

const KIND_CHOICES = CASE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));
const NATURE_CHOICES = Nature.options.map((value) => ({ value, label: NATURE_LABELS[value] }));

/** What the service settles, to be set otherwise; and an inquiry that is answered while the citizen is there. */
export function MoreAboutCase(): ReactElement {
  const { catalogue, fields, set } = useIntakeForm();
  const service = useServiceOfDraft();
  const settled = useDraft((draft) => settledBy(draft, service));
  const isAnsweredNow = useDraft((draft) => draft.isAnsweredNow);
  const isEntering = useIntake(({ entry }) => entry !== null);
  const departments = catalogue.departments.filter(({ code, isActive }) => isActive || code === settled.departmentCode).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section className="intake-section" aria-labelledby="intake-more-case">
      <h2 id="intake-more-case">{t`More about the case`}</h2>
      <div className="intake-more">
        <Select<CaseKind> label={JUMP_FIELDS.kind.label} keyHint={JUMP_FIELDS.kind.key} value={settled.kind} onChange={(kind) => set({ kind })} choices={KIND_CHOICES} selectRef={fields.refTo('kind')} />
        <Select<Nature> label={JUMP_FIELDS.nature.label} keyHint={JUMP_FIELDS.nature.key} value={settled.nature} onChange={(nature) => set({ nature })} choices={NATURE_CHOICES} selectRef={fields.refTo('nature')} />
        <div className="intake-wide">
          <Select
            label={JUMP_FIELDS.departmentCode.label}
            keyHint={JUMP_FIELDS.departmentCode.key}
            value={settled.departmentCode ?? ''}
            onChange={(code) => set({ departmentCode: code === '' || code === service?.departmentCode ? null : code })}
            choices={settled.departmentCode === null ? [{ value: '', label: t`By the service` }, ...departments] : departments}
            selectRef={fields.refTo('departmentCode')}
          />
        </div>
        <div className="intake-wide">
          <NeighborhoodField />
        </div>
        <div className="intake-wide">
          <FormNumberField />
        </div>
      </div>
      <div className="intake-checks">
        <Checkbox
          label={JUMP_FIELDS.isMajorRepair.label}
          keyHint={JUMP_FIELDS.isMajorRepair.key}
          isChecked={settled.isMajorRepair}
          onChange={(isMajorRepair) => set({ isMajorRepair })}
          inputRef={fields.refTo('isMajorRepair')}
        />
        <Checkbox
          label={JUMP_FIELDS.isAnsweredNow.label}
          keyHint={JUMP_FIELDS.isAnsweredNow.key}
          isChecked={isAnsweredNow}
          onChange={(isAnswered) => set({ isAnsweredNow: isAnswered })}
          inputRef={fields.refTo('isAnsweredNow')}
        />
      </div>
      {isAnsweredNow && <AnsweredNow />}
      {!isEntering && (
        <div>
          <Button size="small" look="quiet" onPress={() => goTo({ screen: 'newCase', townHall: 'choose' })}>
            {t`Town-hall entry`}
          </Button>
        </div>
      )}
    </section>
  );
}

/** An inquiry finished while the citizen is there is closed at once (S3, A.3). */
function AnsweredNow(): ReactElement {
  const { catalogue, fields, set, leave } = useIntakeForm();
  const { outcome, toldText } = useDraft((draft) => ({ outcome: draft.outcome, toldText: draft.toldText }));
  const outcomes = catalogue.dispositions.map(({ code, label }) => ({ value: code, label: labelWords(label) }));
  return (
    <div className="intake-answered">
      <Select
        label={JUMP_FIELDS.outcome.label}
        keyHint={JUMP_FIELDS.outcome.key}
        value={outcome ?? ''}
        onChange={(code) => set({ outcome: code === '' ? null : code })}
        choices={[{ value: '', label: t`Choose how it ended` }, ...outcomes]}
        selectRef={fields.refTo('outcome')}
        error={useProblem('outcome')}
        isRequired
      />
      <TextArea
        label={JUMP_FIELDS.toldText.label}
        keyHint={JUMP_FIELDS.toldText.key}
        value={toldText}
        onChange={(text) => set({ toldText: text })}
        onBlur={() => leave('toldText')}
        textAreaRef={fields.refTo('toldText')}
        error={useProblem('toldText')}
        rows={2}
        isRequired
      />
    </div>
  );
}
