import type { ReactElement } from 'react';
import { CHANNELS, type Channel } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS } from '../../../src-shared/domain/labels.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { goTo } from '../../app/routes.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { isEmptyDraft } from '../draft/draft.ts';
import { changeChannel, useIntake } from '../intake-store.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';
import { ReceivedField } from './received-field.tsx';

const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));

/** How and when it came, and whether what is typed is safe. */
export function FormHeader({ park }: { readonly park: Action }): ReactElement {
  const { draft, fields } = useIntakeForm();
  const isEntering = useIntake(({ entry }) => entry !== null);
  return (
    <header className="intake-header">
      <h1>New case</h1>
      <div className="intake-channel">
        <Select<Channel>
          label={JUMP_FIELDS.channel.label}
          keyHint={JUMP_FIELDS.channel.key}
          value={draft.channel}
          onChange={changeChannel}
          choices={CHANNEL_CHOICES}
          selectRef={fields.refTo('channel')}
        />
      </div>
      <div className="intake-received">
        <ReceivedField />
      </div>
      <div className="intake-saved">
        <SaveState />
        {!isEntering && (
          <Button size="small" look="quiet" onPress={() => goTo({ screen: 'newCase', townHall: 'choose' })}>
            Town-hall entry
          </Button>
        )}
        <ActionButton action={park} size="small" look="quiet" />
      </div>
    </header>
  );
}

const SAVE_WORDS = { saved: 'Draft kept', saving: 'Keeping …', failed: 'Draft is not on disk yet; trying again' } as const;

function SaveState(): ReactElement | null {
  const { saveState, draft } = useIntake();
  if (isEmptyDraft(draft)) return null;
  return (
    <span className="intake-save-state" data-state={saveState}>
      {SAVE_WORDS[saveState]}
    </span>
  );
}
