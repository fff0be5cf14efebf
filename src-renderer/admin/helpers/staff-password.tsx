import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { adminQueries } from '../admin-queries.ts';
import type { HelperProps } from './helper-props.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { nameOfEntry } from '../../../src-shared/catalogue/sections.ts';

/** A first password for somebody new, or another one for somebody who forgot theirs. */
export function StaffPassword({ shown, catalogue }: HelperProps): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const without = useQuery(adminQueries.withoutPassword(catalogue.version));
  const published = catalogue.staff.find(({ id }) => id === shown.row?.code);
  if (!published) {
    return (
      <Panel title={t`Password`}>
        <p className="muted">{t`A first password is given once the new entry is published.`}</p>
      </Panel>
    );
  }
  if (!published.isActive || !published.isPerson) return null;
  const isMissing = without.data?.ok === true && without.data.staffIds.includes(published.id);
  return (
    <Panel title={t`Password`}>
      {isMissing && <Note tone="warning">{t`${published.name} has no password and cannot sign in yet.`}</Note>}
      <div>
        <Button size="small" onPress={() => setOpen(true)}>
          {isMissing ? t`Give a first password` : t`Give a new password`}
        </Button>
      </div>
      {isOpen && <PasswordDialog staffId={StaffId.parse(published.id)} name={nameOfEntry('staff', published.id, published)} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
