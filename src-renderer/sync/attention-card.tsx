import { t } from '../../src-shared/language/language.ts';
import { chordLabel } from '../app/keymap/chord.ts';
import { keyOf } from '../app/keymap/own-keys.ts';
import type { ReactElement } from 'react';
import { staffName } from '../../src-shared/catalogue/lookup.ts';
import type { AttentionAction, AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { Note } from '../ui/note.tsx';
import { StatusPill } from '../ui/status-pill.tsx';
import { useNow } from '../ui/use-now.ts';
import { ACTION_WORDS, COMMAND_WORDS } from './attention-words.ts';
import { SidesTable } from './sides-table.tsx';

interface AttentionCardProps {
  readonly item: AttentionItem;
  /** The keys act on this one. */
  readonly isMarked: boolean;
  readonly onMark: () => void;
  readonly onDecide: (action: AttentionAction) => void;
}

/** One entry that had no effect: why, both values side by side, and the ways on, each with its key. */
export function AttentionCard({ item, isMarked, onMark, onDecide }: AttentionCardProps): ReactElement {
  return (
    <li
      className="attention-card"
      tabIndex={-1}
      aria-label={cardName(item)}
      data-uid={item.uid}
      data-marked={isMarked || undefined}
      aria-current={isMarked ? 'true' : undefined}
      onFocus={onMark}
      onClick={onMark}
    >
      <AttentionHead item={item} />
      <p className="attention-reason">{item.sentence}</p>
      {item.callBack !== null && <Note tone="warning">{callBackWords(item)}</Note>}
      {item.sides.length > 0 && <SidesTable sides={item.sides} />}
      {!isAllCompared(item) && (
        <div>
          <p className="attention-label">{t`Entered`}</p>
          <p className="attention-typed">{item.typed}</p>
        </div>
      )}
      <div className="attention-choices">
        {item.actions.map((action) => (
          <Button key={action} size="small" keyHint={isMarked ? chordLabel(keyOf(`attention.${action}`)) : undefined} onPress={() => onDecide(action)}>
            {ACTION_WORDS[action].label}
          </Button>
        ))}
      </div>
    </li>
  );
}

/** An edit or a closing says all of itself in the comparison; with another wish there may be a note or a reason. */
function isAllCompared({ sides, commandType, typed }: AttentionItem): boolean {
  return sides.length > 0 && (commandType === 'case.edit' || commandType === 'case.close' || !typed.includes('\n'));
}

function cardName({ trackingNumber, commandType }: AttentionItem): string {
  return [COMMAND_WORDS[commandType], trackingNumber === null ? null : formatTrackingNumber(trackingNumber)].filter(Boolean).join(' ');
}

function callBackWords({ status, callBack }: AttentionItem): string {
  return status === 'renumbered' ? t`Call: ${callBack ?? ''}` : t`Call the citizen back: the number they were given may no longer hold. ${callBack ?? ''}`;
}

function AttentionHead({ item }: { readonly item: AttentionItem }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { timeZone } = catalogue.city;
  const where = item.stationName === null ? '' : t` at ${item.stationName}`;
  return (
    <div className="attention-head">
      <div className="attention-what">
        {item.trackingNumber !== null && item.isCaseHere && (
          <Button size="small" look="quiet" onPress={() => goTo({ screen: 'case', caseId: item.caseId })}>
            <span className="number attention-number">{formatTrackingNumber(item.trackingNumber)}</span>
          </Button>
        )}
        {item.trackingNumber !== null && !item.isCaseHere && <span className="number attention-number">{formatTrackingNumber(item.trackingNumber)}</span>}
        <strong>{COMMAND_WORDS[item.commandType]}</strong>
        {item.handedBy !== null && <StatusPill tone="info" icon="person" label={t`From ${staffName(catalogue, item.handedBy)}`} />}
        {item.reason === 'supervised' && <StatusPill tone="warning" icon="clock" label={t`Waiting since ${relativeMoment(item.madeAt, now, timeZone)}`} />}
        {item.status === 'deferred' && <StatusPill tone="neutral" label={t`Set aside`} />}
      </div>
      <span className="muted number">{`${staffName(catalogue, item.userId)}${where}, ${exactMoment(item.madeAt, now, timeZone)}`}</span>
    </div>
  );
}
