/**
 * What somebody wished for beside what stands on the case now, and who put it there when: the two values a person needs to
 * decide. From the case on this disk where it is here, else from what the server said with its refusal.
 */
import type { Command } from '../../src-shared/commands/index.ts';
import type { EditableField } from '../../src-shared/domain/case.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import type { BothSides } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { StaffId } from '../../src-shared/util/ids.ts';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import { UtcMs } from '../../src-shared/util/time.ts';

type Details = Readonly<Record<string, unknown>>;

/** One row for each thing the command was to change; empty for commands that only add. */
export function bothSides(command: Command, current: Case | null, details: Details): readonly BothSides[] {
  switch (command.type) {
    case 'case.edit':
      return Object.entries(command.args.changes).map(([field, mine]) => ofField(field as EditableField, mine, { current, details })); // safe: keys of EditableFields
    case 'case.take':
    case 'case.assign': {
      const mine = command.type === 'case.take' ? command.userId : command.args.assigneeId;
      const now = current ? current.assigneeId : (details['assigneeId'] ?? null);
      return [side('assignee', { mine, now, setBy: current?.history.findLast((fact) => fact.kind === 'assigned') })];
    }
    case 'case.transfer': {
      const now = current ? current.departmentCode : (details['departmentCode'] ?? null);
      return [side('department', { mine: command.args.departmentCode, now, setBy: current?.history.findLast((fact) => fact.kind === 'transferred') })];
    }
    case 'case.close':
      return closing(command.args.closingNote, current, details);
    default:
      return [];
  }
}

function ofField(field: EditableField, mine: unknown, { current, details }: { readonly current: Case | null; readonly details: Details }): BothSides {
  if (current) {
    const setBy = current.history.find((fact) => fact.id === current.fieldVersions[field]);
    return side(field, { mine, now: current[field], setBy });
  }
  if (details['field'] !== field) return { ...side(field, { mine, now: undefined, setBy: undefined }), isKnown: false };
  return { ...side(field, { mine, now: details['theirs'], setBy: undefined }), changedBy: staffOf(details['changedBy']), changedAt: momentOf(details['changedAt']) };
}

/** Only when the case is closed already: then there are two closing notes. */
function closing(mine: string, current: Case | null, details: Details): readonly BothSides[] {
  if (current?.state === 'closed') return [side('closingNote', { mine, now: current.closingNote, setBy: current.history.findLast((fact) => fact.kind === 'closed') })];
  if (current || details['closedAt'] === undefined) return [];
  const row = { ...side('closingNote', { mine, now: undefined, setBy: undefined }), isKnown: false };
  return [{ ...row, changedBy: staffOf(details['closedBy']), changedAt: momentOf(details['closedAt']) }];
}

function side(field: BothSides['field'], { mine, now, setBy }: { readonly mine: unknown; readonly now: unknown; readonly setBy: Fact | undefined }): BothSides {
  return { field, mine: mine ?? null, now: now ?? null, isKnown: true, isSame: canonicalJson(mine ?? null) === canonicalJson(now ?? null), changedBy: setBy?.by ?? null, changedAt: setBy?.at ?? null };
}

function staffOf(value: unknown): StaffId | null {
  return StaffId.nullable().catch(null).parse(value ?? null);
}

function momentOf(value: unknown): UtcMs | null {
  return UtcMs.nullable().catch(null).parse(value ?? null);
}
