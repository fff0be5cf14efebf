import { randomInt, randomUUID } from 'node:crypto';
import type { Service } from '../../../src-shared/catalogue/catalogue.ts';
import { type Command, COMMAND_VERSIONS } from '../../../src-shared/commands/index.ts';
import type { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { CaseId, CommandId, type StaffId } from '../../../src-shared/util/ids.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { ImportedCase } from '../import-protocol.ts';
import { IMPORT_STAFF_ID } from './add-to-catalogue.ts';

/** What the server adds to an imported case. */
export interface ImportRun {
  readonly system: string;
  readonly station: string;
  readonly importedBy: StaffId;
  readonly importedAt: UtcMs;
}

/**
 * The commands that make an imported case what it was, with the moments of the old system: first `case.open`, then the rest.
 *
 * `service` is null when the catalogue does not have the code; then the rules refuse the opening.
 */
export function caseCommands(imported: ImportedCase, service: Service | null, trackingNumber: TrackingNumber, run: ImportRun): readonly Command[] {
  const caseId = CaseId.parse(randomUUID());
  const envelope = (madeAt: UtcMs) => ({
    uid: CommandId.parse(randomUUID()),
    ...{ caseId, madeAt, userId: IMPORT_STAFF_ID, station: run.station },
  });
  return [
    { ...envelope(imported.opening.receivedAt), type: 'case.open', v: COMMAND_VERSIONS.get('case.open') ?? 1, args: openArgs(imported, service, trackingNumber, run) },
    ...imported.later.map((later): Command => ({ ...envelope(later.madeAt), v: COMMAND_VERSIONS.get(later.type) ?? 1, ...later })),
  ];
}

function openArgs(
  imported: ImportedCase,
  service: Service | null,
  trackingNumber: TrackingNumber,
  { system, importedBy, importedAt }: ImportRun,
): Extract<Command, { type: 'case.open' }>['args'] {
  const { kind, ...opening } = imported.opening;
  return {
    ...opening,
    kind: kind ?? service?.kind ?? 'serviceRequest',
    nature: service?.nature ?? 'action',
    isMajorRepair: service?.isMajorRepair ?? false,
    trackingNumber,
    pin: String(randomInt(10_000)).padStart(4, '0'),
    onBehalfOf: null,
    answers: {},
    formerNumbers: [],
    isSealed: false,
    answeredNow: null,
    complaintAbout: null,
    neighborhoodCode: null,
    eventId: null,
    misconduct: null,
    referral: null,
    source: { system, id: imported.sourceId, flags: imported.flags, importedAt, importedBy },
  };
}
