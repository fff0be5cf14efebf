import type { ReactElement } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { nameStandIn } from '../away/away-store.ts';
import type { Action } from '../keymap/action.ts';
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
        <Menu className="menu" aria-label="You and this workstation">
          <PersonMenuItem action={{ id: 'office.away', label: 'I am away …', keys: [], run: () => nameStandIn(staff.id) }} />
          {actions.map((action) => (
            <PersonMenuItem key={action.id} action={action} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function PersonMenuItem({ action }: { readonly action: Action }): ReactElement {
  const key = action.keys[0];
  return (
    <MenuItem className="menu-item" id={action.id} textValue={action.label} onAction={() => action.run?.()}>
      {action.label}
      {key !== undefined && <Kbd keys={key} />}
    </MenuItem>
  );
}
