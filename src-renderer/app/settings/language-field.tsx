import type { ReactElement } from 'react';
import { INTERFACE_LANGUAGES, type InterfaceLanguage, interfaceLanguage, t } from '../../../src-shared/language/language.ts';
import { desktop } from '../../data/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';

/** Each in its own words, so that whoever needs it finds it in any language. */
const LANGUAGE_NAMES: Record<InterfaceLanguage, string> = { en: 'English', es: 'Español' };

/** Before anybody is signed in: the other language, in its own words. */
export function OtherLanguage(): ReactElement {
  const other = interfaceLanguage() === 'en' ? 'es' : 'en';
  return (
    <p className="card-language" lang={other}>
      <Button look="quiet" size="small" onPress={() => void desktop().setLanguage(other)}>
        {LANGUAGE_NAMES[other]}
      </Button>
    </p>
  );
}

/** What the window speaks. Citizens are written to in theirs, whatever is chosen here. */
export function LanguageField(): ReactElement {
  return (
    <Select
      label={t`Language of the window`}
      description={t`The window opens anew in it; nothing typed is lost. Receipts and letters follow the citizen’s language.`}
      value={interfaceLanguage()}
      onChange={(language) => void desktop().setLanguage(language)}
      choices={INTERFACE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
    />
  );
}
