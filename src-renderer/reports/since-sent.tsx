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
          Leave sealed cases out
        </Button>
      )}
      <Button look="quiet" onPress={() => askReport({ isKept: true })}>
        {`Show ${keptLabel(sent).toLowerCase()}`}
      </Button>
    </div>
  );
  return (
    <Note tone="info" actions={actions}>
      {sent.changes === null ? `${keptSentence(sent, when)} It is without sealed cases: leave them out here too, and what has changed since is marked.` : changeWords(sent, sent.changes, when)}
    </Note>
  );
}

function changeWords(kept: KeptAt, { whole, inGroups }: ReportChanges, when: string): string {
  if (whole.length === 0 && inGroups === 0) return `${keptSentence(kept, when)} No figure has changed since.`;
  if (whole.length === 0) return `${keptSentence(kept, when)} Since then ${counted(inGroups, 'figure')} of single departments, services or channels ${inGroups === 1 ? 'has' : 'have'} changed; those of the whole have not.`;
  const words = whole.map(({ measure, sent, now }) => ({ label: MEASURES[measure].label, before: figureText(measure, sent), after: figureText(measure, now) }));
  const plain = words.filter(({ before, after }) => before !== after); // of the others only what they are made of has changed
  const named = plain.slice(0, MOST_NAMED).map(({ label, before, after }) => `${label} ${before} → ${after}`);
  const more = whole.length - named.length;
  return `${keptSentence(kept, when)} Since then ${counted(whole.length, 'figure')} ${whole.length === 1 ? 'has' : 'have'} changed, by what came in late or was put right: ${[...named, ...(more > 0 ? [`${named.length > 0 ? 'and ' : ''}${countText(more)}${named.length > 0 ? ' more' : ''}, marked below`] : [])].join(' · ')}.`;
}

function counted(count: number, one: string): string {
  return `${countText(count)} ${one}${count === 1 ? '' : 's'}`;
}
