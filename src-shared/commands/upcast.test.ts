import { expect, it } from 'vitest';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { Command } from './index.ts';
import { upcast } from './upcast.ts';

const envelope = {
  uid: '11111111-1111-4111-8111-111111111111',
  caseId: '22222222-2222-4222-8222-222222222222',
  ...{ userId: 'agent', station: 'st-0000000000aa', madeAt: 1_795_000_000_000 },
};

/** As a workstation of the first version wrote it into its outbox. */
const OPENED_BY_VERSION_1 = {
  ...envelope,
  type: 'case.open',
  v: 1,
  args: {
    ...{ kind: 'serviceRequest', nature: 'action', channel: 'phone', serviceCode: 'POTHOLE', description: 'Large hole' },
    location: { text: '5 Elm Street', unit: '', point: null },
    ...{ requester: null, onBehalfOf: null, answers: {}, receivedAt: 1_795_000_000_000, isMajorRepair: false },
    ...{ trackingNumber: trackingNumberFromPayload(100_000_000), pin: '0417', departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
  },
};

it('understands an opening of the first version as one of today', () => {
  expect(Command.safeParse(OPENED_BY_VERSION_1).success).toBe(false);
  const today = Command.parse(upcast(OPENED_BY_VERSION_1));
  expect(today).toMatchObject({ v: 2, args: { formerNumbers: [], description: 'Large hole' } });
});

it('leaves alone what is of today, of tomorrow, of no known type, or no command at all', () => {
  const note = { ...envelope, type: 'case.addNote', v: 1, args: { text: 'x' } };
  const others = [note, { ...note, v: 9 }, { ...note, type: 'case.vanish' }, { type: 'case.open', v: 'one' }, null, 'x', { ...note, v: 0 }];
  for (const other of others) expect(upcast(other)).toBe(other);
});
