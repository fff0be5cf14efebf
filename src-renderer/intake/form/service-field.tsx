import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useMemo } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { useHeard } from '../../data/use-heard.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { chooseService, takeBestService } from '../draft/service-of-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm, useProblem, useServiceOfDraft } from './form-context.tsx';

const MOST_SHOWN = 40;

/** The service, by what the caller says: "hole in road" finds Pothole. */
export function ServiceField(): ReactElement {
  const { catalogue, fields, leave } = useIntakeForm();
  const service = useServiceOfDraft();
  const text = useDraft((draft) => draft.serviceText);
  const error = useProblem('serviceText');
  const heard = useHeard();
  const isChosen = service !== null && service.name === text;
  const items = useMemo(() => {
    const others = searchServices(catalogue.services, isChosen ? '' : text, MOST_SHOWN, heard);
    // The chosen one stays first, so that opening the list and leaving it changes nothing.
    const matches = isChosen ? [{ service, matched: '' }, ...others.filter((other) => other.service !== service)] : others;
    return matches.map(({ service: found, matched }) => ({ id: found.code, label: found.name, detail: detailOf(found.name, matched, departmentName(catalogue, found.departmentCode)) }));
  }, [catalogue, text, isChosen, service, heard]);
  const find = (code: string) => catalogue.services.find((one) => one.code === code) ?? null;
  return (
    <ComboBox
      label={JUMP_FIELDS.serviceText.label}
      keyHint={JUMP_FIELDS.serviceText.key}
      inputValue={text}
      onInputChange={(typed) => changeDraft((now) => chooseService(now, null, typed))}
      items={items}
      onTake={({ id, label }) => changeDraft((now) => chooseService(now, find(id), label))}
      onBlur={() => {
        // Another window in front is no leaving: the caller is still talking.
        if (document.hasFocus()) changeDraft((now) => takeBestService(now, catalogue, heard));
        leave('serviceText');
      }}
      emptyText={t`No service sounds like that. Try other words, or empty the field to see all.`}
      placeholder={t`what the caller says`}
      inputRef={fields.refTo('serviceText')}
      error={error}
    />
  );
}

/** Who will do it, and the caller's words by which it was found when its name does not say so. */
function detailOf(name: string, matched: string, department: string): string {
  return matched === '' || foldText(name).includes(foldText(matched)) ? department : `“${matched}” · ${department}`;
}
