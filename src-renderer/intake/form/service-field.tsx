import { type ReactElement, useMemo } from 'react';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { chooseService, takeBestService } from '../draft/service-of-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

const MOST_SHOWN = 40;

/** The service, by what the caller says: "hole in road" finds Pothole. */
export function ServiceField(): ReactElement {
  const { draft, catalogue, service, fields, problem, leave } = useIntakeForm();
  const isChosen = service !== null && service.name === draft.serviceText;
  const items = useMemo(() => {
    const others = searchServices(catalogue.services, isChosen ? '' : draft.serviceText, MOST_SHOWN);
    // The chosen one stays first, so that opening the list and leaving it changes nothing.
    const matches = isChosen ? [{ service, matched: '' }, ...others.filter((other) => other.service !== service)] : others;
    return matches.map(({ service: found, matched }) => ({ id: found.code, label: found.name, detail: detailOf(found.name, matched, departmentName(catalogue, found.departmentCode)) }));
  }, [catalogue, draft.serviceText, isChosen, service]);
  const find = (code: string) => catalogue.services.find((one) => one.code === code) ?? null;
  return (
    <ComboBox
      label={JUMP_FIELDS.serviceText.label}
      keyHint={JUMP_FIELDS.serviceText.key}
      inputValue={draft.serviceText}
      onInputChange={(text) => changeDraft((now) => chooseService(now, null, text))}
      items={items}
      onTake={({ id, label }) => changeDraft((now) => chooseService(now, find(id), label))}
      onBlur={() => {
        // Another window in front is no leaving: the caller is still talking.
        if (document.hasFocus()) changeDraft((now) => takeBestService(now, catalogue));
        leave('serviceText');
      }}
      emptyText="No service sounds like that. Try other words, or empty the field to see all."
      placeholder="what the caller says"
      inputRef={fields.refTo('serviceText')}
      error={problem('serviceText')}
    />
  );
}

/** Who will do it, and the caller's words by which it was found when its name does not say so. */
function detailOf(name: string, matched: string, department: string): string {
  return matched === '' || foldText(name).includes(foldText(matched)) ? department : `“${matched}” · ${department}`;
}
