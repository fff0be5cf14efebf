import { type ReactElement, useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import { type ContactEntry, contactLedger, triesInVain } from './contact-ledger.ts';
import './contacts.css';

const FIRST_SHOWN = 3;

/** Whether the citizen has had an answer, and every date on which they and the city were in touch (RC-3, RC-7). What was said stands in the history. */
export function ContactPanel({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const [isWhole, setWhole] = useState(false);
  const entries = contactLedger(current, catalogue);
  const rest = entries.length - FIRST_SHOWN;
  const more = rest > 0 && (
    <Button size="small" look="quiet" onPress={() => setWhole(!isWhole)}>
      {isWhole ? 'Show the last ones only' : `Show all ${entries.length}`}
    </Button>
  );
  return (
    <Group title="Contact with the citizen" actions={more || undefined}>
      <AnswerLine current={current} />
      {entries.length > 0 && (
        <ol className="contact-ledger" aria-label="Contact with the citizen">
          {entries.slice(0, isWhole ? entries.length : FIRST_SHOWN).map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
    </Group>
  );
}

/** The stamp, and what is left to do while there is none. */
function AnswerLine({ current }: { readonly current: Case }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  const { respondedAt, closedAt, isMajorRepair } = current;
  const tries = triesInVain(current);
  const vain = tries === 0 ? '' : `${tries === 1 ? 'One try' : `${tries} tries`} since, nobody reached.`;
  if (respondedAt !== null) {
    return (
      <p className="contact-answer">
        <StatusPill tone="success" label="Answered" />
        <span>{`${exactMoment(respondedAt, now, city.timeZone)}.${closedAt === null && isMajorRepair ? ' It stays open until the work is done.' : ''} ${vain}`}</span>
      </p>
    );
  }
  return (
    <p className="contact-answer">
      <StatusPill tone={closedAt === null ? 'warning' : 'neutral'} label="No answer yet" />
      <span>{vain}</span>
    </p>
  );
}

function Entry({ entry }: { readonly entry: ContactEntry }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  const { at, words, isFirstAnswer } = entry;
  return (
    <li>
      <time className="number" dateTime={new Date(at).toISOString()}>
        {exactMoment(at, now, city.timeZone)}
      </time>
      <span>{`${words}${isFirstAnswer ? ' · first answer' : ''}`}</span>
    </li>
  );
}
