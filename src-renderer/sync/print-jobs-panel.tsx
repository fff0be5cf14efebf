import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import type { PrintJobRow } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { StatusPill, type Tone } from '../ui/status-pill.tsx';
import { useNow } from '../ui/use-now.ts';

const JOB_WORDS: Record<PrintJobRow['state'], { readonly label: string; readonly tone: Tone }> = {
  waiting: { label: t`Waiting`, tone: 'warning' },
  printing: { label: t`Printing`, tone: 'info' },
  printed: { label: t`Printed`, tone: 'success' },
  needsLook: { label: t`Needs a look`, tone: 'danger' },
};

type Settle = (job: PrintJobRow, action: 'printAgain' | 'leave') => void;

/** Receipts on their way to paper. One that may be on paper already is never printed again by itself. */
export function PrintJobsPanel(): ReactElement {
  const jobs = useQuery(queries.printJobs());
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const settle: Settle = ({ jobId }, action) => {
    setProblem(null);
    list.current?.focus(); // its buttons go with the decision
    data.receipts.settleJob({ jobId, action }).catch((error: unknown) => setProblem(dataErrorSentence(error)));
  };
  return (
    <Panel title={t`Receipts`}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {jobs.isError && <ErrorNote>{dataErrorSentence(jobs.error)}</ErrorNote>}
      {jobs.data?.length === 0 && <p className="muted">{t`No receipt is waiting.`}</p>}
      {/* Empty it is only where the focus stays when the last receipt is settled: "list with no items" says nothing. */}
      <ul className="jobs" role={jobs.data?.length ? undefined : 'group'} aria-label={t`Receipts`} ref={list} tabIndex={-1}>
        {jobs.data?.map((job) => (
          <PrintJob key={job.jobId} job={job} onSettle={settle} />
        ))}
      </ul>
    </Panel>
  );
}

function PrintJob({ job, onSettle }: { readonly job: PrintJobRow; readonly onSettle: Settle }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const { label, tone } = JOB_WORDS[job.state];
  const number = formatTrackingNumber(job.trackingNumber);
  return (
    <li className="job">
      <div className="job-head">
        <strong className="number">{number}</strong>
        <StatusPill tone={tone} label={label} />
        {job.isForm && <span className="muted">{t`Paper form`}</span>}
        {job.isReprint && <span className="muted">{t`Reprint`}</span>}
        <span className="muted number">{exactMoment(job.queuedAt, useNow(), timeZone)}</span>
      </div>
      {job.problem !== null && <p>{job.problem}</p>}
      {job.state === 'waiting' && (
        <div className="button-row">
          <Button size="small" look="quiet" label={t`Do not print, receipt ${number}`} onPress={() => onSettle(job, 'leave')}>
            {t`Do not print`}
          </Button>
        </div>
      )}
      {job.state === 'needsLook' && (
        <div className="button-row">
          <Button size="small" label={t`Print again, receipt ${number}`} onPress={() => onSettle(job, 'printAgain')}>
            {t`Print again`}
          </Button>
          <Button size="small" label={t`Leave, receipt ${number}`} onPress={() => onSettle(job, 'leave')}>
            {t`Leave`}
          </Button>
        </div>
      )}
    </li>
  );
}
