import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { exactMoment, fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { PrinterDialog } from '../../paper/printer-dialog.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ledgerDocument } from '../print/ledger-sheet.ts';
import { type LedgerSection, ledgerSections, ruleWords } from './ledger-sections.ts';
import './why.css';

export interface WhyDialogProps {
  readonly view: CaseView;
  /** The date that was asked about; it stands first. */
  readonly clock: Clock;
  readonly onClose: () => void;
}

/** The steps that led to each date, to be read out to whoever asks; also as they stood at an earlier moment, and on paper. */
export function WhyDialog({ view, clock, onClose }: WhyDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const printedBy = useStaff().name;
  const now = useNow();
  const paper = usePaper();
  const [isPrinting, setPrinting] = useState(false);
  const replay = useReplay(view, now);
  const sections = ledgerSections(replay.dates, clock, { catalogue, now });
  const document = ledgerDocument({ view, dates: replay.dates, sections, asOf: replay.asOf, now, catalogue, printedBy });
  const footer = (
    <>
      <Button icon="disk" onPress={() => void paper.savePdf(document)}>
        {t`Save as PDF`}
      </Button>
      <Button icon="printer" onPress={() => setPrinting(true)}>
        {t`Print`}
      </Button>
      <Button onPress={onClose} autoFocus keyHint="Esc">
        {t`Close`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Why this date?`} isOpen onClose={onClose} footer={footer} size="medium">
      {paper.problem !== null && !isPrinting && <ErrorNote>{paper.problem}</ErrorNote>}
      <p className="muted">{ruleWords(replay.dates)}</p>
      <AsOfField replay={replay} />
      <WhatWasKnown view={view} replay={replay} now={now} />
      {sections.map((section) => (
        <Ledger key={section.clock} section={section} />
      ))}
      <Kept view={view} clock={clock} replay={replay} now={now} />
      {isPrinting && <PrinterDialog document={document} paper={paper} onClose={() => setPrinting(false)} />}
    </Dialog>
  );
}

/** The dates as of a moment: now, unless an earlier one is typed. */
interface Replay {
  readonly dates: CaseView['due'];
  /** Null: now. */
  readonly asOf: UtcMs | null;
  readonly text: string;
  readonly latest: string;
  /** Null: back to now. */
  readonly setText: (text: string | null) => void;
  readonly error: string | undefined;
}

function useReplay(view: CaseView, now: UtcMs): Replay {
  const zone = view.due.timeZone;
  const [typed, setTyped] = useState<string | null>(null);
  const latest = toWallTime(now, zone);
  const moment = typed === null || typed === '' ? null : fromWallTime(typed, zone);
  const asOf = moment === null || moment > now ? null : moment;
  const { data } = useQuery({ ...queries.explainDue(view.case.id, asOf ?? now), enabled: asOf !== null });
  const error = moment !== null && moment > now ? t`This moment is still to come. What is shown is now.` : undefined;
  return { dates: (asOf === null ? null : data) ?? view.due, asOf, text: typed ?? latest, latest, setText: setTyped, error };
}

function AsOfField({ replay }: { readonly replay: Replay }): ReactElement {
  return (
    <div className="why-as-of">
      <DateTimeField label={t`As of`} value={replay.text} max={replay.latest} onChange={replay.setText} error={replay.error} />
      <Button look="quiet" onPress={() => replay.setText(null)} isDisabled={replay.asOf === null}>
        {t`Now`}
      </Button>
    </div>
  );
}

function Ledger({ section }: { readonly section: LedgerSection }): ReactElement {
  return (
    <section aria-label={section.title}>
      <h3 className="why-title">{section.title}</h3>
      <ol className="case-ledger">
        {section.sentences.map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}

/** Before it was typed, or before it came, a case has the dates that its first entry gives. */
function WhatWasKnown({ view, replay: { asOf }, now }: { readonly view: CaseView; readonly replay: Replay; readonly now: UtcMs }): ReactElement | null {
  const { enteredAt } = view.case;
  if (asOf === null || asOf >= enteredAt) return null;
  return <Note tone="info">{t`Nobody had typed the case by then: it was entered on ${exactMoment(enteredAt, now, view.due.timeZone)}. These are the dates that its first entry gives.`}</Note>;
}

const PROMISED = { acknowledge: 'acknowledgeBy', respond: 'respondBy', resolve: 'resolveBy' } as const;

/** Where the date that was told to the citizen is another than the rules give now. */
function Kept({ view, clock, replay, now }: Omit<WhyDialogProps, 'onClose'> & { readonly replay: Replay; readonly now: UtcMs }): ReactElement | null {
  const promised = view.case[PROMISED[clock]] ?? null;
  const explained = replay.dates[clock];
  if (replay.asOf !== null || promised === null || explained === null || explained.isPaused || explained.due === promised) return null;
  return (
    <Note>{t`The case keeps ${exactMoment(promised, now, replay.dates.timeZone)}, the date that was promised under version ${view.case.catalogueVersion} of the city’s rules; a later change of the rules never moves a promise.`}</Note>
  );
}
