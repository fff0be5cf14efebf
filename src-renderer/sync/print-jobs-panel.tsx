import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
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
  waiting: { label: 'Waiting', tone: 'warning' },
  printing: { label: 'Printing', tone: 'info' },
  printed: { label: 'Printed', tone: 'success' },
  needsLook: { label: 'Needs a look', tone: 'danger' },
};

type Settle = (job: PrintJobRow, action: 'printAgain' | 'leave') => void;

/** Receipts on their way to paper. One that may be on paper already is never printed again by itself. */
export function PrintJobsPanel(): ReactElement {
  const jobs = useQuery(queries.printJobs());
  const [problem, setProblem] = useState<string | null>(null);
  const settle: Settle = ({ jobId }, action) => {
    setProblem(null);
    data.receipts.settleJob({ jobId, action }).catch((error: unknown) => setProblem(dataErrorSentence(error)));
  };
  return (
    <Panel title="Receipts">
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {jobs.isError && <ErrorNote>{dataErrorSentence(jobs.error)}</ErrorNote>}
      {jobs.data?.length === 0 && <p className="muted">No receipt is waiting.</p>}
      <ul className="jobs" aria-label="Receipts">
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
        {job.isReprint && <span className="muted">Reprint</span>}
        <span className="muted number">{exactMoment(job.queuedAt, useNow(), timeZone)}</span>
      </div>
      {job.problem !== null && <p>{job.problem}</p>}
      {job.state === 'needsLook' && (
        <div className="button-row">
          <Button size="small" label={`Print again, receipt ${number}`} onPress={() => onSettle(job, 'printAgain')}>
            Print again
          </Button>
          <Button size="small" label={`Leave, receipt ${number}`} onPress={() => onSettle(job, 'leave')}>
            Leave
          </Button>
        </div>
      )}
    </li>
  );
}
