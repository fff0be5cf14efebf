import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { findForm } from '../../src-shared/outage-forms/form-batch.ts';
import { OfficeReply } from '../../src-shared/protocol/office.ts';
import { must } from '../../src-shared/util/assert.ts';
import { readOffice } from '../office/office-store.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';

const server = useServer();
let printer: TestStation;
let other: TestStation;
let third: TestStation;

beforeAll(async () => {
  [printer, other, third] = await Promise.all([TestStation.enrol(server().app, 'Counter 1'), TestStation.enrol(server().app, 'Counter 2'), TestStation.enrol(server().app, 'Counter 3')]);
});

async function office(station: TestStation, type: string, args: unknown): Promise<string> {
  const command = { uid: randomUUID(), userId: 'agent', station: station.id, madeAt: Date.now(), type, v: 1, args };
  const reply = OfficeReply.parse((await station.request('POST', '/sync/v1/office', { station: station.id, commands: [command] })).json());
  const outcome = must(reply.outcomes[0], 'an outcome');
  return outcome.code ?? outcome.outcome;
}

const caseOf = async (number: string): Promise<readonly string[]> =>
  (await server().deps.pool.query<{ id: string }>('SELECT id::text FROM case_ WHERE number = $1 UNION SELECT case_id::text FROM case_number_alias WHERE number = $1', [number])).rows.map(({ id }) => id);

test('a form printed at one workstation is keyed in at another under its own number, and is never leased again', async () => {
  const number = await printer.takeNumber();
  expect(await office(printer, 'office.printForms', { forms: [{ number, pin: '4821' }] })).toBe('accepted');
  const { header } = await other.pull({ officeVersion: 0 });
  expect(findForm(must(header.office, 'the office').formBatches, number)?.batch.station).toBe(printer.id);
  const { caseId } = other.give('case.open', openArgs(number));
  expect(await other.pushOutcomes()).toEqual(['accepted']);
  expect(await office(other, 'office.keyInForm', { number, caseId, batchId: null })).toBe('accepted');
  expect(await caseOf(number)).toEqual([caseId]);
  expect(findForm((await readOffice(server().deps.pool)).formBatches, number)?.form).toMatchObject({ pin: null, end: { kind: 'keyedIn', caseIds: [caseId] } });
  expect((await printer.pull({ numbersWanted: 50 })).header.numbers).not.toContain(number);
});

test('a sheet that is keyed in at two workstations at once leads to both cases, and the second citizen is called back', async () => {
  const number = await printer.takeNumber();
  await office(printer, 'office.printForms', { forms: [{ number, pin: '4821' }] });
  const first = other.give('case.open', openArgs(number));
  const second = third.give('case.open', openArgs(number));
  expect(await other.pushOutcomes()).toEqual(['accepted']);
  expect(await third.pushOutcomes()).toEqual(['accepted renumbered']);
  for (const [station, { caseId }] of [[other, first], [third, second]] as const) expect(await office(station, 'office.keyInForm', { number, caseId, batchId: null })).toBe('accepted');
  expect(new Set(await caseOf(number))).toEqual(new Set([first.caseId, second.caseId]));
  expect(findForm((await readOffice(server().deps.pool)).formBatches, number)?.form.end).toMatchObject({ caseIds: [first.caseId, second.caseId] });
});

test('a copy of a disk that put the same numbers on paper too is told to destroy its sheets', async () => {
  const number = await printer.takeNumber();
  const print = (station: TestStation): Promise<string> => office(station, 'office.printForms', { forms: [{ number, pin: '4821' }] });
  expect([await print(printer), await print(other)]).toEqual(['accepted', 'formsPrintedTwice']);
});

test('a number of a server’s earlier life, printed then, stands when its form comes in', async () => {
  const number = await printer.takeNumber();
  await server().deps.pool.query('DELETE FROM number_lease WHERE number = $1', [number]); // restored from before the lease
  const { caseId } = other.give('case.open', openArgs(number));
  expect(await other.pushOutcomes()).toEqual(['accepted']);
  expect(await caseOf(number)).toEqual([caseId]);
});
