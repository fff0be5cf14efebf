import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { publishBudgets, publishedBudgets } from './intake-budgets/budget-table.ts';
import { type BudgetCall, CALLS } from './intake-budgets/calls.ts';
import { type Played, playCall } from './intake-budgets/play-call.ts';
import { closeAfterEachTest, openWorkstation, serverOfFile, signIn } from './support/desk.ts';

closeAfterEachTest();
const server = serverOfFile();

interface KeptCase {
  readonly trackingNumber: string;
  readonly serviceCode: string;
  readonly description?: string;
  readonly requester: { readonly name: string; readonly phone: string; readonly language: string } | null;
  readonly location: { readonly text: string; readonly unit: string } | null;
  readonly answers: readonly { readonly code: string; readonly value: string }[] | Readonly<Record<string, string>>;
}

/** `PUBLISH=1` writes what was counted and measured into docs/intake-budgets.md instead of holding against it. */
const doesPublish = process.env['PUBLISH'] === '1';

test('a call for every service, in one window: no more keys than published, and exactly the facts that were said', async () => {
  test.setTimeout(400_000); // sixty calls; a guard against hanging, not a measure
  const dataDir = mkdtempSync(join(tmpdir(), 'portreeve-budgets-'));
  const played: (Played & { readonly call: BudgetCall })[] = [];
  try {
    const desk = await openWorkstation({ serverUrl: server().url, dataDir });
    await signIn(desk.page, 'a.rivera');
    for (const call of CALLS) played.push({ ...(await playCall(desk.page, call, played.at(-1)?.trackingNumber ?? '')), call });
    const kept = commandsOnDisk(dataDir);
    for (const { call, trackingNumber } of played) expectFacts(call, kept.get(trackingNumber.replaceAll('-', '')));
    await desk.close();
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  if (doesPublish) return publishBudgets(played.map(({ call, ...one }) => ({ ...one, service: call.service })));
  const published = publishedBudgets();
  const counted = played.map(({ call, keysBeyondWords, characters }) => [call.service, keysBeyondWords, characters]);
  expect(counted).toEqual([...published.values()].map((row) => [row.service, row.keysBeyondWords, row.characters]));
});

/** What was given at this desk, by number: it stays here also of a case that was sealed and has left. */
function commandsOnDisk(dataDir: string): ReadonlyMap<string, KeptCase> {
  const db = new SqliteDatabase(join(dataDir, 'records.sqlite'), { readonly: true });
  const rows = db.prepare("SELECT command FROM outbox WHERE command ->> '$.type' = 'case.open'").all() as { command: string }[]; // safe: NOT NULL text
  db.close();
  return new Map(rows.map(({ command }) => (JSON.parse(command) as { args: KeptCase }).args).map((args) => [args.trackingNumber, args])); // safe: written by the app
}

/** A complaint about somebody's conduct is sealed, and once the server has it, its words are legible at no desk: then the number is all. */
function expectFacts(call: BudgetCall, kept: KeptCase | undefined): void {
  const isSealedAway = call.service === 'COMPLAINT-STAFF' && kept !== undefined && kept.description === undefined;
  if (!isSealedAway) expect(factsOf(kept), call.service).toEqual(factsSaid(call));
}

function factsOf(kept: KeptCase | undefined): Record<string, unknown> {
  const { serviceCode, description, requester, location, answers } = kept ?? {};
  const given = Array.isArray(answers) ? Object.fromEntries(answers.map(({ code, value }) => [code, value])) : (answers ?? {});
  return { service: serviceCode, name: requester?.name, phone: requester?.phone.replace(/\D/g, ''), language: requester?.language, place: location?.text ?? '', unit: location?.unit ?? '', description, answers: given };
}

function factsSaid({ service, facts }: BudgetCall): Record<string, unknown> {
  const { name, phone, place = '', unit = '', description, answers = {}, language = 'en' } = facts;
  return { service, name, phone, language, place, unit, description, answers };
}
