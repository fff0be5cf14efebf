import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sealText } from '../../src-data/traces/seal-text.ts';
import { textKey } from '../../src-server/sync/text-key.ts';
import { useServer } from '../../src-server/testing/test-server.ts';
import { openArgs, TestStation } from '../../src-server/testing/test-station.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import { must } from '../../src-shared/util/assert.ts';

const server = useServer();
let key = '';
beforeAll(async () => {
  key = await textKey(server().deps.pool);
});

/** What a workstation keeps of a command about a sealed case. */
const sealed = (command: Command, forKey = key) => ({ uid: command.uid, caseId: command.caseId, type: command.type, station: command.station, args: {}, sealedText: sealText(JSON.stringify(command), forKey) });

/** Opens a case with a note; nothing is sent yet. */
async function worked(station: TestStation) {
  const opened = station.give('case.open', openArgs(await station.takeNumber()));
  const noted = station.give('case.addNote', { text: 'Said in confidence' }, { caseId: opened.caseId });
  return [opened, noted] as const;
}

async function history(caseId: string): Promise<readonly string[]> {
  const { rows } = await server().deps.pool.query<{ kinds: string[] }>(`SELECT array(SELECT f->>'kind' FROM jsonb_array_elements(document->'history') f) AS kinds FROM case_ WHERE id = $1`, [caseId]);
  return rows[0]?.kinds ?? [];
}

test('a text that was sealed for the server is carried out as it was given, in its place of the chain', async () => {
  const station = await TestStation.enrol(server().app, 'Sealed 1');
  const commands = await worked(station);
  commands.forEach((command, at) => (must(station.outbox[at], 'a row').command = sealed(command)));
  expect(await station.pushOutcomes()).toEqual(['accepted', 'accepted']);
  expect(await history(commands[0].caseId)).toEqual(['caseOpened', 'noteAdded']);
  expect((await station.push(1)).results.map(({ status }) => status)).toEqual(['accepted', 'accepted']); // sent again: answered as before
});

test('so is one that goes on under a new id of its workstation', async () => {
  const [before, after] = [await TestStation.enrol(server().app, 'Sealed 2'), await TestStation.enrol(server().app, 'Sealed 2 again')];
  const commands = await worked(before);
  for (const command of commands) after.append(sealed(command));
  expect(await after.pushOutcomes()).toEqual(['accepted', 'accepted']);
  expect(await history(commands[0].caseId)).toEqual(['caseOpened', 'noteAdded']);
});

test('one that was sealed for another database is refused without an id, so that a copy can still bring it back, and holds nothing up', async () => {
  const station = await TestStation.enrol(server().app, 'Sealed 3');
  const [opened] = await worked(station);
  const other = randomBytes(32).toString('base64url');
  must(station.outbox[0], 'a row').command = sealed(opened, other);
  expect(await station.pushOutcomes()).toEqual(['refused invalidCommand', 'refused caseNotFound']);
  const { rowCount } = await server().deps.pool.query('SELECT 1 FROM command_result WHERE uid = $1', [opened.uid]);
  expect(rowCount).toBe(0);
});

test('one that was sealed for another database is not refused where a copy has brought it here', async () => {
  const [copied, behind] = [await TestStation.enrol(server().app, 'Sealed 5'), await TestStation.enrol(server().app, 'Sealed 6')];
  const [opened] = await worked(copied);
  expect(await copied.pushOutcomes()).toEqual(['accepted', 'accepted']);
  behind.append(sealed(opened, randomBytes(32).toString('base64url')));
  expect(await behind.pushOutcomes()).toEqual(['accepted']);
  expect(await history(opened.caseId)).toEqual(['caseOpened', 'noteAdded']);
});

test('the chain still finds out a text that is not the one that was given', async () => {
  const station = await TestStation.enrol(server().app, 'Sealed 4');
  const [opened, noted] = await worked(station);
  must(station.outbox[0], 'a row').command = sealed({ ...opened, uid: randomUUID() } as Command); // safe: a command with another id
  must(station.outbox[1], 'a row').command = sealed(noted);
  expect((await station.pushRaw()).statusCode).toBe(400);
});
