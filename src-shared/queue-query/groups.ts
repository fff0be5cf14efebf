import { Temporal } from 'temporal-polyfill';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { t } from '../language/language.ts';
import type { QueueGrouping } from '../protocol/data-rpc/case-views.ts';
import { type UtcMs, utcMs } from '../util/time.ts';
import type { Span } from './date-span.ts';
import { namedFor } from './find-names.ts';
import type { QueryCondition } from './resolve-query.ts';

/** Cases that stand together. */
export interface QueueGroup {
  readonly key: string;
  readonly label: string;
  readonly condition: QueryCondition;
}

/** The group of what the catalogue does not name. */
export const OTHERS = '0others';

/** All groups of a kind, in the order they stand in; every case is in exactly one. Many of them may have no case. */
export function groupsOf(groupBy: QueueGrouping, catalogue: Catalogue, now: UtcMs): readonly QueueGroup[] {
  if (groupBy === 'dueDay') return dueGroups(catalogue.city.timeZone, now);
  const named = namedFor(groupBy, catalogue);
  const codes = named.map(({ code }) => code);
  const hasNone = groupBy === 'assignee' || groupBy === 'neighborhood';
  const none: readonly QueueGroup[] = hasNone ? [{ key: '0none', label: groupBy === 'assignee' ? t`Nobody’s` : t`No neighborhood`, condition: { field: groupBy, codes: [null], isNot: false } }] : [];
  // What the city has taken out of its lists since; of a closed list nothing is ever taken out.
  const isClosedList = groupBy === 'state' || groupBy === 'channel';
  const others: QueueGroup = { key: OTHERS, label: t`Others`, condition: { field: groupBy, codes: hasNone ? [...codes, null] : codes, isNot: true } };
  return [...(groupBy === 'assignee' ? none : []), ...named.map(({ code, name }) => ({ key: code, label: name, condition: { field: groupBy, codes: [code], isNot: false } as const })), ...(groupBy === 'assignee' ? [] : none), ...(isClosedList ? [] : [others])];
}

const ENDLESS = utcMs(8_640_000_000_000_000);

function dueGroups(timeZone: string, now: UtcMs): readonly QueueGroup[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const dayAfter = (days: number): UtcMs => utcMs(today.add({ days }).toZonedDateTime(timeZone).epochMilliseconds);
  const due = (key: string, label: string, span: Span, isNot = false): QueueGroup => ({ key, label, condition: { field: 'due', ...span, isNot } });
  return [
    due('late', t`Late`, { from: null, to: now }),
    due('today', t`Today`, { from: now, to: dayAfter(1) }),
    due('tomorrow', t`Tomorrow`, { from: dayAfter(1), to: dayAfter(2) }),
    due('week', t`In the next seven days`, { from: dayAfter(2), to: dayAfter(8) }),
    due('later', t`Later`, { from: dayAfter(8), to: null }),
    due('undated', t`No date`, { from: null, to: ENDLESS }, true),
  ];
}
