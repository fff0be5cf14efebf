import type { ReactElement } from 'react';
import { CASE_KINDS, type CaseKind, Nature } from '../../../src-shared/domain/case.ts';
import { KIND_LABELS, NATURE_LABELS } from '../../../src-shared/domain/labels.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { settledBy } from '../draft/service-of-draft.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { NeighborhoodField } from './neighborhood-field.tsx';

const KIND_CHOICES = CASE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));
const NATURE_CHOICES = Nature.options.map((value) => ({ value, label: NATURE_LABELS[value] }));

/** What the service settles, to be set otherwise; and an inquiry that is answered while the citizen is there. */
export function MoreAboutCase(): ReactElement {
  const { draft, catalogue, service, fields, set } = useIntakeForm();
  const settled = settledBy(draft, service);
  const departments = catalogue.departments.filter(({ code, isActive }) => isActive || code === settled.departmentCode).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <section className="intake-section" aria-labelledby="intake-more-case">
      <h2 id="intake-more-case">More about the case</h2>
      <div className="intake-more">
        <Select<CaseKind> label={JUMP_FIELDS.kind.label} keyHint={JUMP_FIELDS.kind.key} value={settled.kind} onChange={(kind) => set({ kind })} choices={KIND_CHOICES} selectRef={fields.refTo('kind')} />
        <Select<Nature> label={JUMP_FIELDS.nature.label} keyHint={JUMP_FIELDS.nature.key} value={settled.nature} onChange={(nature) => set({ nature })} choices={NATURE_CHOICES} selectRef={fields.refTo('nature')} />
        <div className="intake-wide">
          <Select
            label={JUMP_FIELDS.departmentCode.label}
            keyHint={JUMP_FIELDS.departmentCode.key}
            value={settled.departmentCode ?? ''}
            onChange={(code) => set({ departmentCode: code === '' || code === service?.departmentCode ? null : code })}
            choices={settled.departmentCode === null ? [{ value: '', label: 'By the service' }, ...departments] : departments}
            selectRef={fields.refTo('departmentCode')}
          />
        </div>
        <div className="intake-wide">
          <NeighborhoodField />
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
          isChecked={draft.isAnsweredNow}
          onChange={(isAnsweredNow) => set({ isAnsweredNow })}
          inputRef={fields.refTo('isAnsweredNow')}
        />
      </div>
      {draft.isAnsweredNow && <AnsweredNow />}
    </section>
  );
}

/** An inquiry finished while the citizen is there is closed at once (S3, A.3). */
function AnsweredNow(): ReactElement {
  const { draft, catalogue, fields, set, problem, leave } = useIntakeForm();
  const outcomes = catalogue.dispositions.map(({ code, label }) => ({ value: code, label: label.en }));
  return (
    <div className="intake-answered">
      <Select
        label={JUMP_FIELDS.outcome.label}
        keyHint={JUMP_FIELDS.outcome.key}
        value={draft.outcome ?? ''}
        onChange={(outcome) => set({ outcome: outcome === '' ? null : outcome })}
        choices={[{ value: '', label: 'Choose how it ended' }, ...outcomes]}
        selectRef={fields.refTo('outcome')}
        error={problem('outcome')}
        isRequired
      />
      <TextArea
        label={JUMP_FIELDS.toldText.label}
        keyHint={JUMP_FIELDS.toldText.key}
        value={draft.toldText}
        onChange={(toldText) => set({ toldText })}
        onBlur={() => leave('toldText')}
        textAreaRef={fields.refTo('toldText')}
        error={problem('toldText')}
        rows={2}
        isRequired
      />
    </div>
  );
}
