import type { ReactElement } from 'react';
import { CONTACT_PREFERENCES_SHOWN, type PreferenceChoice } from './preference-choices.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { askerOf, hasTwoPeople, likelyPreference, whoAsksText } from '../draft/people.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { DraftText } from './draft-text.tsx';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

/** What is asked now and then: how the citizen wants to be told, their needs, and whom they speak for. */
export function MoreAboutCitizen(): ReactElement {
  const { draft, fields, set } = useIntakeForm();
  const likely = PREFERENCE_LABELS[likelyPreference(draft)].toLowerCase();
  const choices = [{ value: '' as const, label: `As given: ${likely}` }, ...CONTACT_PREFERENCES_SHOWN];
  return (
    <section className="intake-section" aria-labelledby="intake-more-citizen">
      <h2 id="intake-more-citizen">More about the citizen</h2>
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
        <Select<PreferenceChoice>
          label={JUMP_FIELDS.preference.label}
          keyHint={JUMP_FIELDS.preference.key}
          value={draft.preference ?? ''}
          onChange={(preference) => set({ preference: preference === '' ? null : preference })}
          choices={choices}
          selectRef={fields.refTo('preference')}
          isDisabled={draft.isAnonymous}
        />
        <DraftText field="needs" label="Needs" maxLength={500} isDisabled={draft.isAnonymous} placeholder="hearing, vision, interpreter …" />
        <DraftText field="onBehalfOf" maxLength={200} placeholder="the other person’s name" />
      </div>
      {hasTwoPeople(draft) && <OtherPerson />}
      <Checkbox
        label={JUMP_FIELDS.isAnonymous.label}
        keyHint={JUMP_FIELDS.isAnonymous.key}
        isChecked={draft.isAnonymous}
        onChange={(isAnonymous) => set({ isAnonymous })}
        inputRef={fields.refTo('isAnonymous')}
        {...(draft.isAnonymous ? { description: 'Nothing about the caller goes into the case.' } : {})}
      />
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
