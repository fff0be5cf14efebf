import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { nameStandIn } from '../away/away-store.ts';
import type { Action } from '../keymap/action.ts';
import { chordLabel } from '../keymap/chord.ts';
import { keyOf } from '../keymap/own-keys.ts';
import { useWindowActions } from './window-actions.ts';
import { useStaff } from '../workplace.tsx';

/** Who is signed in, and what they may do about it. */
export function PersonMenu(): ReactElement {
  const staff = useStaff();
  const actions = useWindowActions();
  return (
    <MenuTrigger>
      <Button className="person-button">
        <Icon name="person" />
        <span className="person-name">{staff.name}</span>
        <Icon name="down" />
      </Button>
      <Popover className="menu-popover" placement="top start">
        <Menu className="menu" aria-label={t`You and this workstation`}>
          <PersonMenuItem action={{ id: 'office.away', label: t`I am away …`, run: () => nameStandIn(staff.id) }} />
          {actions.map((action) => (
            <PersonMenuItem key={action.id} action={action} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function PersonMenuItem({ action }: { readonly action: Action }): ReactElement {
  const key = keyOf(action.id);
  return (
    <MenuItem className="menu-item" id={action.id} textValue={action.label} onAction={() => action.run?.()}>
      {action.label}
      {key !== '' && <Kbd keys={chordLabel(key)} />}
    </MenuItem>
  );
}
