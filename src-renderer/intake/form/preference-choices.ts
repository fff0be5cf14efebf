import { ContactPreference } from '../../../src-shared/domain/case.ts';
import { PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';

/** Empty: by what the citizen gave. */
export type PreferenceChoice = ContactPreference | '';

export const CONTACT_PREFERENCES_SHOWN = ContactPreference.options.map((value) => ({ value, label: PREFERENCE_LABELS[value] }));
