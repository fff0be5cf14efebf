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
      return lines(`New case: ${serviceName(catalogue, args.serviceCode)}`, who.filter(Boolean).join(' · '), args.location?.text, args.description);
    }
    case 'case.edit':
      return Object.entries(command.args.changes)
        .map(([field, value]) => `${FIELD_LABELS[field as EditableField]}: ${valueWords(value)}`) // safe: keys of EditableFields
        .join('\n');
    case 'case.assign':
      return lines(`Assign to ${staffName(catalogue, command.args.assigneeId)}`, command.args.note);
    case 'case.take':
      return 'Take the case';
    case 'case.transfer':
      return lines(`Transfer to ${departmentName(catalogue, command.args.departmentCode)}`, command.args.reason);
    case 'case.refer':
      return lines(`Refer to ${command.args.agency.name}`, command.args.note);
    case 'case.logContact':
      return lines(`Contact by ${command.args.method}`, command.args.person, command.args.text);
    case 'case.addNote':
      return command.args.text;
    case 'case.addProgressNote':
      return lines('Progress', command.args.text);
    case 'case.hold':
      return lines('Put on hold', command.args.note);
    case 'case.resume':
      return lines('Resume', command.args.note);
    case 'case.close':
      return lines('Close', command.args.closingNote);
    case 'case.reopen':
      return lines('Reopen', command.args.reason);
    case 'case.addCoReporter': {
      const { person } = command.args;
      return lines('Add another person to the case', person ? [person.name, person.phone].filter(Boolean).join(' · ') : 'anonymous');
    }
    case 'case.attachFile':
      return `Attach the file “${command.args.name}”`;
    case 'case.link':
      return `Link to case ${formatTrackingNumber(command.args.link.trackingNumber)}`;
    case 'case.acknowledge':
      return lines('Acknowledge', command.args.text);
    case 'case.addTask':
      return lines(`Task for ${departmentName(catalogue, command.args.departmentCode)}`, command.args.title);
    case 'case.assignTask':
      return lines('Give a task to somebody', command.args.assigneeId === null ? undefined : staffName(catalogue, command.args.assigneeId), command.args.note);
    case 'case.finishTask':
      return lines('Finish a task', command.args.note);
    case 'case.merge':
      return lines(`Merge into case ${formatTrackingNumber(command.args.intoTrackingNumber)}`, command.args.reason);
    case 'case.absorb':
      return `Merge case ${formatTrackingNumber(command.args.trackingNumber)} into this one`;
    case 'case.unmerge':
    case 'case.unlink':
      return lines(command.type === 'case.unmerge' ? 'Undo the merge' : 'Remove a link', command.args.reason);
    case 'case.separate':
      return 'Undo the merge';
    case 'case.correspond':
      return lines(`${command.args.method} to ${command.args.toName || command.args.toAddress}`, command.args.subject, command.args.body);
    case 'case.recordSurvey':
      return lines(`Survey answer: ${command.args.rating} of 5`, command.args.comment);
    case 'case.closeFollowUp':
      return lines('Close the follow-up', command.args.note);
    case 'case.review':
      return lines(command.args.verdict === 'complete' ? 'Reviewed: complete' : 'Reviewed: open again', command.args.note);
    case 'case.seal':
      return lines('Report misconduct', command.args.reason);
    case 'case.tellSupervisor':
      return lines('Tell the supervisor', command.args.reason);
    case 'case.logOpening':
      return 'Opened the sealed case';
    case 'case.watchClock':
      return 'Clock';
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
