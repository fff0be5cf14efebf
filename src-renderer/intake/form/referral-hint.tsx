import { t } from '../../../src-shared/language/language.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { type ReactElement, useEffect } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import type { AgencySuggestion } from '../../../src-shared/agencies/suggest-agencies.ts';
import type { Action } from '../../app/keymap/action.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
import { AgencyCard } from '../../ui/agency-card.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { referralOf } from '../draft/referral-of-draft.ts';
import { unreferredDraft } from '../draft/referred-draft.ts';
import { changeDraft } from '../intake-store.ts';
import { useDraft, useIntakeForm } from './form-context.tsx';
import { useOutsideAgencies } from './use-outside-agencies.ts';

interface ReferralHintProps {
  readonly onRefer: (agency: Agency) => void;
}

/** Says that this may be an outside agency's, with all the caller needs of it; one key sends them there with a number and a slip. */
export function ReferralHint({ onRefer }: ReferralHintProps): ReactElement | null {
  const { catalogue } = useIntakeForm();
  const found = useOutsideAgencies();
  const chosen = useDraft((draft) => referralOf(draft, catalogue));
  const words = chosen === null ? found.map(({ agency, reasons }) => `${agency.name} ${reasons.join(', ')}`).join('. ') : '';
  useEffect(() => {
    if (words !== '') announce(t`May be an outside agency’s: ${words}`);
  }, [words]);
  const first = found[0]?.agency;
  const refer: Action | null = first === undefined || chosen !== null ? null : { id: 'newCase.refer', label: labelOf(first), run: () => onRefer(first) };
  useActions({ id: 'newCase.referral', title: t`Outside agency` }, refer === null ? [] : [refer]);
  if (chosen !== null) return <Chosen />;
  if (found.length === 0) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-referral">
      <h2 id="intake-referral">{t`May not be ours`}</h2>
      <ul aria-label={t`Outside agencies`}>
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
      <Button size="small" {...(isFirst ? { keyHint: chordLabel(keyOf('newCase.refer')) } : { label: t`Refer the caller there: ${agency.name}` })} onPress={() => onRefer(agency)}>
        {t`Refer the caller there`}
      </Button>
    </li>
  );
}

const labelOf = ({ name }: Agency): string => t`Refer to ${name}`;

/** Chosen, and the number is not there yet: something else was missing first. */
function Chosen(): ReactElement | null {
  const referral = useDraft((draft) => draft.referral);
  if (referral === null) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-referral">
      <h2 id="intake-referral">{t`The caller is referred to`}</h2>
      <AgencyCard {...referral} />
      <p className="muted intake-reasons">{t`It goes on the slip. The case is answered now and closes with its number.`}</p>
      <Button size="small" onPress={() => changeDraft(unreferredDraft)}>
        {t`Keep it with the city`}
      </Button>
    </section>
  );
}
