import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, RefCallback } from 'react';
import type { ServiceQuestion } from '../../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../../src-shared/catalogue/lookup.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { NEIGHBORHOOD_SOURCE_LABELS } from '../../../src-shared/community/neighborhood-source.ts';
import { CASE_KINDS, type CaseKind, CHANNELS, type Channel, Nature } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS, FIELD_LABELS, KIND_LABELS, NATURE_LABELS } from '../../../src-shared/domain/labels.ts';
import { neighborhoodChoices } from '../../app/community/event-words.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CommandForm } from '../dialogs/use-command-form.ts';
import { type EditValues, sourceOf, withPlace } from './edit-values.ts';
import { PersonFields } from './person-fields.tsx';

const KINDS = CASE_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));
const NATURES = Nature.options.map((value) => ({ value, label: NATURE_LABELS[value] }));
const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));

const YES_NO = [
  { value: 'yes', label: t`Yes` },
  { value: 'no', label: t`No` },
];

interface Part {
  readonly form: CommandForm<EditValues>;
}

export function EditFields({ form }: Part): ReactElement {
  const { values, set, fields } = form;
  const { neighborhoods } = useCatalogue();
  return (
    <>
      {form.error('first') !== null && <p className="field-error">{form.error('first')}</p>}
      <TextArea label={FIELD_LABELS.description} value={values.description} onChange={(description) => set({ description })} rows={3} textAreaRef={fields.refTo('first')} maxLength={10_000} />
      <div className="dialog-pair">
        <ServiceField form={form} />
        <div className="dialog-place">
          <TextField label={FIELD_LABELS.location} value={values.locationText} onChange={(locationText) => set(withPlace(values, locationText, neighborhoods))} inputRef={fields.refTo('location')} maxLength={500} />
          <TextField label={t`Unit`} value={values.unit} onChange={(unit) => set({ unit })} maxLength={60} />
        </div>
      </div>
      {neighborhoods.length > 0 && <NeighborhoodField form={form} />}
      <Answers form={form} />
      <PersonFields title={FIELD_LABELS.requester} person={values.requester} onChange={(requester) => set({ requester })} nameRef={fields.refTo('requester')} />
      <PersonFields title={FIELD_LABELS.onBehalfOf} person={values.onBehalfOf} onChange={(onBehalfOf) => set({ onBehalfOf })} nameRef={fields.refTo('onBehalfOf')} />
      <HowItCame form={form} />
    </>
  );
}

function ServiceField({ form }: Part): ReactElement {
  const catalogue = useCatalogue();
  const { values, set, fields } = form;
  const isChosen = values.serviceText === findService(catalogue, values.serviceCode)?.name;
  const items = searchServices(catalogue.services, isChosen ? '' : values.serviceText, 40).map(({ service }) => ({ id: service.code, label: service.name, detail: service.serviceGroup }));
  return (
    <ComboBox
      label={FIELD_LABELS.serviceCode}
      inputValue={values.serviceText}
      onInputChange={(serviceText) => set({ serviceText })}
      items={isChosen ? [] : items}
      onTake={({ id, label }) => set({ serviceCode: id, serviceText: label })}
      error={form.error('serviceText')}
      inputRef={fields.refTo('serviceCode')}
    />
  );
}

/** Follows the place while it is typed, until somebody sets another. */
function NeighborhoodField({ form }: Part): ReactElement {
  const { values, set, fields } = form;
  const { neighborhoods } = useCatalogue();
  const source = sourceOf(values, neighborhoods, useOffice().events);
  return (
    <Select
      label={FIELD_LABELS.neighborhoodCode}
      value={values.neighborhoodCode ?? ''}
      onChange={(code) => set({ neighborhoodCode: code === '' ? null : code })}
      choices={neighborhoodChoices(neighborhoods, values.neighborhoodCode, t`Not known`)}
      selectRef={fields.refTo('neighborhoodCode')}
      description={source === null ? t`Filled from the place, where it tells.` : source === 'staff' ? t`Set by hand.` : t`Known ${NEIGHBORHOOD_SOURCE_LABELS[source]}.`}
    />
  );
}

function Answers({ form }: Part): ReactElement | null {
  const catalogue = useCatalogue();
  const { values, set, fields } = form;
  const questions = findService(catalogue, values.serviceCode)?.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <div className="dialog-pair">
      {questions.map((question, index) => (
        <Answer
          key={question.code}
          question={question}
          value={values.answers[question.code] ?? ''}
          onChange={(answer) => set({ answers: { ...values.answers, [question.code]: answer } })}
          controlRef={index === 0 ? fields.refTo('answers') : null}
        />
      ))}
    </div>
  );
}

interface AnswerProps {
  readonly question: ServiceQuestion;
  readonly value: string;
  readonly onChange: (answer: string) => void;
  readonly controlRef: RefCallback<HTMLElement> | null;
}

function Answer({ question, value, onChange, controlRef }: AnswerProps): ReactElement {
  if (question.type === 'text') return <TextField label={question.label} value={value} onChange={onChange} inputRef={controlRef} maxLength={1_000} />;
  const offered = question.type === 'yesNo' ? YES_NO : question.choices.map((choice) => ({ value: choice, label: choice }));
  const choices = offered.some((choice) => choice.value === value) ? offered : [{ value, label: value || t`Not asked` }, ...offered];
  return <Select label={question.label} value={value} onChange={onChange} choices={choices} selectRef={controlRef} />;
}

function HowItCame({ form }: Part): ReactElement {
  const { values, set, fields } = form;
  return (
    <>
      <div className="dialog-pair">
        <Select<CaseKind> label={FIELD_LABELS.kind} value={values.kind} onChange={(kind) => set({ kind })} choices={KINDS} selectRef={fields.refTo('kind')} />
        <Select<Nature> label={FIELD_LABELS.nature} value={values.nature} onChange={(nature) => set({ nature })} choices={NATURES} selectRef={fields.refTo('nature')} />
        <Select<Channel> label={FIELD_LABELS.channel} value={values.channel} onChange={(channel) => set({ channel })} choices={CHANNEL_CHOICES} selectRef={fields.refTo('channel')} />
        <DateTimeField
          label={FIELD_LABELS.receivedAt}
          value={values.received}
          onChange={(received) => set({ received })}
          error={form.error('received')}
          inputRef={fields.refTo('receivedAt')}
          description={t`A new day moves the promise.`}
        />
      </div>
      <Checkbox label={FIELD_LABELS.isMajorRepair} isChecked={values.isMajorRepair} onChange={(isMajorRepair) => set({ isMajorRepair })} inputRef={fields.refTo('isMajorRepair')} />
    </>
  );
}
