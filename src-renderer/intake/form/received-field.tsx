import type { KeyboardEvent, ReactElement } from 'react';
import { MINUTE_MS, type UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { exactMoment, timeOfDay } from '../../../src-shared/util/moment.ts';
import { isWritten } from '../draft/channel-habits.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { eventMoment, receivedContext, settledReceivedText, typeReceived } from '../draft/received-of-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { daysAgoText, stepReceivedText } from '../received/received-text.ts';
import { DraftText } from './draft-text.tsx';
import { useIntakeForm } from './form-context.tsx';

/** When it reached the city: now for a call, the stamped day for a letter. Typed in words; the arrows step day by day. */
export function ReceivedField(): ReactElement {
  const catalogue = useCatalogue();
  const { draft, now, set } = useIntakeForm();
  const context = receivedContext(catalogue, now);
  const zone = context.timeZone;
  const typed = (text: string): void => changeDraft((current) => typeReceived(current, text, context));

  function step(event: KeyboardEvent): void {
    if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    typed(stepReceivedText(draft.receivedText, event.key === 'ArrowDown' ? -1 : 1, context));
  }
  const settle = (): void => {
    const text = settledReceivedText(draft, context);
    if (text !== draft.receivedText) set({ receivedText: text });
  };
  return (
    <DraftText
      field="receivedText"
      maxLength={80}
      isNumber
      placeholder={isWritten(draft.channel) ? 'yesterday, fri, 10/2 …' : unsaidWords(draft, now, zone)}
      onChange={typed}
      onBlur={settle}
      onKeyDown={step}
      {...(draft.receivedAt === null ? {} : { description: `${exactMoment(draft.receivedAt, now, zone)}, ${daysAgoText(draft.receivedAt, now, zone)}` })}
    />
  );
}

const A_WHILE_MS = 10 * MINUTE_MS;

/** A call is received when its draft was begun; one that was parked since says when that was. A wish of a town hall, on its day. */
function unsaidWords(draft: IntakeDraft, now: UtcMs, timeZone: string): string {
  const atEvent = eventMoment(draft);
  if (atEvent !== null) return `at the event, ${exactMoment(atEvent, now, timeZone)}`;
  const startedAt = draft.startedAt ?? now;
  return now - startedAt < A_WHILE_MS ? `now, ${timeOfDay(startedAt, timeZone)}` : `when begun, ${exactMoment(startedAt, now, timeZone)}`;
}
