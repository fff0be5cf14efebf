import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { ContactPreference, type Language } from '../../../src-shared/domain/case.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { askerOf, hasTwoPeople, likelyPreference, whoAsksText } from '../draft/people.ts';
import { inLanguage } from '../draft/referred-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { DraftText } from './draft-text.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Spanish` },
];

const PREFERENCES = ContactPreference.options.map((value) => ({ value, label: PREFERENCE_LABELS[value] }));

/** What is asked now and then: how the citizen wants to be told, their needs, and whom they speak for. */
export function MoreAboutCitizen(): ReactElement {
  const { fields, set } = useIntakeForm();
  const draft = useDraft(({ isAnonymous, language, isContributor }) => ({ isAnonymous, language, isContributor }));
  const preference = useDraft((whole) => whole.preference ?? likelyPreference(whole));
  const isForTwo = useDraft(hasTwoPeople);
  return (
    <section className="intake-section" aria-labelledby="intake-more-citizen">
      <header className="intake-rail-header">
        <h2 id="intake-more-citizen">{t`More about the citizen`}</h2>
        <Checkbox
          label={JUMP_FIELDS.isAnonymous.label}
          keyHint={JUMP_FIELDS.isAnonymous.key}
          isChecked={draft.isAnonymous}
          onChange={(isAnonymous) => set({ isAnonymous })}
          inputRef={fields.refTo('isAnonymous')}
        />
      </header>
      {draft.isAnonymous && <p className="muted intake-none">{t`Nothing about the caller goes into the case.`}</p>}
      <div className="intake-more">
        <div className="intake-wide">
          <DraftText field="address" maxLength={300} isDisabled={draft.isAnonymous} />
        </div>
        <Select<Language>
          label={JUMP_FIELDS.language.label}
          keyHint={JUMP_FIELDS.language.key}
          value={draft.language}
          onChange={(language) => changeDraft((now) => inLanguage(now, language))}
          choices={LANGUAGES}
          selectRef={fields.refTo('language')}
        />
        <Select<ContactPreference>
          label={JUMP_FIELDS.preference.label}
          keyHint={JUMP_FIELDS.preference.key}
          value={preference}
          onChange={(chosen) => set({ preference: chosen })}
          choices={PREFERENCES}
          selectRef={fields.refTo('preference')}
          isDisabled={draft.isAnonymous}
        />
        <div className="intake-wide">
          <DraftText field="needs" label={t`Needs`} maxLength={500} isDisabled={draft.isAnonymous} placeholder={t`interpreter, wheelchair ramp, large print …`} />
        </div>
        <div className="intake-wide">
          <DraftText field="onBehalfOf" maxLength={200} placeholder={t`the citizen a commissioner calls for`} />
        </div>
        <div className="intake-wide">
          <Checkbox
            label={JUMP_FIELDS.isContributor.label}
            keyHint={JUMP_FIELDS.isContributor.key}
            isChecked={draft.isContributor === true}
            onChange={(isContributor) => set({ isContributor })}
            inputRef={fields.refTo('isContributor')}
            isDisabled={draft.isAnonymous}
          />
        </div>
      </div>
      {isForTwo && <OtherPerson />}
    </section>
  );
}

/** Name, address and phone of the second person (S2, Step 1.4), and who of the two asks. */
function OtherPerson(): ReactElement {
  const { set } = useIntakeForm();
  const draft = useDraft((whole) => whole);
  const swap = (): void => set({ asker: askerOf(draft) === 'main' ? 'other' : 'main' });
  return (
    <div className="intake-other">
      <p className="intake-taken">
        <span role="status">{whoAsksText(draft)}</span>
        <Button look="quiet" size="small" onPress={swap}>
          {t`The other way round`}
        </Button>
      </p>
      <div className="intake-more">
        <DraftText field="otherPhone" label={t`Their phone`} type="tel" isNumber maxLength={60} />
        <DraftText field="otherEmail" label={t`Their email`} maxLength={254} />
        <div className="intake-wide">
          <DraftText field="otherAddress" label={t`Their address`} maxLength={300} />
        </div>
      </div>
    </div>
  );
}
