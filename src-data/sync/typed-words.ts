import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import { FIELD_LABELS } from '../../src-shared/domain/labels.ts';
import type { EditableField } from '../../src-shared/domain/case.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';

/** What somebody asked for, in words that can stand as a note: nothing they typed is left out. */
export function typedWords(command: Command, catalogue: Catalogue): string {
  switch (command.type) {
    case 'case.open': {
      const { args } = command;
      const who = args.requester ? [args.requester.name, args.requester.phone, args.requester.email] : ['anonymous'];
      return lines(t`New case: ${serviceName(catalogue, args.serviceCode)}`, who.filter(Boolean).join(' · '), args.location?.text, args.description);
    }
    case 'case.edit':
      return Object.entries(command.args.changes)
        .map(([field, value]) => `${FIELD_LABELS[field as EditableField]}: ${valueWords(value)}`) // safe: keys of EditableFields
        .join('\n');
    case 'case.assign':
      return lines(command.args.assigneeId === null ? t`Assign to nobody` : t`Assign to ${staffName(catalogue, command.args.assigneeId)}`, command.args.note);
    case 'case.take':
      return t`Take the case`;
    case 'case.transfer':
      return lines(t`Transfer to ${departmentName(catalogue, command.args.departmentCode)}`, command.args.reason);
    case 'case.refer':
      return lines(t`Refer to ${command.args.agency.name}`, command.args.note);
    case 'case.logContact':
      return lines(t`Contact by ${command.args.method}`, command.args.person, command.args.text);
    case 'case.addNote':
      return command.args.text;
    case 'case.addProgressNote':
      return lines(t`Progress`, command.args.text);
    case 'case.hold':
      return lines(t`Put on hold`, command.args.note);
    case 'case.resume':
      return lines(t`Resume`, command.args.note);
    case 'case.close':
      return lines(t`Close`, command.args.closingNote);
    case 'case.reopen':
      return lines(t`Reopen`, command.args.reason);
    case 'case.addCoReporter': {
      const { person } = command.args;
      return lines(t`Add another person to the case`, person ? [person.name, person.phone].filter(Boolean).join(' · ') : 'anonymous');
    }
    case 'case.attachFile':
      return t`Attach the file “${command.args.name}”`;
    case 'case.link':
      return t`Link to case ${formatTrackingNumber(command.args.link.trackingNumber)}`;
    case 'case.acknowledge':
      return lines(t`Acknowledge`, command.args.text);
    case 'case.addTask':
      return lines(t`Task for ${departmentName(catalogue, command.args.departmentCode)}`, command.args.title);
    case 'case.assignTask':
      return lines(t`Give a task to somebody`, command.args.assigneeId === null ? undefined : staffName(catalogue, command.args.assigneeId), command.args.note);
    case 'case.finishTask':
      return lines(t`Finish a task`, command.args.note);
    case 'case.merge':
      return lines(t`Merge into case ${formatTrackingNumber(command.args.intoTrackingNumber)}`, command.args.reason);
    case 'case.absorb':
      return t`Merge case ${formatTrackingNumber(command.args.trackingNumber)} into this one`;
    case 'case.unmerge':
    case 'case.unlink':
      return lines(command.type === 'case.unmerge' ? t`Undo the merge` : t`Remove a link`, command.args.reason);
    case 'case.separate':
      return t`Undo the merge`;
    case 'case.correspond':
      return lines(t`${command.args.method} to ${command.args.toName || command.args.toAddress}`, command.args.subject, command.args.body);
    case 'case.recordSurvey':
      return lines(t`Survey answer: ${command.args.rating} of 5`, command.args.comment);
    case 'case.closeFollowUp':
      return lines(t`Close the follow-up`, command.args.note);
    case 'case.review':
      return lines(command.args.verdict === 'complete' ? t`Reviewed: complete` : t`Reviewed: open again`, command.args.note);
    case 'case.seal':
      return lines(t`Report misconduct`, command.args.reason);
    case 'case.tellSupervisor':
      return lines(t`Tell the supervisor`, command.args.reason);
    case 'case.logOpening':
      return t`Opened the sealed case`;
    case 'case.watchClock':
      return t`Clock`;
    default:
      return unreachable(command);
  }
}

function lines(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value !== 'object') return String(value);
  return Object.values(value).filter((part) => typeof part === 'string' && part.length > 0).join(', ');
}
