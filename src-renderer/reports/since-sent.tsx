import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { countText, figureText } from '../../src-shared/reports/figure-words.ts';
import { MEASURES } from '../../src-shared/reports/measure.ts';
import type { ReportChanges } from '../../src-shared/reports/report-changes.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { askReport } from './reports-store.ts';
import { keptLabel, keptSentence } from './kept-words.ts';
import type { KeptAt, ShownReport } from './use-report.ts';

/** More would not be read; all are in the tables below. */
const MOST_NAMED = 4;

/** Whether the month's figures are still those that were sent, and which are not. */
export function SinceSent({ shown: { sent } }: { readonly shown: ShownReport }): ReactElement | null {
  const [{ city }, now] = [useCatalogue(), useNow()];
  if (sent === null) return null;
  const when = exactMoment(sent.at, now, city.timeZone);
  const actions = (
    <div className="button-row">
      {sent.changes === null && (
        <Button look="quiet" onPress={() => askReport({ withoutSealed: true })}>
          {t`Leave sealed cases out`}
        </Button>
      )}
      <Button look="quiet" onPress={() => askReport({ isKept: true })}>
        {t`Show ${keptLabel(sent).toLowerCase()}`}
      </Button>
    </div>
  );
  return (
    <Note tone="info" actions={actions}>
      {sent.changes === null ? t`${keptSentence(sent, when)} It is without sealed cases: leave them out here too, and what has changed since is marked.` : changeWords(sent, sent.changes, when)}
    </Note>
  );
}

function changeWords(kept: KeptAt, { whole, inGroups }: ReportChanges, when: string): string {
  if (whole.length === 0 && inGroups === 0) return t`${keptSentence(kept, when)} No figure has changed since.`;
  if (whole.length === 0) {
    return inGroups === 1
      ? t`${keptSentence(kept, when)} Since then 1 figure of single departments, services or channels has changed; those of the whole have not.`
      : t`${keptSentence(kept, when)} Since then ${figures(inGroups)} of single departments, services or channels have changed; those of the whole have not.`;
  }
  const words = whole.map(({ measure, sent, now }) => ({ label: MEASURES[measure].label, before: figureText(measure, sent), after: figureText(measure, now) }));
  const plain = words.filter(({ before, after }) => before !== after); // of the others only what they are made of has changed
  const named = plain.slice(0, MOST_NAMED).map(({ label, before, after }) => `${label} ${before} → ${after}`);
  const more = whole.length - named.length;
  const which = [...named, ...(more > 0 ? [named.length > 0 ? t`and ${countText(more)} more, marked below` : t`${countText(more)}, marked below`] : [])].join(' · ');
  return whole.length === 1
    ? t`${keptSentence(kept, when)} Since then 1 figure has changed, by what came in late or was put right: ${which}.`
    : t`${keptSentence(kept, when)} Since then ${figures(whole.length)} have changed, by what came in late or was put right: ${which}.`;
}

function figures(count: number): string {
  return t`${countText(count)} figures`;
}
