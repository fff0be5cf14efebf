/**
 * Takes cases until it is killed, and says each number the moment it could be shown. Run as a process of its own by
 * `killed-while-taking.test.ts`: `node take-cases.ts RECORDS_FILE`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { runCommand } from '../outbox/run-command.ts';
import { NOW, openArgs } from './desk.ts';

const db = openDatabase(must(process.argv[2], 'the records file is the first argument'));
migrate(db);
const catalogue = must(currentCatalogue(db), 'the desk has a catalogue');
const actor = must(findStaff(catalogue, 'agent'), 'the small city has an agent');

for (;;) {
  const request = { commandId: CommandId.parse(randomUUID()), caseId: CaseId.parse(randomUUID()), type: 'case.open' as const, args: openArgs(), takesNumber: true };
  const outcome = runCommand(db, request, { actor, catalogue, now: () => NOW + 1_000 });
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  writeSync(1, `${outcome.trackingNumber}\n`);
}
