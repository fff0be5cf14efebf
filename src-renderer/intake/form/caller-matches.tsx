import type { ReactElement } from 'react';
import { Kbd } from '../../ui/kbd.tsx';
import { type Callers, caseCountWords } from './use-callers.ts';

/** Callers who fit what is typed, each with why. The focus stays in the field; the arrows move here. */
export function CallerMatches({ callers }: { readonly callers: Callers }): ReactElement | null {
  const { matches, picking, take } = callers;
  if (matches.length === 0) return null;
  return (
    <div className="intake-matches">
      <p className="intake-hint">
        <span>Callers found</span>
        <span>
          <Kbd keys="↓" /> <Kbd keys="Enter" /> takes one
        </span>
      </p>
      <ul aria-label="Callers found">
        {matches.map((caller, index) => (
          <li key={caller.key}>
            <button type="button" className="intake-match" tabIndex={-1} data-active={index === picking.activeIndex || undefined} onClick={() => take(caller)}>
              <span className="intake-match-name">{caller.name || 'No name given'}</span>
              <span className="number">{caller.phone}</span>
              <span className="muted">{caller.address}</span>
              <span className="muted">{[caller.why, caseCountWords(caller), caller.isContributor && 'neighborhood contributor'].filter(Boolean).join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
