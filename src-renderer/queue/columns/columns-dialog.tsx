import { type ReactElement, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { ChosenColumn } from '../queue-habits.ts';
import './columns-dialog.css';

interface ColumnsDialogProps {
  readonly all: readonly { readonly id: string; readonly header: string }[];
  readonly chosen: readonly ChosenColumn[];
  /** Null: as delivered again. */
  readonly onChoose: (chosen: readonly ChosenColumn[] | null) => void;
  readonly onClose: () => void;
}

const WIDTHS = [
  { value: 'narrow', label: t`Narrow` },
  { value: 'normal', label: t`Normal width` },
  { value: 'wide', label: t`Wide` },
] as const;

/** Which facts the list shows, in what order and how wide. The number of the case always heads the row. */
export function ColumnsDialog({ all, chosen, onChoose, onClose }: ColumnsDialogProps): ReactElement {
  const [order, setOrder] = useState(() => [...chosen.map(({ id }) => id), ...all.map(({ id }) => id).filter((id) => !chosen.some((one) => one.id === id))]);
  const shown = new Map(chosen.map((column) => [column.id, column]));
  const headerOf = new Map(all.map(({ id, header }) => [id, header]));
  const choose = (ids: readonly string[], columns: ReadonlyMap<string, ChosenColumn>): void => {
    setOrder([...ids]);
    onChoose(ids.flatMap((id) => columns.get(id) ?? []));
  };
  function move(id: string, step: -1 | 1): void {
    const at = order.indexOf(id);
    const other = order[at + step];
    if (other === undefined) return;
    choose(
      order.map((one) => (one === id ? other : one === other ? id : one)),
      shown,
    );
  }
  function show(id: string, isShown: boolean): void {
    const next = new Map(shown);
    if (isShown) next.set(id, { id, width: 'normal' });
    else next.delete(id);
    choose(order, next);
  }
  const footer = (
    <>
      <Button onPress={() => onChoose(null)}>{t`As delivered`}</Button>
      <Button look="primary" onPress={onClose} keyHint="Ctrl+Enter">
        {t`Done`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Columns`} isOpen onClose={onClose} onSubmit={onClose} size="medium" footer={footer}>
      <ul className="columns-list">
        {order.filter((id) => headerOf.has(id)).map((id, index, ids) => {
          const header = headerOf.get(id) ?? id;
          const column = shown.get(id);
          return (
            <li key={id}>
              <Checkbox label={header} isChecked={column !== undefined} onChange={(isChecked) => show(id, isChecked)} />
              <Select label={t`Width of ${header}`} isLabelHidden isDisabled={column === undefined} value={column?.width ?? 'normal'} onChange={(width) => choose(order, new Map(shown).set(id, { id, width }))} choices={WIDTHS} />
              <Button size="small" look="quiet" icon="arrowUp" label={t`Up: ${header}`} isDisabled={index === 0} onPress={() => move(id, -1)}>
                {t`Up`}
              </Button>
              <Button size="small" look="quiet" icon="down" label={t`Down: ${header}`} isDisabled={index === ids.length - 1} onPress={() => move(id, 1)}>
                {t`Down`}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
