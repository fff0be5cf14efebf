import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, FIELD_LABELS, KIND_LABELS, NATURE_LABELS } from '../../src-shared/domain/labels.ts';
import type { AttentionItem } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { exactMoment } from '../ui/moment.ts';

interface Surroundings {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
}

/** What stands on the case now, against what was wished for; null when the refusal was not about another value. */
export function theirsWords(item: Pick<AttentionItem, 'code' | 'details'>, { catalogue, now }: Surroundings): string | null {
  const { code, details } = item;
  switch (code) {
    case 'changedMeanwhile':
      return `${label(details['field'])}: ${valueWords(details['field'], details['theirs'], { catalogue, now })}`;
    case 'takenBySomeoneElse':
      return details['assigneeId'] ? `Assigned to ${staffName(catalogue, String(details['assigneeId']))}` : 'Unassigned';
    case 'movedToAnotherDepartment':
    case 'sameDepartment':
      return `With ${departmentName(catalogue, String(details['departmentCode']))}`;
    default:
      return null;
  }
}

function label(field: unknown): string {
  return Object.entries(FIELD_LABELS).find(([name]) => name === field)?.[1] ?? String(field);
}

function valueWords(field: unknown, value: unknown, { catalogue, now }: Surroundings): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (field === 'receivedAt') return exactMoment(value as UtcMs, now, catalogue.city.timeZone); // safe: a field of EditableFields
  if (field === 'serviceCode') return serviceName(catalogue, String(value));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return Object.values(value).filter((part) => typeof part === 'string' && part !== '').join(', ') || 'nothing';
  const words: Readonly<Record<string, string>> = { ...CHANNEL_LABELS, ...KIND_LABELS, ...NATURE_LABELS };
  return words[String(value)] ?? String(value);
}
