import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { CLOCK_STAFF_ID, departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { followUpRule } from '../../../src-shared/commands/record-survey.ts';
import type { FollowUp, Survey } from '../../../src-shared/domain/case-parts.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { ratingWords } from '../../../src-shared/domain/ratings.ts';
import { ANSWERED_WORDS } from '../../../src-shared/survey/survey-list.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Group } from '../facts/group.tsx';
import { WhyDaysDialog } from '../facts/why-days-dialog.tsx';
import type { CaseActions } from '../use-case-actions.ts';
import { followUpState } from './survey-words.ts';

interface PanelProps {
  readonly current: Case;
  readonly actions: CaseActions;
}

/** Whether the citizen was asked how it went, and what they said (SU-1). */
export function SurveyPanel({ current, actions: { inPlace } }: PanelProps): ReactElement | null {
  const { city } = useCatalogue();
  const now = useNow();
  const { survey } = current;
  if (inPlace.survey.isEnabled !== true && survey === null) return null;
  const asked = askedWords(survey, (at) => exactMoment(at, now, city.timeZone));
  return (
    <Group title={t`How it went`} actions={inPlace.survey.isEnabled === true ? <ActionButton action={inPlace.survey} size="small" look="quiet" /> : undefined}>
      <p className="muted">{survey !== null && survey.answers.length === 0 && survey.offeredAt !== null ? t`${asked} No answer yet.` : asked}</p>
      {survey?.answers.map((answer) => (
        <Answer key={answer.trackingNumber} answer={answer} />
      ))}
    </Group>
  );
}

function askedWords(survey: Survey | null, moment: (at: UtcMs) => string): string {
  if (survey?.offeredAt == null) return t`Nobody was asked.`;
  const when = moment(survey.offeredAt);
  return survey.method === null ? t`Offered ${when}.` : t`Offered ${when}, ${ANSWERED_WORDS[survey.method]}.`;
}

function Answer({ answer }: { readonly answer: Survey['answers'][number] }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  const { rating, comment, method, at, by } = answer;
  const noted = by === CLOCK_STAFF_ID ? '' : t`, noted by ${staffName(catalogue, by)}`;
  return (
    <div>
      <p className="contact-answer">
        <StatusPill tone={rating <= (catalogue.survey?.followUpAtOrBelow ?? 3) ? 'warning' : 'success'} label={ratingWords(rating)} />
        <span className="muted">{`${exactMoment(at, now, catalogue.city.timeZone)}, ${ANSWERED_WORDS[method]}${noted}`}</span>
      </p>
      {comment.trim() !== '' && <p className="case-text">{comment}</p>}
    </div>
  );
}

/** What a department owes a citizen who was not satisfied: by when, and what was done (SU-2, SU-4). */
export function FollowUpPanel({ current, actions: { inPlace } }: PanelProps): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const { followUp } = current;
  if (followUp === null) return null;
  const { label, tone, words } = followUpState(followUp, now, catalogue.city.timeZone);
  const { closedBy, closingNote } = followUp;
  return (
    <Group title={t`Follow-up`} actions={inPlace.closeFollowUp.isEnabled === true ? <ActionButton action={inPlace.closeFollowUp} size="small" look="quiet" /> : undefined}>
      <p className="contact-answer">
        <StatusPill tone={tone} label={label} />
        <span>{words}</span>
        <WhyFollowUpDate current={current} followUp={followUp} />
      </p>
      <p className="muted">
        {closedBy === null
          ? t`${departmentName(catalogue, followUp.departmentCode)} gets in touch with the citizen, who gave ${ratingWords(followUp.rating)}.`
          : t`${departmentName(catalogue, followUp.departmentCode)}, after ${ratingWords(followUp.rating)}; closed by ${staffName(catalogue, closedBy)}.`}
      </p>
      {closingNote !== '' && <p className="case-text">{closingNote}</p>}
    </Group>
  );
}

function WhyFollowUpDate({ current, followUp }: { readonly current: Case; readonly followUp: FollowUp }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { followUpBusinessDays, calendar } = followUpRule(useCatalogue(), current);
  return (
    <>
      <Button size="small" look="quiet" label={t`Why this date? Follow-up`} onPress={() => setOpen(true)}>
        {t`Why this date?`}
      </Button>
      {isOpen && (
        <WhyDaysDialog
          ruled={current}
          calendar={calendar}
          began={t`It counts from the citizen’s answer`}
          from={followUp.openedAt}
          days={followUpBusinessDays}
          due={followUp.dueBy}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
