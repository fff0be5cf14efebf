import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { progressDays } from '../../../src-shared/commands/task-dates.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import { WhyDaysDialog } from '../facts/why-days-dialog.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { progressState } from './progress-words.ts';

/** Of a long work: when the next report is due, why then, and the way to give it (S2, Step 3.6). */
export function ProgressPanel({ current, actions }: { readonly current: Case; readonly actions: CaseActions }): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const state = progressState(current, now, catalogue);
  if (state === null) return null;
  const give = actions.shown.find(({ id }) => id === 'case.progressNote');
  const { lastProgressAt } = current;
  return (
    <Group title={t`Progress`} actions={give?.isEnabled === true ? <ActionButton action={give} size="small" look="quiet" /> : undefined}>
      <p className="contact-answer">
        <StatusPill tone={state.tone} label={state.label} />
        <span>{state.words}</span>
        <WhyReportDate current={current} />
      </p>
      <p className="muted">{lastProgressAt === null ? t`Nobody has reported on this work yet.` : t`Last report: ${exactMoment(lastProgressAt, now, catalogue.city.timeZone)}.`}</p>
    </Group>
  );
}

function WhyReportDate({ current }: { readonly current: Case }): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  const days = progressDays(useCatalogue(), current);
  const { nextProgressBy: due, lastProgressAt, receivedAt } = current;
  if (due === null || days === null) return null;
  const began = lastProgressAt === null ? t`It counts from when the case was received` : t`It counts from the last report`;
  return (
    <>
      <Button size="small" look="quiet" label={t`Why this date? Next report`} onPress={() => setOpen(true)}>
        {t`Why this date?`}
      </Button>
      {isOpen && <WhyDaysDialog ruled={current} began={began} from={lastProgressAt ?? receivedAt} days={days} due={due} onClose={() => setOpen(false)} />}
    </>
  );
}
