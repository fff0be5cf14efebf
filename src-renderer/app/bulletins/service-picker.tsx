import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useMemo, useState } from 'react';
import { departmentName, serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { useCatalogue } from '../workplace.tsx';

export interface ServicePickerProps {
  readonly label: string;
  readonly description?: string;
  readonly codes: readonly string[];
  readonly onChange: (codes: readonly string[]) => void;
}

/** Any number of services, each found by what callers say. */
export function ServicePicker({ label, description, codes, onChange }: ServicePickerProps): ReactElement {
  const catalogue = useCatalogue();
  const [text, setText] = useState('');
  const items = useMemo(() => {
    const found = searchServices(catalogue.services, text, 30).filter(({ service }) => !codes.includes(service.code));
    return found.map(({ service }) => ({ id: service.code, label: service.name, detail: departmentName(catalogue, service.departmentCode) }));
  }, [catalogue, codes, text]);
  return (
    <div className="service-picker">
      <ComboBox
        label={label}
        {...(description === undefined ? {} : { description })}
        inputValue={text}
        onInputChange={setText}
        items={items}
        onTake={({ id }) => {
          onChange([...codes, id]);
          setText('');
        }}
        onBlur={() => setText('')}
        placeholder={t`add one by what callers say`}
      />
      {codes.length > 0 && (
        <ul className="service-picker-chosen" aria-label={t`${label}: chosen`}>
          {codes.map((code) => (
            <li key={code}>
              <Button size="small" icon="cross" label={t`Remove ${serviceName(catalogue, code)}`} onPress={() => onChange(codes.filter((other) => other !== code))}>
                {serviceName(catalogue, code)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
