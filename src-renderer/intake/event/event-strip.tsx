import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { CHANNEL_LABELS } from '../../../src-shared/domain/labels.ts';
import { eventDay } from '../../app/community/event-words.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { communityQueries } from '../../data/community.ts';
import { PrinterDialog } from '../../paper/printer-dialog.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { isEmptyDraft } from '../draft/draft.ts';
import { isOfEvent } from '../draft/event-of-draft.ts';
import { type IntakeState, useIntake } from '../intake-store.ts';
import { EndEntryDialog } from './end-entry-dialog.tsx';
import { useSlips } from './use-slips.ts';
import './event-strip.css';

/** Above the form: the town hall being entered and how far it has come; or that of a draft which was begun under one. */
export function EventStrip(): ReactElement | null {
  const { entry, draft, stage } = useIntake();
  if (entry !== null) return <RunningStrip entry={entry} />;
  if (stage === 'issued' || draft.event === null || !isOfEvent(draft)) return null;
  return (
    <div className="event-strip">
      <EventName name={draft.event.name} date={draft.event.date} />
      <span className="muted">{t`This draft was begun there. New ones are not of it.`}</span>
    </div>
  );
}

function RunningStrip({ entry: { event } }: { readonly entry: NonNullable<IntakeState['entry']> }): ReactElement {
  const { draft, stage } = useIntake();
  const { data: kept } = useQuery(communityQueries.townHallEntry());
  const entered = kept?.eventId === event.id ? kept.entered : [];
  const [isEnding, setEnding] = useState(false);
  const [slips, paper] = [useSlips(), usePaper()];
  const aside = otherWay(draft, stage);
  const print: Action = { id: 'newCase.printSlips', label: t`Print all slips`, isEnabled: entered.length > 0 && !slips.isBusy, run: () => void slips.print(entered, event.name) };
  const end: Action = { id: 'newCase.endEntry', label: t`End entry`, run: () => setEnding(true) };
  useActions({ id: 'newCase.event', title: t`Town hall` }, [print, end]);
  return (
    <section className="event-strip" aria-label={t`Town hall`}>
      <EventName name={event.name} date={event.date} />
      <span className="number" role="status" aria-label={t`Entered`}>{t`${entered.length} entered here`}</span>
      <span className="event-strip-buttons">
        <ActionButton action={print} size="small" icon="printer" />
        <ActionButton action={end} size="small" />
      </span>
      {aside !== '' && <span className="event-strip-aside">{aside}</span>}
      {slips.problem !== null && !isEnding && <ErrorNote>{slips.problem}</ErrorNote>}
      {isEnding && slips.document === null && <EndEntryDialog event={event} entered={entered} slips={slips} onClose={() => setEnding(false)} />}
      {slips.document && <PrinterDialog document={slips.document} paper={paper} onClose={slips.closeDocument} />}
    </section>
  );
}

function EventName({ name, date }: { readonly name: string; readonly date: string }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  return (
    <span className="event-strip-name">
      {t`Town hall:`}{' '}<strong>{name}</strong>, {eventDay(date, now, timeZone)}
    </span>
  );
}

/** A call that is taken in between is said to be none of the town hall's. */
function otherWay(draft: IntakeState['draft'], stage: IntakeState['stage']): string {
  if (stage === 'issued' || isOfEvent(draft)) return '';
  const begun = isEmptyDraft(draft) ? t`The next case` : t`This case`;
  return draft.event === null ? t`${begun} was not begun there and is not part of it.` : t`${begun} came another way (${CHANNEL_LABELS[draft.channel].toLowerCase()}) and is not part of it.`;
}
