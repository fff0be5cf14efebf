import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { CHANNELS, type Channel } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS } from '../../../src-shared/domain/labels.ts';
import { Select } from '../../ui/select.tsx';
import { isEmptyDraft } from '../draft/draft.ts';
import { changeChannel, useIntake } from '../intake-store.ts';
import { JUMP_FIELDS } from './fields.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';
import { SaidField } from '../said/said-field.tsx';
import { SaidPieces } from '../said/said-pieces.tsx';
import { ReceivedField } from './received-field.tsx';

const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));

/** How and when it came, and whether what is typed is safe. */
export function FormHeader(): ReactElement {
  const { fields } = useIntakeForm();
  const channel = useDraft((draft) => draft.channel);
  return (
    <header className="intake-header">
      <h1 className="visually-hidden">{t`New case`}</h1>
      <div className="intake-said">
        <SaidField />
      </div>
      <div className="intake-channel">
        <Select<Channel>
          label={JUMP_FIELDS.channel.label}
          keyHint={JUMP_FIELDS.channel.key}
          value={channel}
          onChange={changeChannel}
          choices={CHANNEL_CHOICES}
          selectRef={fields.refTo('channel')}
        />
      </div>
      <div className="intake-received">
        <ReceivedField />
      </div>
      <div className="intake-understood">
        <SaidPieces />
        <SaveState />
      </div>
    </header>
  );
}

const SAVE_WORDS = { saved: t`Draft kept`, saving: t`Keeping …`, failed: t`Draft is not on disk yet; trying again` } as const;

function SaveState(): ReactElement | null {
  const saveState = useIntake((intake) => intake.saveState);
  const isEmpty = useDraft(isEmptyDraft);
  if (isEmpty) return null;
  return (
    <span className="intake-save-state" data-state={saveState}>
      {SAVE_WORDS[saveState]}
    </span>
  );
}
