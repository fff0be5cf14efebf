import { nameOfCode } from '../../../src-shared/catalogue/label-words.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Person } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { CHANNEL_LABELS, KIND_LABELS, NATURE_LABELS, PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { PlaceMap } from '../../app/map/place-map.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { AgencyCard } from '../../ui/agency-card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ComplaintPanel, ReportButton, SealPanel } from '../complaint/complaint-panel.tsx';
import { ProgressPanel } from '../progress/progress-panel.tsx';
import { Group } from './group.tsx';
import { NeighborhoodLine, TownHallLine } from './neighborhood-line.tsx';
import { answerWords, locationWords } from '../story/field-words.ts';
import { isoDayWords } from '../story/iso-day.ts';
import { FileList } from '../files/file-list.tsx';
import { LinksPanel, PartsPanel, SimilarPanel } from '../ties/tie-panels.tsx';
import { FollowUpPanel, SurveyPanel } from '../survey/survey-panel.tsx';
import { TaskPanel } from '../tasks/task-panel.tsx';
import { ToldPanel } from '../told/told-panel.tsx';
import type { CaseActions } from '../use-case-actions.ts';

interface CaseFactsProps {
  readonly view: CaseView;
  readonly actions: CaseActions;
  readonly onOpenFile: (sha256: string) => void;
}

/** What is known of the case now; how it became so stands in the history. */
export function CaseFacts({ view, actions, onOpenFile }: CaseFactsProps): ReactElement {
  const { case: current, parts } = view;
  return (
    <div className="case-facts">
      <Closing current={current} />
      <FollowUpPanel current={current} actions={actions} />
      <Matter current={current} />
      <ComplaintPanel current={current} actions={actions} />
      <SealPanel current={current} actions={actions} />
      <ProgressPanel current={current} actions={actions} />
      <TaskPanel current={current} actions={actions} />
      <People current={current} />
      <ToldPanel view={view} actions={actions} />
      <SurveyPanel current={current} actions={actions} />
      <Details current={current} actions={actions} />
      <Ground current={current} />
      <PartsPanel parts={parts} />
      <LinksPanel current={current} actions={actions} />
      <Tied current={current} onOpenFile={onOpenFile} />
      <SimilarPanel current={current} actions={actions} />
    </div>
  );
}

function Closing({ current }: { readonly current: Case }): ReactElement | null {
  const catalogue = useCatalogue();
  const { dispositions, holdReasons, city } = catalogue;
  const now = useNow();
  if (current.hold) {
    const reason = nameOfCode(holdReasons, current.hold?.reasonCode) ?? current.hold.reasonCode;
    const since = exactMoment(current.hold.since, now, city.timeZone);
    const until = current.hold.until === null ? null : isoDayWords(current.hold.until, now, city.timeZone);
    return (
      <Group title={t`On hold`}>
        <p>{until === null ? t`${reason}, since ${since}.` : t`${reason} until ${until}, since ${since}.`}</p>
        {current.hold.note !== '' && <p className="case-text">{current.hold.note}</p>}
      </Group>
    );
  }
  if (current.state !== 'closed' || current.disposition === null) return null; // merged, it has no outcome of its own
  const outcome = nameOfCode(dispositions, current.disposition) ?? current.disposition;
  return (
    <Group title={t`Outcome`}>
      <p>
        <strong>{outcome}</strong>
      </p>
      <p className="case-text">{current.closingNote}</p>
      <p className="muted">{closedWords(current, catalogue, now)}</p>
      {current.review !== null && <p className="muted">{t`Reviewed ${exactMoment(current.review.at, now, city.timeZone)} by ${staffName(catalogue, current.review.by)}: good and complete.`}</p>}
    </Group>
  );
}

/** `Closed Mon 23 Nov 14:05 by Ana Rivera, settled at first contact. Work complete Fri 20 Nov.` */
function closedWords({ history, closedAt, completionDate, isFirstContactResolution }: Case, catalogue: Catalogue, now: UtcMs): string {
  const { timeZone } = catalogue.city;
  const closing = history.findLast(({ kind }) => kind === 'closed');
  const when = closedAt === null ? '' : exactMoment(closedAt, now, timeZone);
  const complete = completionDate === null ? [] : [t`Work complete ${isoDayWords(completionDate, now, timeZone)}.`];
  return [whoClosed(when, closing === undefined ? null : staffName(catalogue, closing.by), isFirstContactResolution), ...complete].join(' ');
}

function whoClosed(when: string, who: string | null, isAtFirstContact: boolean): string {
  if (who === null) return isAtFirstContact ? t`Closed ${when}, settled at first contact.` : t`Closed ${when}.`;
  return isAtFirstContact ? t`Closed ${when} by ${who}, settled at first contact.` : t`Closed ${when} by ${who}.`;
}

function Matter({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const answers = answerWords(current.answers, catalogue);
  return (
    <Group title={t`Request`}>
      {current.location && <p className="case-place">{locationWords(current.location)}</p>}
      <p className={current.description === '' ? 'muted' : 'case-text'}>{current.description || t`No description.`}</p>
      {answers.length > 0 && (
        <dl className="case-list">
          {answers.map(({ code, question, answer }) => (
            <Line key={code} label={question}>
              {answer}
            </Line>
          ))}
        </dl>
      )}
    </Group>
  );
}

/** Drawn from the city's addresses, with the open cases around; nothing without a position. */
function Ground({ current }: { readonly current: Case }): ReactElement | null {
  const { location, id } = current;
  if (!location?.point) return null;
  return (
    <Group title={t`Map`}>
      <PlaceMap place={locationWords(location)} point={location.point} similar={[]} exceptCaseId={id} />
    </Group>
  );
}

function People({ current }: { readonly current: Case }): ReactElement {
  const { requester, onBehalfOf, coReporters } = current;
  return (
    <Group title={onBehalfOf ? t`Requested by` : t`Citizen`}>
      {requester ? <PersonCard person={requester} /> : <p className="muted">{t`Anonymous`}</p>}
      {onBehalfOf && (
        <>
          <h3>{t`On behalf of`}</h3>
          <PersonCard person={onBehalfOf} />
        </>
      )}
      {coReporters.length > 0 && (
        <>
          <h3>{t`Also reported by`}</h3>
          <ul className="case-people">
            {coReporters.map(({ trackingNumber, person, channel }) => (
              <li key={trackingNumber}>
                <span className="number">{formatTrackingNumber(trackingNumber)}</span>
                <span>{[person?.name || t`Anonymous`, person?.phone, CHANNEL_LABELS[channel], person?.isContributor === true && t`neighborhood contributor`].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Group>
  );
}

function PersonCard({ person }: { readonly person: Person }): ReactElement {
  const { name, phone, email, address, language, preference, needs, isContributor } = person;
  return (
    <div className="case-person">
      <p>
        <strong>{name || t`No name given`}</strong>
      </p>
      {phone !== '' && <p className="number">{phone}</p>}
      {email !== '' && <p>{email}</p>}
      {address !== '' && <p>{address}</p>}
      <p className="muted">{[t`Contact: ${PREFERENCE_LABELS[preference].toLowerCase()}`, language === 'es' ? t`speaks Spanish` : '', isContributor === true ? t`neighborhood contributor` : ''].filter(Boolean).join(' · ')}</p>
      {needs !== '' && <p className="case-needs">{t`Needs: ${needs}`}</p>}
    </div>
  );
}

function Details({ current, actions }: { readonly current: Case; readonly actions: CaseActions }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  return (
    <Group title={t`Details`} actions={current.kind === 'complaint' || current.isSealed ? undefined : <ReportButton current={current} actions={actions} />}>
      <dl className="case-list">
        <Line label={t`Received`}>{`${exactMoment(current.receivedAt, now, city.timeZone)} · ${CHANNEL_LABELS[current.channel]}`}</Line>
        <Line label={t`Kind`}>{`${KIND_LABELS[current.kind]} · ${NATURE_LABELS[current.nature].toLowerCase()}`}</Line>
        <Line label={t`Neighborhood`}>
          <NeighborhoodLine current={current} />
        </Line>
        {current.eventId && (
          <Line label={t`Town hall`}>
            <TownHallLine eventId={current.eventId} />
          </Line>
        )}
        {current.isMajorRepair && <Line label={t`Repair`}>{t`Construction or major repair: stays open until the work is done`}</Line>}
        {current.source && <Line label={t`Imported`}>{`${current.source.system}, ${current.source.id}`}</Line>}
      </dl>
    </Group>
  );
}

function Tied({ current, onOpenFile }: { readonly current: Case; readonly onOpenFile: (sha256: string) => void }): ReactElement {
  const { referral, attachments } = current;
  return (
    <>
      {referral && (
        <Group title={t`Referred to`}>
          <AgencyCard {...referral} />
        </Group>
      )}
      {attachments.length > 0 && (
        <Group title={t`Files`}>
          <FileList current={current} onOpen={onOpenFile} />
        </Group>
      )}
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
