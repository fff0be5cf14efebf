/**
 * The whole case on paper: what it is, who is concerned, what was promised and everything that happened, for a file or a meeting.
 *
 * For staff only, unlike the receipt: it names the citizen. Self-contained, without scripts; every text is escaped here.
 */
import { departmentName, serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, KIND_LABELS, NATURE_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FollowUp } from '../../../src-shared/domain/case-parts.ts';
import { ratingWords } from '../../../src-shared/domain/ratings.ts';
import { escapeHtml } from '../../../src-shared/receipt/receipt-html.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { followUpState } from '../survey/survey-words.ts';
import { taskState } from '../tasks/task-words.ts';
import { factStory } from '../story/fact-story.ts';
import { fieldWords, locationWords, personWords, type Wording } from '../story/field-words.ts';

const STYLE = `
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
footer{margin-top:5mm;color:#454b57;font-size:8.5pt}
`;

export interface SheetContext extends Wording {
  /** Who prints it, by name. */
  readonly printedBy: string;
}

/** A whole HTML document. It takes as many pages as the history needs; most cases need one. */
export function caseSheet(current: Case, context: SheetContext): string {
  const number = formatTrackingNumber(current.trackingNumber);
  const { catalogue, now } = context;
  const printed = `Printed ${exactMoment(now, now, catalogue.city.timeZone)} by ${context.printedBy}. For staff: holds personal details.`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(`Case ${number}`)}</title><style>${STYLE}</style></head><body>`,
    `<header><h1>${escapeHtml(`Case ${number}`)}</h1><p>${escapeHtml(catalogue.city.name)}</p></header>`,
    definitions(caseLines(current, context)),
    '<h2>People and place</h2>',
    definitions(peopleLines(current, context)),
    '<h2>What it is about</h2>',
    definitions(matterLines(current, context)),
    '<h2>History</h2>',
    history(current, context),
    `<footer>${escapeHtml(printed)}</footer></body></html>`,
  ].join('\n');
}

type Line = readonly [string, string];

function caseLines(current: Case, { catalogue, now }: SheetContext): readonly Line[] {
  const date = (at: UtcMs | null): string => (at === null ? '' : exactMoment(at, now, catalogue.city.timeZone));
  return [
    ['Status', STATE_LABELS[current.state]],
    ['Service', serviceName(catalogue, current.serviceCode)],
    ['Kind', `${KIND_LABELS[current.kind]}, ${NATURE_LABELS[current.nature].toLowerCase()}${current.isMajorRepair ? ', construction or major repair' : ''}`],
    ['Department', departmentName(catalogue, current.departmentCode)],
    ['Assigned to', current.assigneeId === null ? 'nobody yet' : staffName(catalogue, current.assigneeId)],
    ['Received', `${date(current.receivedAt)} (${CHANNEL_LABELS[current.channel]})`],
    ['Answer due', date(current.respondBy)],
    ['Answered', date(current.respondedAt)],
    ['Work due', date(current.resolveBy)],
    ['Closed', date(current.closedAt)],
  ];
}

function peopleLines(current: Case, { catalogue }: SheetContext): readonly Line[] {
  const { requester, onBehalfOf, location, referral } = current;
  return [
    [onBehalfOf ? 'Requested by' : 'Citizen', requester ? personWords(requester) : 'Anonymous'],
    ['On behalf of', onBehalfOf ? personWords(onBehalfOf) : ''],
    ['Also reported by', current.coReporters.map(({ trackingNumber, person }) => `${formatTrackingNumber(trackingNumber)} ${person ? personWords(person) : 'Anonymous'}`).join('\n')],
    ['Location', location ? locationWords(location) : ''],
    ['Referred to', referral ? [referral.name, referral.address, referral.phone, referral.hours].filter(Boolean).join(', ') : ''],
    ['City contact', `${departmentName(catalogue, current.departmentCode)}, ${catalogue.city.phone}`],
  ];
}

function matterLines(current: Case, context: SheetContext): readonly Line[] {
  return [
    ['Description', current.description],
    ['Answers', Object.keys(current.answers).length === 0 ? '' : fieldWords('answers', current.answers, context)],
    ['Files', current.attachments.map(({ name }) => name).join(', ')],
    ['Linked cases', current.links.map(({ relation, trackingNumber }) => `${relation === 'duplicateOf' ? 'duplicate of ' : ''}${formatTrackingNumber(trackingNumber)}`).join(', ')],
    ['Tasks', current.tasks.map((task) => `${task.title}: ${taskState(task, current.state === 'closed', context.now).label.toLowerCase()}, ${departmentName(context.catalogue, task.departmentCode)}`).join('\n')],
    ['Closing note', current.closingNote ?? ''],
    ['How it went', (current.survey?.answers ?? []).map(({ rating, comment }) => [ratingWords(rating), comment].filter(Boolean).join(': ')).join('\n')],
    ['Follow-up', current.followUp === null ? '' : followUpLine(current.followUp, context)],
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
  const items = current.history.map((fact) => {
    const story = factStory(fact, { ...context, tasks: current.tasks });
    const lines = story.lines.map((line) => `<p dir="auto">${escapeHtml(line)}</p>`).join('');
    return `<li><span class="when">${escapeHtml(exactMoment(fact.at, now, catalogue.city.timeZone))}</span> ${escapeHtml(`${story.who} ${story.did}.`)}${lines}</li>`;
  });
  return `<ol>${items.join('')}</ol>`;
}
