import { t } from '../../../src-shared/language/language.ts';
import type { KeyboardEvent, ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { DAY_MS, MINUTE_MS, type UtcMs } from '../../../src-shared/util/time.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { exactMoment, timeOfDay } from '../../../src-shared/util/moment.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { eventMoment, isReceivedAsked, receivedContext, settledReceivedText, typeReceived } from '../draft/received-of-draft.ts';
import { changeDraft, useIntake } from '../intake-store.ts';
import { daysAgoText, stepReceivedText } from '../received/received-text.ts';
import { DraftText } from './draft-text.tsx';
import { useDraft, useIntakeForm } from './form-context.tsx';

/** When it reached the city: now for a call, the stamped day for a letter. Typed in words; the arrows step day by day. */
export function ReceivedField(): ReactElement {
  const catalogue = useCatalogue();
  const { set } = useIntakeForm();
  const now = useNow();
  const context = receivedContext(catalogue, now);
  const zone = context.timeZone;
  const receivedAt = useDraft((draft) => draft.receivedAt);
  const placeholder = useDraft((draft) => (isReceivedAsked(draft) ? t`yesterday, fri, 10/2 …` : unsaidWords(draft, now, zone)));
  const typed = (text: string): void => changeDraft((current) => typeReceived(current, text, context));

  function step(event: KeyboardEvent): void {
    if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    typed(stepReceivedText(useIntake.getState().draft.receivedText, event.key === 'ArrowDown' ? -1 : 1, context));
  }
  const settle = (): void => {
    const { draft } = useIntake.getState();
    const text = settledReceivedText(draft, context);
    if (text !== draft.receivedText) set({ receivedText: text });
  };
  return (
    <DraftText
      field="receivedText"
      maxLength={80}
      isNumber
      placeholder={placeholder}
      onChange={typed}
      onBlur={settle}
      onKeyDown={step}
      {...(receivedAt === null ? {} : { description: <SaidBack at={receivedAt} now={now} zone={zone} /> })}
    />
  );
}

/** A year typed wrong is the commonest slip of a stamped day; a letter found behind a cupboard is possible all the same. */
const LONG_AGO_MS = 180 * DAY_MS;

interface SaidBackProps {
  readonly at: UtcMs;
  readonly now: UtcMs;
  readonly zone: string;
}

/** The moment in words; one that is long ago with a warning that stands in nobody's way. */
function SaidBack({ at, now, zone }: SaidBackProps): ReactElement {
  const words = `${exactMoment(at, now, zone)}, ${daysAgoText(at, now, zone)}`;
  if (now - at < LONG_AGO_MS) return <>{words}</>;
  return (
    <>
      {words}
      <strong className="intake-long-ago" role="status">
        <Icon name="warning" />
        {t`Is the year right? What is promised counts from that day.`}
      </strong>
    </>
  );
}

const A_WHILE_MS = 10 * MINUTE_MS;

/** A call is received when its draft was begun; one that was parked since says when that was. A wish of a town hall, on its day. */
function unsaidWords(draft: IntakeDraft, now: UtcMs, timeZone: string): string {
  const atEvent = eventMoment(draft);
  if (atEvent !== null) return t`at the event, ${exactMoment(atEvent, now, timeZone)}`;
  const startedAt = draft.startedAt ?? now;
  return now - startedAt < A_WHILE_MS ? t`now, ${timeOfDay(startedAt, timeZone)}` : t`when begun, ${exactMoment(startedAt, now, timeZone)}`;
}
