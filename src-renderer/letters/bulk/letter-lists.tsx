import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Note } from '../../ui/note.tsx';
import type { LetterJobs } from './letter-jobs.ts';

/** Which letters there will be, and which need a person first. */
export function LetterLists({ jobs: { ready, notReady } }: { readonly jobs: LetterJobs }): ReactElement {
  if (ready.length + notReady.length === 0) return <EmptyState title={t`Nobody waits any more`}>{t`Somebody has written these letters, or told the citizens, meanwhile.`}</EmptyState>;
  return (
    <>
      {ready.length > 0 && <p role="status">{summary(ready.length, new Set(ready.map(({ name, trackingNumber }) => `${name} ${trackingNumber}`)).size)}</p>}
      {notReady.length > 0 && (
        <Note tone="warning">
          <p>{notReady.length === 1 ? t`One needs you first:` : t`${notReady.length} need you first:`}</p>
          <ul className="letters-list" aria-label={t`Letters that need you first`}>
            {notReady.map(({ key, trackingNumber, name, about, why }) => (
              <li key={key}>
                <span className="number">{formatTrackingNumber(trackingNumber)}</span>
                <span>{`${name}, ${about}: ${why}`}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <ul className="letters-list letters-ready" aria-label={t`Letters that are printed`} tabIndex={0}>
        {ready.map(({ key, trackingNumber, name, about, writing, warning }) => (
          <li key={key}>
            <span className="number">{formatTrackingNumber(trackingNumber)}</span>
            <span>{writing.language === 'es' ? t`${name}, ${about}, in Spanish` : `${name}, ${about}`}</span>
            {warning !== null && <span className="letters-warning">{warning}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function summary(letters: number, citizens: number): string {
  if (letters === 1) return t`1 letter. It is noted when you say that the paper came out.`;
  const whom = citizens === 1 ? t`1 citizen` : t`${citizens} citizens`;
  return t`${letters} letters to ${whom}, each on sheets of its own, in the order of the list. They are noted when you say that the paper came out.`;
}
