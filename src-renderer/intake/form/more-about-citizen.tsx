import type { ReactElement } from 'react';
import { ContactPreference, type Language } from '../../../src-shared/domain/case.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { askerOf, hasTwoPeople, likelyPreference, whoAsksText } from '../draft/people.ts';
import { DraftText } from './draft-text.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

const PREFERENCES = ContactPreference.options.map((value) => ({ value, label: PREFERENCE_LABELS[value] }));

/** What is asked now and then: how the citizen wants to be told, their needs, and whom they speak for. */
export function MoreAboutCitizen(): ReactElement {
  const { draft, fields, set } = useIntakeForm();
  return (
    <section className="intake-section" aria-labelledby="intake-more-citizen">
      <header className="intake-rail-header">
        <h2 id="intake-more-citizen">More about the citizen</h2>
        <Checkbox
          label={JUMP_FIELDS.isAnonymous.label}
          keyHint={JUMP_FIELDS.isAnonymous.key}
          isChecked={draft.isAnonymous}
          onChange={(isAnonymous) => set({ isAnonymous })}
          inputRef={fields.refTo('isAnonymous')}
        />
      </header>
      {draft.isAnonymous && <p className="muted intake-none">Nothing about the caller goes into the case.</p>}
      <div className="intake-more">
        <div className="intake-wide">
          <DraftText field="address" maxLength={300} isDisabled={draft.isAnonymous} />
        </div>
        <Select<Language>
          label={JUMP_FIELDS.language.label}
          keyHint={JUMP_FIELDS.language.key}
          value={draft.language}
          onChange={(language) => set({ language })}
          choices={LANGUAGES}
          selectRef={fields.refTo('language')}
        />
        <Select<ContactPreference>
          label={JUMP_FIELDS.preference.label}
          keyHint={JUMP_FIELDS.preference.key}
          value={draft.preference ?? likelyPreference(draft)}
          onChange={(preference) => set({ preference })}
          choices={PREFERENCES}
          selectRef={fields.refTo('preference')}
          isDisabled={draft.isAnonymous}
        />
        <div className="intake-wide">
          <DraftText field="needs" label="Needs" maxLength={500} isDisabled={draft.isAnonymous} placeholder="interpreter, wheelchair ramp, large print …" />
        </div>
        <div className="intake-wide">
          <DraftText field="onBehalfOf" maxLength={200} placeholder="the citizen a commissioner calls for" />
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
      {hasTwoPeople(draft) && <OtherPerson />}
    </section>
  );
}

/** Name, address and phone of the second person (S2, Step 1.4), and who of the two asks. */
function OtherPerson(): ReactElement {
  const { draft, set } = useIntakeForm();
  const swap = (): void => set({ asker: askerOf(draft) === 'main' ? 'other' : 'main' });
  return (
    <div className="intake-other">
      <p className="intake-taken">
        <span role="status">{whoAsksText(draft)}</span>
        <Button look="quiet" size="small" onPress={swap}>
          The other way round
        </Button>
      </p>
      <div className="intake-more">
        <DraftText field="otherPhone" label="Their phone" type="tel" isNumber maxLength={60} />
        <DraftText field="otherEmail" label="Their email" maxLength={254} />
        <div className="intake-wide">
          <DraftText field="otherAddress" label="Their address" maxLength={300} />
        </div>
      </div>
    </div>
  );
}
