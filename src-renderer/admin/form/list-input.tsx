import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Field, ListField } from '../describe/field.ts';
import { type FieldInputProps, isWide } from './field-props.ts';
import { useForm } from './form-context.tsx';

type Item = Readonly<Record<string, unknown>>;

/** Past so many, the way to the button at the end is long for whoever goes by Tab: there is one at the beginning too. */
const MOST_TABBED = 4;

interface ListInputProps extends FieldInputProps<ListField> {
  /** The control of any field: handed in, because a list is one of them. */
  readonly Input: (props: FieldInputProps) => ReactElement;
}

/** Entries within the entry: each a group of fields, with ways to add, take out and, where it matters, move them. */
export function ListInput({ field, value, onChange, path, Input }: ListInputProps): ReactElement {
  const { problemAt } = useForm();
  const items = Array.isArray(value) ? (value as readonly Item[]) : []; // safe: only their fields are read
  const list = useRef<HTMLFieldSetElement>(null);
  const [added, setAdded] = useState(0);
  useEffect(() => {
    if (added > 0) list.current?.querySelector<HTMLElement>('[data-item]:last-of-type input, [data-item]:last-of-type select')?.focus();
  }, [added]);

  function add(): void {
    onChange([...items, field.blank]);
    setAdded((count) => count + 1);
  }
  function remove(at: number): void {
    onChange(items.filter((_item, index) => index !== at));
    list.current?.querySelector<HTMLElement>('[data-add] button')?.focus();
  }
  const move = (at: number, by: number): void => onChange(moved(items, at, by));
  const problem = problemAt(path);
  return (
    <fieldset className="admin-fieldset" ref={list}>
      <legend>{field.label}</legend>
      {field.hint !== undefined && <p className="field-description">{field.hint}</p>}
      {problem !== null && (
        <p className="field-error">
          <Icon name="warning" />
          {problem}
        </p>
      )}
      {items.length > MOST_TABBED && (
        <div>
          <Button size="small" look="quiet" icon="plus" label={t`Add ${field.one} at the end of ${field.label}`} onPress={add}>
            {t`Add ${field.one}`}
          </Button>
        </div>
      )}
      {field.isTable === true && items.length > 0 && <TableHead fields={field.fields} />}
      {items.map((item, at) => (
        <ListItem
          key={at}
          list={field}
          item={item}
          at={at}
          path={`${path}.${at}`}
          count={items.length}
          Input={Input}
          onChange={(next) => onChange(items.map((one, index) => (index === at ? next : one)))}
          onRemove={() => remove(at)}
          onMove={(by) => move(at, by)}
        />
      ))}
      <div data-add="">
        <Button size="small" icon="plus" label={t`Add ${field.one} to ${field.label}`} onPress={add}>
          {t`Add ${field.one}`}
        </Button>
      </div>
    </fieldset>
  );
}

function TableHead({ fields }: { readonly fields: readonly Field[] }): ReactElement {
  return (
    <div className="admin-row admin-row-head" data-columns={fields.length} aria-hidden="true">
      {fields.map(({ key, label }) => (
        <span key={key}>{label}</span>
      ))}
    </div>
  );
}

interface ListItemProps extends Pick<ListInputProps, 'Input'> {
  readonly list: ListField;
  readonly item: Item;
  readonly at: number;
  readonly path: string;
  readonly count: number;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: number) => void;
}

function ListItem({ list, item, at, path, count, Input, onChange, onRemove, onMove }: ListItemProps): ReactElement {
  const name = `${list.one} ${at + 1}`;
  return (
    <fieldset className={list.isTable === true ? 'admin-row' : 'admin-item'} data-columns={list.fields.length} data-item="">
      <legend className={list.isTable === true ? 'visually-hidden' : 'admin-item-name'}>{`${name.charAt(0).toUpperCase()}${name.slice(1)}`}</legend>
      {list.fields.map((field) => (
        <div key={field.key} data-wide={(list.isTable !== true && isWide(field)) || undefined}>
          <Input field={field} value={item[field.key]} path={`${path}.${field.key}`} isLabelHidden={list.isTable === true} onChange={(value) => onChange({ ...item, [field.key]: value })} />
        </div>
      ))}
      <div className="admin-item-actions">
        {list.isOrdered === true && (
          <>
            <Button size="small" look="quiet" icon="arrowUp" isDisabled={at === 0} label={t`Up: ${name}`} onPress={() => onMove(-1)}>
              {t`Up`}
            </Button>
            <Button size="small" look="quiet" icon="down" isDisabled={at === count - 1} label={t`Down: ${name}`} onPress={() => onMove(1)}>
              {t`Down`}
            </Button>
          </>
        )}
        <Button size="small" look="quiet" icon="cross" label={t`Remove ${name}`} onPress={onRemove}>
          {t`Remove`}
        </Button>
      </div>
    </fieldset>
  );
}

function moved<Value>(items: readonly Value[], at: number, by: number): readonly Value[] {
  const [item] = items.slice(at, at + 1);
  if (item === undefined) return items;
  return items.toSpliced(at, 1).toSpliced(at + by, 0, item);
}
