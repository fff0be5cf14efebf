/** What members of staff are told by mail: pure. No citizen's words or names leave the system this way. */
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, findDepartment, findStaff, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { CLOCK_LABELS } from '../../src-shared/domain/labels.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import { TOLD_BY_HAND } from '../../src-shared/domain/supervisor.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { OutgoingMessage } from '../mail/message.ts';
import { staffRecipient } from '../mail/recipient-key.ts';

/** The mail of one fact to a member of staff; none when it is nobody's news. */
export function staffNotices(fact: Fact, current: Case, { catalogue, at }: { readonly catalogue: Catalogue; readonly at: UtcMs }): readonly OutgoingMessage[] {
  const number = formatTrackingNumber(current.trackingNumber);
  const when = (moment: UtcMs): string => exactMoment(moment, at, catalogue.city.timeZone);
  const mail = (kind: string, to: string | null | undefined, subject: string, lines: readonly string[]): readonly OutgoingMessage[] => {
    const member = to ? findStaff(catalogue, to) : undefined;
    return member ? [message(kind, { fact, current, member, subject, lines })] : [];
  };
  switch (fact.kind) {
    case 'escalated':
      if (fact.ruleCode === TOLD_BY_HAND) {
        return mail('told', fact.toStaffId, `A case needs you: ${number}`, [
          `${staffName(catalogue, fact.by)} asks you to look at ${number} · ${current.isSealed ? 'sealed case' : serviceName(catalogue, current.serviceCode)} · ${departmentName(catalogue, current.departmentCode)}.`,
          'Why is written on the case.',
        ]);
      }
      return mail('escalated', fact.toStaffId, `Overdue: ${number}`, [
        `${number} · ${current.isSealed ? 'sealed case' : serviceName(catalogue, current.serviceCode)} · ${departmentName(catalogue, current.departmentCode)}`,
        `${CLOCK_LABELS[fact.clock]} was due ${when(fact.due)}.`,
        `You are told by the city’s rule “${catalogue.escalations.find(({ code }) => code === fact.ruleCode)?.name ?? fact.ruleCode}”.`,
      ]);
    case 'sealed':
      return mail('sealed', fact.supervisorStaffId, `A sealed case was reported to you: ${number}`, [
        `Somebody reported misconduct in case ${number}. It is sealed: only those who deal with it can open it.`,
        'Open it at a workstation that may hold sealed cases; your IT office says which, and can allow yours. Nothing of it is sent by mail.',
      ]);
    case 'followUpOpened': {
      const department = findDepartment(catalogue, fact.departmentCode);
      return mail('followUp', department?.complaintContactStaffId ?? department?.headStaffId, `Follow-up needed: ${number}`, [
        `A citizen rated the work on ${number} with ${fact.rating} of 5.`,
        `${departmentName(catalogue, fact.departmentCode)} has until ${when(fact.dueBy)} to follow up.`,
      ]);
    }
    default:
      return [];
  }
}

interface Writing {
  readonly fact: Fact;
  readonly current: Case;
  readonly member: Staff;
  readonly subject: string;
  readonly lines: readonly string[];
}

function message(kind: string, { fact, current, member, subject, lines }: Writing): OutgoingMessage {
  const link = `portreeve://case/${formatTrackingNumber(current.trackingNumber)}`;
  return {
    eventKey: `${kind}:${fact.id}`,
    recipientKey: staffRecipient(member.id),
    ...{ method: 'email', address: member.email, subject, caseId: current.id, html: null, attachments: [] },
    text: `${[...lines, '', `Open it: ${link}`].join('\n')}\n`,
  };
}
