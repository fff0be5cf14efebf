import { t } from '../../src-shared/language/language.ts';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { mayReceive } from '../../src-shared/domain/attention.ts';
import type { AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { createFieldFocus } from '../ui/field-focus.ts';
import { findStaffItems } from '../ui/find-staff.ts';

interface HandOverDialogProps {
  readonly item: AttentionItem;
  readonly onClose: () => void;
  readonly onHandOver: (to: StaffId) => void;
}

/** Asks who is to decide instead: a name, Enter, Ctrl+Enter. */
export function HandOverDialog({ item, onClose, onHandOver }: HandOverDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const me = useStaff();
  const [fields] = useState(createFieldFocus);
  const [text, setText] = useState('');
  const [to, setTo] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => void fields.focus('first'), [fields]);
  const items = findStaffItems(catalogue, text, me.departmentCodes[0] ?? null).filter(({ id }) => {
    const person = findStaff(catalogue, id);
    return id !== me.id && person !== undefined && mayReceive(person, { about: item.about });
  });
  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (to !== null) return onHandOver(StaffId.parse(to));
    setError(text.trim() === '' ? t`Type a name, then Enter.` : t`Nobody is chosen. Pick a name from the list.`);
    void fields.focus('first');
  }
  return (
    <Dialog
      title={t`Hand over`}
      isOpen
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" onPress={() => submit()} keyHint="Ctrl+Enter">
            {t`Hand over`}
          </Button>
        </>
      }
    >
      <p className="muted">{t`It goes on their list with your name, and off yours.`}</p>
      <ComboBox
        label={t`Hand over to`}
        inputValue={text}
        onInputChange={(typed) => {
          setText(typed);
          setTo(null);
          setError(null);
        }}
        items={items}
        onTake={({ id, label }) => {
          setText(label);
          setTo(id);
          setError(null);
        }}
        emptyText={t`Nobody of that name who may see this case.`}
        error={error}
        inputRef={fields.refTo('first')}
      />
    </Dialog>
  );
}
