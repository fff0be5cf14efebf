import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { AddCoReporterInput, OpenCaseInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { DraftFile } from '../../src-shared/protocol/data-rpc/kept-file.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { createAttachments, type Attachments } from '../attachments/attachments.ts';
import { findCase } from '../cases/case-queries.ts';
import { countDrafts, saveDraft } from '../drafts/drafts.ts';
import { countNumbersLeft } from '../outbox/number-pool.ts';
import { countOutbox } from '../outbox/outbox-queries.ts';
import { beginSession } from '../session/session.ts';
import { citizen, type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { addCoReporter, attachKept, openCase } from './commands.ts';

let desk: Desk;
let folder: string;
let attachments: Attachments;
const now = () => utcMs(NOW + 3_600_000);
const id = () => CommandId.parse(randomUUID());
beforeEach(() => {
  desk = openDesk(3);
  folder = mkdtempSync(join(tmpdir(), 'portreeve-issue-'));
  attachments = createAttachments({ db: desk.db, dataDir: folder, now: () => NOW, isOnline: () => false, onWork: () => undefined });
  beginSession(desk.db, must(SMALL_CITY.staff.find((member) => member.id === 'agent'), 'agent'), 'server', utcMs(NOW));
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function kept(seed: number): DraftFile {
  const reply = attachments.keepBytes(`scan ${seed}.png`, pngOfSize(20_000, seed));
  if (!reply.ok) throw new Error(reply.sentence);
  return { ...reply.file, commandId: id() };
}

/** A draft on the disk, and the command that makes a case of it. */
function draftWith(files: readonly DraftFile[]): OpenCaseInput {
  const draftId = randomUUID();
  saveDraft(desk.db, { draftId, isParked: false, title: '', body: { files } }, utcMs(NOW));
  const { source: _source, ...fields } = openArgs();
  return OpenCaseInput.parse({ commandId: id(), caseId: CaseId.parse(randomUUID()), draftId, fields, files });
}
const namesOn = (caseId: CaseId) => findCase(desk.db, caseId)?.case.attachments.map(({ name }) => name) ?? null;

describe('a number for a draft with files', () => {
  it('has them on its case when it is given out: a window killed right after it loses none', () => {
    const input = draftWith([kept(1), kept(2)]);
    expect(openCase({ db: desk.db, now, attachments }, input)).toMatchObject({ ok: true });
    expect(namesOn(input.caseId)).toEqual(['scan 1.png', 'scan 2.png']);
    expect([countDrafts(desk.db), countOutbox(desk.db).queued]).toEqual([0, 3]);
  });

  it('is not given out when it is cut between the two: the draft and its files are there for the next start', () => {
    const input = draftWith([kept(1)]);
    const cut = { keptBefore: (): never => { throw new Error('killed'); } };
    expect(() => openCase({ db: desk.db, now, attachments: cut }, input)).toThrow('killed');
    expect([namesOn(input.caseId), countDrafts(desk.db), countNumbersLeft(desk.db), countOutbox(desk.db).queued]).toEqual([null, 1, 3, 0]);
    expect(openCase({ db: desk.db, now, attachments }, input)).toMatchObject({ ok: true });
    expect(namesOn(input.caseId)).toEqual(['scan 1.png']);
  });

  it('attaches once, however often it is asked for, by whom ever', () => {
    const file = kept(1);
    const input = draftWith([file]);
    const first = openCase({ db: desk.db, now, attachments }, input);
    expect(openCase({ db: desk.db, now, attachments }, input)).toEqual(first);
    const { commandId, ...described } = file;
    expect(attachKept({ db: desk.db, now, attachments }, { commandId, caseId: input.caseId, file: described })).toMatchObject({ ok: true });
    expect([namesOn(input.caseId), countOutbox(desk.db).queued]).toEqual([['scan 1.png'], 2]);
  });

  it('is given out also when a file is gone, which is said when it is asked about again', () => {
    const gone = { ...kept(1), sha256: 'f'.repeat(64) };
    const input = draftWith([gone, kept(2)]);
    expect(openCase({ db: desk.db, now, attachments }, input)).toMatchObject({ ok: true });
    expect(namesOn(input.caseId)).toEqual(['scan 2.png']);
    const { commandId, ...file } = gone;
    expect(attachKept({ db: desk.db, now, attachments }, { commandId, caseId: input.caseId, file })).toMatchObject({ ok: false, sentence: expect.stringContaining('Attach it again') });
  });

  it('goes to the case that the caller was added to', () => {
    const { caseId } = draftWith([]);
    const { source: _source, ...fields } = openArgs();
    openCase({ db: desk.db, now, attachments }, OpenCaseInput.parse({ commandId: id(), caseId, draftId: null, fields }));
    const input = AddCoReporterInput.parse({ commandId: id(), caseId, draftId: null, person: citizen(), channel: 'phone', receivedAt: NOW, files: [kept(3)] });
    expect(addCoReporter({ db: desk.db, now, attachments }, input)).toMatchObject({ ok: true });
    expect(namesOn(caseId)).toEqual(['scan 3.png']);
  });
});
