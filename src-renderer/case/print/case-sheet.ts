/**
 * The whole case on paper: what it is, who is concerned, what was promised and everything that happened, for a file or a meeting.
 *
 * For staff only, unlike the receipt: it names the citizen. Self-contained, without scripts; every text is escaped here.
 */
import { staffSheet } from '../../../src-shared/paper/staff-sheet.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { DueDates } from '../../../src-shared/clock/explain-due.ts';
import { departmentName, serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, KIND_LABELS, NATURE_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FollowUp } from '../../../src-shared/domain/case-parts.ts';
import { ratingWords } from '../../../src-shared/domain/ratings.ts';
import { escapeHtml } from '../../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { exactMoment, timeOfDay } from '../../../src-shared/util/moment.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';
import { followUpState } from '../survey/survey-words.ts';
import { taskState } from '../tasks/task-words.ts';
import { factStory } from '../story/fact-story.ts';
import { historyDays } from '../story/history-days.ts';
import { ledgerSections, ruleWords } from '../why/ledger-sections.ts';
import { fieldWords, locationWords, personWords, type Wording } from '../story/field-words.ts';

const STYLE = `
@page{margin:16mm 18mm 18mm}
*{box-sizing:border-box;margin:0;padding:0}
body{font:10pt/1.4 system-ui,sans-serif;color:#16181d;overflow-wrap:anywhere}
header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:.4mm solid #16181d;padding-bottom:2mm;margin-bottom:4mm}
h1{font-size:17pt;font-variant-numeric:tabular-nums}
h2{font-size:10pt;margin:4mm 0 1mm;break-after:avoid}
dl{display:grid;grid-template-columns:34mm 1fr;gap:.6mm 4mm}
dt,.when{color:#454b57}
dd{white-space:pre-wrap}
ol{list-style:none}
li{padding:1.2mm 0;border-top:.2mm solid #c9ced6;break-inside:avoid}
li p{white-space:pre-wrap}
h3{font-size:9.5pt;margin:2.5mm 0 .5mm;break-after:avoid}
.notice{margin-bottom:3mm;padding:2mm 3mm;border:.5mm solid #16181d;font-weight:bold}
.mark{position:fixed;top:42%;left:0;right:0;text-align:center;transform:rotate(-28deg);font-size:80pt;font-weight:bold;letter-spacing:6mm;color:#16181d;opacity:.1}
`;

export interface SheetContext extends Wording {
  /** Who prints it, by name. */
  readonly printedBy: string;
  /** Why its dates are what they are; null: not known here. */
  readonly due: DueDates | null;
  /** Of the workstations its history was written at, by id. */
  readonly stationNames: Readonly<Record<string, string>>;
}

/** The whole case as a document; it says on every page that it is sealed, if it is. */
export function caseDocument(current: Case, context: SheetContext): PaperDocument {
  const number = formatTrackingNumber(current.trackingNumber);
  const { catalogue, now, printedBy } = context;
  return {
    title: t`whole case`,
    suggestedName: t`Case ${number}`,
    pageFooter: t`Case ${number}. Printed ${exactMoment(now, now, catalogue.city.timeZone)} by ${printedBy}. For staff: holds personal details.`,
    html: () => caseSheet(current, context),
  };
}

/** A whole HTML document. It takes as many pages as the history needs; most cases need one. */
export function caseSheet(current: Case, context: SheetContext): string {
  const title = t`Case ${formatTrackingNumber(current.trackingNumber)}`;
  const body = [
    sealNotice(current),
    `<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(context.catalogue.city.name)}</p></header>`,
    definitions(caseLines(current, context)),
    heading(t`People and place`),
    definitions(peopleLines(current, context)),
    heading(t`What it is about`),
    definitions(matterLines(current, context)),
    whyDates(context),
    heading(t`History`),
    history(current, context),
  ];
  return staffSheet({ title, styles: STYLE, body });
}

function heading(words: string): string {
  return `<h2>${escapeHtml(words)}</h2>`;
}

/** A sealed case on paper can be read by whoever finds it: the sheet says so, across every page. */
function sealNotice({ isSealed }: Case): string {
  if (!isSealed) return '';
  return `<p class="mark" aria-hidden="true">${escapeHtml(t`SEALED`)}</p><p class="notice">${escapeHtml(t`This case is sealed. Give this paper to nobody who may not see the case, lock it away, and shred it when it is done with.`)}</p>`;
}

/** Each date with the steps that led to it. */
function whyDates({ due, catalogue, now }: SheetContext): string {
  const sections = due === null ? [] : ledgerSections(due, 'respond', { catalogue, now });
  if (due === null || sections.length === 0) return '';
  const items = sections.map(({ title, sentences }) => `<li><strong>${escapeHtml(title)}</strong>${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}</li>`);
  return `${heading(t`Its dates, and why`)}<p class="when">${escapeHtml(ruleWords(due))}</p><ol>${items.join('')}</ol>`;
}

type Line = readonly [string, string];

function caseLines(current: Case, { catalogue, now }: SheetContext): readonly Line[] {
  const date = (at: UtcMs | null): string => (at === null ? '' : exactMoment(at, now, catalogue.city.timeZone));
  return [
    [t`Status`, STATE_LABELS[current.state]],
    [t`Service`, serviceName(catalogue, current.serviceCode)],
    [t`Kind`, `${KIND_LABELS[current.kind]}, ${NATURE_LABELS[current.nature].toLowerCase()}${current.isMajorRepair ? t`, construction or major repair` : ''}`],
    [t`Department`, departmentName(catalogue, current.departmentCode)],
    [t`Assigned to`, current.assigneeId === null ? t`nobody yet` : staffName(catalogue, current.assigneeId)],
    [t`Received`, `${date(current.receivedAt)} (${CHANNEL_LABELS[current.channel]})`],
    [t`Answer due`, date(current.respondBy)],
    [t`Answered`, date(current.respondedAt)],
    [t`Work due`, date(current.resolveBy)],
    [t`Closed`, date(current.closedAt)],
  ];
}

function peopleLines(current: Case, { catalogue }: SheetContext): readonly Line[] {
  const { requester, onBehalfOf, location, referral } = current;
  return [
    [onBehalfOf ? t`Requested by` : t`Citizen`, requester ? personWords(requester) : t`Anonymous`],
    [t`On behalf of`, onBehalfOf ? personWords(onBehalfOf) : ''],
    [t`Also reported by`, current.coReporters.map(({ trackingNumber, person }) => `${formatTrackingNumber(trackingNumber)} ${person ? personWords(person) : t`Anonymous`}`).join('\n')],
    [t`Location`, location ? locationWords(location) : ''],
    [t`Referred to`, referral ? [referral.name, referral.address, referral.phone, referral.hours].filter(Boolean).join(', ') : ''],
    [t`City contact`, `${departmentName(catalogue, current.departmentCode)}, ${catalogue.city.phone}`],
  ];
}

function matterLines(current: Case, context: SheetContext): readonly Line[] {
  return [
    [t`Description`, current.description],
    [t`Answers`, Object.keys(current.answers).length === 0 ? '' : fieldWords('answers', current.answers, context)],
    [t`Files`, current.attachments.map(({ name }) => name).join(', ')],
    [t`Linked cases`, current.links.map(({ relation, trackingNumber }) => relation === 'duplicateOf' ? t`duplicate of ${formatTrackingNumber(trackingNumber)}` : formatTrackingNumber(trackingNumber)).join(', ')],
    [t`Tasks`, current.tasks.map((task) => `${task.title}: ${taskState(task, current.state === 'closed', context.now).label.toLowerCase()}, ${departmentName(context.catalogue, task.departmentCode)}`).join('\n')],
    [t`Closing note`, current.closingNote ?? ''],
    [t`How it went`, (current.survey?.answers ?? []).map(({ rating, comment }) => [ratingWords(rating), comment].filter(Boolean).join(': ')).join('\n')],
    [t`Follow-up`, current.followUp === null ? '' : followUpLine(current.followUp, context)],
  ];
}

function followUpLine(followUp: FollowUp, { catalogue, now }: SheetContext): string {
  const { label, words } = followUpState(followUp, now, catalogue.city.timeZone);
  return [`${label}: ${words}, ${departmentName(catalogue, followUp.departmentCode)}`, followUp.closingNote].filter(Boolean).join('\n');
}

function definitions(lines: readonly Line[]): string {
  const given = lines.filter(([, value]) => value.trim() !== '');
  return `<dl>${given.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

function history(current: Case, context: SheetContext): string {
  const { catalogue, now } = context;
  const { timeZone } = catalogue.city;
  const days = historyDays(current.history, now, timeZone).map(({ title, facts }) => {
    const items = facts.map((fact, index) => {
      const place = fact.station === facts[index - 1]?.station ? undefined : context.stationNames[fact.station];
      const story = factStory(fact, { ...context, tasks: current.tasks, enteredAt: current.enteredAt });
      const lines = story.lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('');
      return `<li><span class="when">${escapeHtml(timeOfDay(fact.at, timeZone))}</span> ${escapeHtml(`${story.who} ${story.did}.`)}${place === undefined ? '' : ` <span class="when">${escapeHtml(t`at ${place}`)}</span>`}${lines}</li>`;
    });
    return `<h3>${escapeHtml(title)}</h3><ol>${items.join('')}</ol>`;
  });
  return days.join('');
}
