import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { useCallers } from './callers-context.tsx';
import { caseCountWords } from './use-callers.ts';

/** Callers who fit what is typed, each with why. The focus stays in the field; the arrows move here. */
export function CallerMatches(): ReactElement | null {
  const { matches, picking, take } = useCallers();
  if (matches.length === 0) return null;
  return (
    <div className="intake-matches">
      <p className="intake-hint">
        <span>{t`Callers found`}</span>
        <span>
          <Kbd keys="↓" /> <Kbd keys="Enter" />{' '}{t`takes one`}
        </span>
      </p>
      <ul aria-label={t`Callers found`}>
        {matches.map((caller, index) => (
          <li key={caller.key}>
            <button type="button" className="intake-match" tabIndex={-1} data-active={index === picking.activeIndex || undefined} onClick={() => take(caller)}>
              <span className="intake-match-name">{caller.name || t`No name given`}</span>
              <span className="number">{caller.phone}</span>
              <span className="muted">{caller.address}</span>
              <span className="muted">{[caller.why, caseCountWords(caller), caller.isContributor && t`neighborhood contributor`].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
