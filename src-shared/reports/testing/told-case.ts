/** A case told in a few words, for tests: facts with moments as the city's wall shows them. */
import { Temporal } from 'temporal-polyfill';
import type { Case } from '../../domain/case-document.ts';
import { evolveAll } from '../../domain/evolve.ts';
import { Fact } from '../../domain/fact.ts';
import { trackingNumberFromPayload } from '../../tracking-number/tracking-number.ts';
import { must } from '../../util/assert.ts';
import { CaseId } from '../../util/ids.ts';
import { type UtcMs, utcMs } from '../../util/time.ts';

export const TOLD_ZONE = 'America/New_York';

/** `2026-10-31 23:59` in New York. */
export function told(wall: string): UtcMs {
  return utcMs(Temporal.PlainDateTime.from(wall.replace(' ', 'T')).toZonedDateTime(TOLD_ZONE).epochMilliseconds);
}

export interface ToldFact {
  readonly at: string;
  readonly kind: string;
  readonly [more: string]: unknown;
}

export interface ToldCase {
  readonly received: string;
  /** When it was typed in; left out: at once. */
  readonly entered?: string;
  /** What `caseOpened` says otherwise than a phoned-in pothole of Streets. */
  readonly opened?: Readonly<Record<string, unknown>>;
  readonly facts?: readonly ToldFact[];
}

let count = 0;

export function toldCase({ received, entered = received, opened = {}, facts = [] }: ToldCase): Case {
  count += 1;
  const id = CaseId.parse(`00000000-0000-4000-8000-${String(count).padStart(12, '0')}`);
  const fields = {
    ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: 'POTHOLE', description: '', location: null, requester: null, onBehalfOf: null },
    ...{ answers: {}, receivedAt: told(received), isMajorRepair: false, complaintAbout: null, neighborhoodCode: null, eventId: null },
    ...{ trackingNumber: trackingNumberFromPayload(100_000_000 + count), departmentCode: 'STREETS', isSealed: false, source: null, pin: null, catalogueVersion: 1, respondBy: null, resolveBy: null },
    ...opened,
  };
  const all = [{ at: entered, kind: 'caseOpened', opened: fields }, ...facts];
  const parsed = all.map(({ at, ...fact }, index) => Fact.parse({ ...fact, id: `${id}.${index}`, at: told(at), by: 'agent', station: 'st-000000000001' }));
  return must(evolveAll(id, null, parsed), 'it was opened');
}

export const CLOSED = { kind: 'closed', disposition: 'RESOLVED', closingNote: 'Filled', completionDate: null } as const;
