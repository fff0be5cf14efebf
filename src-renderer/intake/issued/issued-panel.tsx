import { interfaceLanguage, t } from '../../../src-shared/language/language.ts';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { spokenGroups } from '../../../src-shared/tracking-number/spoken.ts';
import type { Action } from '../../app/keymap/action.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { goTo } from '../../app/routes.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { ReceiptPanel, PrintStatus } from '../../receipt/receipt-panel.tsx';
import { type ReceiptPrinting, useReceiptPrinting } from '../../receipt/use-receipt-printing.ts';
import { announce } from '../../ui/announce.tsx';
import { AgencyCard } from '../../ui/agency-card.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useNow } from '../../ui/use-now.ts';
import { startNextCase } from '../intake-actions.ts';
import type { Issued } from '../intake-store.ts';
import './issued-panel.css';

/** The number, large, to be read out; then the receipt, then the next case: each one key away. */
export function IssuedPanel({ issued }: { readonly issued: Issued }): ReactElement {
  const printing = useReceiptPrinting(issued.trackingNumber, issued.language);
  const number = formatTrackingNumber(issued.trackingNumber);
  useEffect(() => announce(t`Tracking number ${spokenGroups(issued.trackingNumber, interfaceLanguage()).join(', ')}`), [issued.trackingNumber]);
  return (
    <section className="issued page" aria-labelledby="issued-title" onKeyDownCapture={ignoreSecondCommit}>
      <div className="issued-columns">
        <div className="issued-main">
          <h1 id="issued-title">{issued.joined === null ? t`The case is saved` : t`Added to case ${formatTrackingNumber(issued.joined)}`}</h1>
          <div className="issued-number number" role="status" aria-label={t`Tracking number`}>
            {number}
          </div>
          <Spoken issued={issued} language={printing.language} />
          <PromiseWords issued={issued} />
          <IssuedButtons issued={issued} printing={printing} />
          <PrintStatus printing={printing} />
        </div>
        <ReceiptPanel printing={printing} />
      </div>
    </section>
  );
}

/** The keys that issued the number, pressed once too often, must not press the button that has the focus now. */
function ignoreSecondCommit(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.ctrlKey) return;
  event.preventDefault();
  event.stopPropagation();
}

function Spoken({ issued, language }: { readonly issued: Issued; readonly language: 'en' | 'es' }): ReactElement {
  return (
    <p className="issued-spoken" lang={language}>
      {spokenGroups(issued.trackingNumber, language).map((group) => (
        <span key={group}>{group}</span>
      ))}
    </p>
  );
}

function PromiseWords({ issued }: { readonly issued: Issued }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  const finish = issued.isAnsweredNow || issued.resolveBy === null || issued.resolveBy < now ? null : t`Done by ${exactMoment(issued.resolveBy, now, city.timeZone)}.`;
  const what = [issued.serviceName, issued.sealed === null && issued.departmentName && t`${issued.departmentName} will do it`].filter(Boolean).join(' · ');
  const promise = issued.isAnsweredNow
    ? t`Answered now; the case is closed.`
    : issued.respondBy === null
      ? t`No time is promised for this service.`
      : issued.respondBy < now
        ? t`The answer was due ${exactMoment(issued.respondBy, now, city.timeZone)}.`
        : t`We answer by ${exactMoment(issued.respondBy, now, city.timeZone)}.`;
  return (
    <div className="issued-promise">
      <p>
        <strong>{promise}</strong>
      </p>
      {finish !== null && <p>{finish}</p>}
      <p className="muted">{issued.isAnsweredNow ? issued.serviceName : what}</p>
      {issued.referral && <ReferredTo agency={issued.referral} />}
      {issued.sealed && <SealedWords sealed={issued.sealed} />}
    </div>
  );
}

/** To be read out: whoever is not in the building has no slip in the hand yet. */
function ReferredTo({ agency }: { readonly agency: NonNullable<Issued['referral']> }): ReactElement {
  return (
    <section className="issued-referral" aria-label={t`Referred to`}>
      <h2>{t`Tell the citizen to turn to`}</h2>
      <AgencyCard {...agency} />
    </section>
  );
}

function SealedWords({ sealed }: { readonly sealed: NonNullable<Issued['sealed']> }): ReactElement {
  return (
    <Note tone="info">
      <Icon name="lock" /> {sealed.words}
      {!sealed.mayOpen && t` It is not shown to you any more; give the citizen the number and the receipt now.`}
    </Note>
  );
}

function IssuedButtons({ issued, printing }: { readonly issued: Issued; readonly printing: ReceiptPrinting }): ReactElement {
  const printButton = useRef<HTMLButtonElement>(null);
  const nextButton = useRef<HTMLButtonElement>(null);
  // At a town hall the next wish is what comes next; its slips are printed together.
  const firstButton = issued.isOfEvent ? nextButton : printButton;
  useEffect(() => firstButton.current?.focus(), [firstButton]);
  const print: Action = {
    id: 'newCase.print',
    label: t`Print receipt`,
    run: () => void printing.print().then((isDone) => isDone && nextButton.current?.focus()),
  };
  const next: Action = { id: 'newCase.startNext', label: t`Start next case`, run: startNextCase };
  const open: Action = { id: 'newCase.open', label: t`Open the case`, isEnabled: issued.sealed?.mayOpen !== false, run: () => goTo({ screen: 'case', caseId: issued.caseId }) };
  useActions({ id: 'newCase', title: t`New case` }, [print, next, open]);
  return (
    <div className="issued-buttons">
      <Button look={issued.isOfEvent ? 'plain' : 'primary'} icon="printer" onPress={() => print.run?.()} isPending={printing.isBusy} keyHint={chordLabel('Ctrl+P')} buttonRef={printButton}>
        {print.label}
      </Button>
      <ActionButton action={next} look={issued.isOfEvent ? 'primary' : 'plain'} buttonRef={nextButton} />
      <ActionButton action={open} look="quiet" />
    </div>
  );
}
