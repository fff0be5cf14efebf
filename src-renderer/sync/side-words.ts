import { t } from '../../src-shared/language/language.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, FIELD_LABELS, KIND_LABELS, NATURE_LABELS } from '../../src-shared/domain/labels.ts';
import type { BothSides } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';

interface Surroundings {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
}

/** One line of the comparison: what it is about, what was entered, what stands there now, and who put it there. */
export interface SideWords {
  readonly label: string;
  readonly mine: string;
  readonly now: string;
  readonly changed: string;
}

export function sideWords(side: BothSides, around: Surroundings): SideWords {
  const { catalogue, now } = around;
  const who = side.changedBy === null ? '' : staffName(catalogue, side.changedBy);
  const when = side.changedAt === null ? '' : exactMoment(side.changedAt, now, catalogue.city.timeZone);
  return {
    label: labelOf(side.field),
    mine: valueWords(side.field, side.mine, around),
    now: side.isKnown ? valueWords(side.field, side.now, around) : t`not on this workstation`,
    changed: [who, when].filter(Boolean).join(', ') || t`as it was opened`,
  };
}

function labelOf(field: BothSides['field']): string {
  switch (field) {
    case 'assignee':
      return t`Assigned to`;
    case 'department':
      return t`Department`;
    case 'closingNote':
      return t`Closing note`;
    default:
      return FIELD_LABELS[field];
  }
}

function valueWords(field: BothSides['field'], value: unknown, { catalogue, now }: Surroundings): string {
  if (value === null || value === undefined || value === '') return field === 'assignee' ? t`nobody` : t`nothing`;
  if (field === 'assignee') return staffName(catalogue, String(value));
  if (field === 'department') return departmentName(catalogue, String(value));
  if (field === 'receivedAt') return exactMoment(value as UtcMs, now, catalogue.city.timeZone); // safe: a field of EditableFields
  if (field === 'serviceCode') return serviceName(catalogue, String(value));
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
  if (typeof value === 'object') return Object.values(value).filter((part) => typeof part === 'string' && part !== '').join(', ') || t`nothing`;
  // The label only where the code word is one: a description may say `phone`.
  const words: Readonly<Record<string, string>> = { ...CHANNEL_LABELS, ...KIND_LABELS, ...NATURE_LABELS };
  return ['channel', 'kind', 'nature'].includes(field) ? (words[String(value)] ?? String(value)) : String(value);
}
