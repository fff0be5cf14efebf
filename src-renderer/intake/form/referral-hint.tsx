import { type ReactElement, useEffect } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { AgencySuggestion } from '../../../src-shared/agencies/suggest-agencies.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { AgencyCard } from '../../ui/agency-card.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { outsideAgencies, referralOf } from '../draft/referral-of-draft.ts';
import { unreferredDraft } from '../draft/referred-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { REFER_KEY } from './fields.ts';
import { useIntakeForm } from './form-context.tsx';

interface ReferralHintProps {
  readonly onRefer: (agency: Agency) => void;
}

/** Says that this may be an outside agency's, with all the caller needs of it; one key sends them there with a number and a slip. */
export function ReferralHint({ onRefer }: ReferralHintProps): ReactElement | null {
  const { draft, catalogue, now } = useIntakeForm();
  const found = outsideAgencies(draft, catalogue, now);
  const chosen = referralOf(draft, catalogue);
  const words = chosen === null ? found.map(({ agency, reasons }) => `${agency.name} ${reasons.join(', ')}`).join('. ') : '';
  useEffect(() => {
    if (words !== '') announce(`May be an outside agency’s: ${words}`);
  }, [words]);
  const first = found[0]?.agency;
  const refer: Action | null = first === undefined || chosen !== null ? null : { id: 'newCase.refer', label: labelOf(first), keys: [REFER_KEY], run: () => onRefer(first) };
  useActions({ id: 'newCase.referral', title: 'Outside agency' }, refer === null ? [] : [refer]);
  if (chosen !== null) return <Chosen />;
  if (found.length === 0) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-referral">
      <h2 id="intake-referral">May not be ours</h2>
      <ul aria-label="Outside agencies">
        {found.map((one, index) => (
          <AgencyRow key={one.agency.code} found={one} isFirst={index === 0} onRefer={onRefer} />
        ))}
      </ul>
    </section>
  );
}

function AgencyRow({ found, isFirst, onRefer }: ReferralHintProps & { readonly found: AgencySuggestion; readonly isFirst: boolean }): ReactElement {
  const { agency, reasons } = found;
  return (
    <li className="intake-case">
      <AgencyCard {...agency} />
      <p className="muted intake-reasons">{reasons.join(' · ')}</p>
      <Button size="small" {...(isFirst ? { keyHint: REFER_KEY } : { label: `Refer the caller there: ${agency.name}` })} onPress={() => onRefer(agency)}>
        Refer the caller there
      </Button>
    </li>
  );
}

const labelOf = ({ name }: Agency): string => `Refer to ${name}`;

/** Chosen, and the number is not there yet: something else was missing first. */
function Chosen(): ReactElement | null {
  const { draft } = useIntakeForm();
  if (draft.referral === null) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-referral">
      <h2 id="intake-referral">The caller is referred to</h2>
      <AgencyCard {...draft.referral} />
      <p className="muted intake-reasons">It goes on the slip. The case is answered now and closes with its number.</p>
      <Button size="small" onPress={() => changeDraft(unreferredDraft)}>
        Keep it with the city
      </Button>
    </section>
  );
}
