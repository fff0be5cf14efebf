import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { Language } from '../../../src-shared/domain/case.ts';
import { type FilledMessage, fillTemplate } from '../../../src-shared/correspondence/fill-template.ts';
import { MessageTemplate } from '../../../src-shared/correspondence/message-template.ts';
import { sampleValues } from '../../../src-shared/correspondence/sample-values.ts';
import { FIELD_NAMES, type FieldValues, requiredFields, TEMPLATE_FIELDS } from '../../../src-shared/correspondence/template-field.ts';
import { makeLetter } from '../../../src-shared/correspondence/letter.ts';
import { letterDocument } from '../../letters/letter-document.ts';
import { MessagePreview } from '../../letters/message-preview.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { fitsText } from '../../ui/find-staff.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import type { HelperProps } from './helper-props.ts';
import { insertAtCaret } from './insert-at-caret.ts';
import { TemplateVersions } from './template-versions.tsx';

const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Spanish` },
];

/** The template filled for a made-up citizen, while it is written; the fields it may have; and what it said before. */
export function TemplatePreview({ shown, catalogue }: HelperProps): ReactElement {
  const [language, setLanguage] = useState<Language>('en');
  const [isSparse, setSparse] = useState(false);
  const template = MessageTemplate.safeParse({ ...shown.value, code: 'X', name: shown.value['name'] || t`This template`, version: 1 });
  const all = sampleValues(language);
  const values = isSparse && template.success ? sparse(all, template.data) : all;
  const filled = template.success ? fillTemplate(template.data, language, values) : null;
  return (
    <>
      <Panel title={t`As the citizen gets it`}>
        <div className="admin-fields">
          <Select label={t`Language`} value={language} onChange={setLanguage} choices={LANGUAGES} />
          <FieldPicker />
          <Checkbox label={t`With as little as can be`} description={t`Only what must be there says something.`} isChecked={isSparse} onChange={setSparse} />
        </div>
        {filled === null && <Note>{t`It is shown as soon as every field above is right.`}</Note>}
        {filled?.ok === false && (
          <Note tone="warning">
            <ul>
              {filled.problems.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </Note>
        )}
        {filled?.ok === true && (
          <>
            {filled.warnings.length > 0 && <p className="muted">{filled.warnings.map(({ message }) => message).join(' ')}</p>}
            <Sample message={filled.message} values={values} />
          </>
        )}
      </Panel>
      <TemplateVersions shown={shown} catalogue={catalogue} language={language} />
    </>
  );
}

/** Exactly as it goes out; a letter also on a printer of one's own, to hold it behind an envelope's window. */
function Sample({ message, values }: { readonly message: FilledMessage; readonly values: FieldValues }): ReactElement {
  const paper = usePaper();
  const save = (): void => void paper.savePdf(letterDocument((size) => makeLetter(message, values, size).letter, 'preview'));
  return (
    <>
      <MessagePreview message={message} values={values} paper={paper.paper} />
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {message.form === 'letter' && (
        <div>
          <Button size="small" onPress={save} isPending={paper.isBusy}>
            {t`Save this letter as PDF`}
          </Button>
        </div>
      )}
    </>
  );
}

/** Nothing but the fields this message cannot go out without. */
function sparse(all: FieldValues, template: MessageTemplate): FieldValues {
  const kept = new Set<string>([...requiredFields(template.event, template.form), 'todayDate', 'cityName', 'departmentName', 'trackingNumber']);
  const values = FIELD_NAMES.map((name) => [name, kept.has(name) ? all[name] : '']);
  return Object.fromEntries(values) as FieldValues; // safe: every name is there
}

/** Puts a field where the caret was in the words. */
function FieldPicker(): ReactElement {
  const [typed, setTyped] = useState('');
  const [isLost, setLost] = useState(false);
  const items = FIELD_NAMES.filter((name) => fitsText(typed, [TEMPLATE_FIELDS[name].label, name])).map((name) => ({ id: name, label: TEMPLATE_FIELDS[name].label, detail: `{{${name}}}` }));
  return (
    <ComboBox
      label={t`Insert a field`}
      description={t`It goes where the cursor was in the words.`}
      error={isLost ? t`First go into the subject or the text.` : null}
      inputValue={typed}
      onInputChange={setTyped}
      items={items}
      onTake={({ id }) => {
        setTyped('');
        setLost(!insertAtCaret(`{{${id}}}`));
      }}
      onBlur={() => setTyped('')}
      emptyText={t`There is no such field.`}
    />
  );
}
