/** What each procedure of the contract does. Inputs have been parsed by the contract's schemas when a handler runs. */
import { implement } from '@orpc/server';
import { dataContract } from '../../src-shared/protocol/data-rpc/contract.ts';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { cityNow } from '../clock/city-clock.ts';
import { casesOfCaller, findCallers } from '../contacts/find-callers.ts';
import { bulkCases } from '../cases/bulk-cases.ts';
import { countCases, findCase } from '../cases/case-queries.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { listDrafts, removeDraft, saveDraft } from '../drafts/drafts.ts';
import { findSimilarCases, findSimilarToCase } from '../duplicates/find-similar-cases.ts';
import { boardPage } from '../overdue/ask-board.ts';
import { boardCounts } from '../overdue/board-queries.ts';
import { readHeard } from '../heard/read-heard.ts';
import { findPlaces } from '../places/find-places.ts';
import { mapAround } from '../places/map-around.ts';
import { placesIn } from '../places/places-in-text.ts';
import { countQueueOf, groupsOfQueue, queuePageOf, viewCountsOf, whyEmpty } from '../search/ask-queue.ts';
import { answersForReview } from '../survey/ask-answers.ts';
import { currentSession, endSession } from '../session/session.ts';
import { signIn } from '../session/sign-in.ts';
import { diagnosticsText } from '../sync/diagnostics.ts';
import { syncStatus } from '../sync/sync-status.ts';
import type { Workstation } from '../workstation.ts';
import { explainDueAt, viewOfCase, viewOfNumber } from '../cases/case-view.ts';
import { publicHolidays } from '../holidays/public-holidays.ts';
import { addCoReporter, attachFile, openCase, runCaseCommand } from './commands.ts';
import { mergeCases, unmergeCases } from './merge-cases.ts';
import { communityRoutes } from './community-routes.ts';
import { adminDeskRoutes } from './admin-desk-routes.ts';
import { adminRoutes, officeRoutes } from './office-routes.ts';
import { formsRoutes } from './forms-routes.ts';
import { gazetteerRoutes } from './gazetteer-routes.ts';
import { knowledgeRoutes } from './knowledge-routes.ts';
import { lettersRoutes } from './letters-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { receiptsRoutes } from './receipts-routes.ts';
import { reportsRoutes } from './reports-routes.ts';
import { scanRoutes } from './scan-routes.ts';
import { settleAttention, showForPerson } from './settle-attention.ts';
import { numberIn, opened, withOlder } from './with-older.ts';
import { stationInfo } from './station-info.ts';

const DONE = { ok: true } as const;

export function createRouter(workstation: Workstation) {
  const { db, changes, now, attachments } = workstation;
  const os = implement(dataContract);
  /** What is late is judged by the city's time, not by this computer's clock. */
  const cityDesk = { db, now: () => cityNow(db, now()) };
  const draftsChanged = (): void => changes.publish({ topic: 'drafts', caseIds: null });
  const caseChanged = (caseId: CaseId): void => {
    changes.publish({ topic: 'cases', caseIds: [caseId] });
    changes.publish({ topic: 'sync', caseIds: null });
    workstation.nudgeSync();
  };
  /** The list of Needs attention, and who is said to be at a case, are those of the person at the keyboard. */
  const personChanged = (): void => {
    const gone = showForPerson(db);
    if (gone.length > 0) changes.publish({ topic: 'cases', caseIds: gone });
    for (const topic of ['session', 'sync'] as const) changes.publish({ topic, caseIds: null });
    workstation.presence?.personChanged();
    workstation.nudgeSync();
  };
  const announced = <T extends { readonly ok: boolean }>(reply: T, caseId: CaseId): T => {
    if (reply.ok) caseChanged(caseId);
    return reply;
  };
  /** The case has the scans of its draft. */
  const withFiles = <T extends { readonly ok: boolean }>(reply: T, files: readonly { readonly sha256: string }[]): T => {
    if (reply.ok) for (const { sha256 } of files) void workstation.scans.attached(sha256);
    return reply;
  };

  return os.router({
    station: { info: os.station.info.handler(() => stationInfo(workstation)) },
    session: {
      current: os.session.current.handler(() => currentSession(db)),
      signIn: os.session.signIn.handler(async ({ input }) => {
        const reply = await signIn({ db, checkAtServer: workstation.checkPassword, now }, input.staffId, input.password);
        if (reply.ok) personChanged();
        return reply;
      }),
      signOut: os.session.signOut.handler(() => {
        const session = endSession(db);
        personChanged();
        return session;
      }),
    },
    catalogue: { get: os.catalogue.get.handler(() => currentCatalogue(db)) },
    intake: {
      openCase: os.intake.openCase.handler(({ input }) => {
        const reply = withFiles(announced(openCase(workstation, input), input.caseId), input.files);
        if (reply.ok && input.draftId) draftsChanged();
        return reply;
      }),
      addCoReporter: os.intake.addCoReporter.handler(({ input }) => withFiles(announced(addCoReporter(workstation, input), input.caseId), input.files)),
      findCallers: os.intake.findCallers.handler(({ input }) => findCallers(db, input.text, input.limit)),
      callerCases: os.intake.callerCases.handler(({ input }) => casesOfCaller(db, input.key)),
      similarCases: os.intake.similarCases.handler(({ input }) => findSimilarCases(db, { ...input, at: now(), seenFrom: 'now' })),
      heard: os.intake.heard.handler(() => readHeard(db)),
      findPlaces: os.intake.findPlaces.handler(({ input }) => findPlaces(db, input.text, input.limit, workstation.places.current())),
      placesIn: os.intake.placesIn.handler(({ input }) => placesIn(workstation.places.current(), input.text)),
      mapAround: os.intake.mapAround.handler(({ input }) => mapAround(db, workstation.places.current(), input)),
      listDrafts: os.intake.listDrafts.handler(() => listDrafts(db)),
      saveDraft: os.intake.saveDraft.handler(({ input }) => {
        saveDraft(db, input, now());
        draftsChanged();
        return DONE;
      }),
      discardDraft: os.intake.discardDraft.handler(({ input }) => {
        removeDraft(db, input.draftId);
        draftsChanged();
        return DONE;
      }),
    },
    cases: {
      page: os.cases.page.handler(({ input }) => withOlder(workstation, numberIn(input.search), () => queuePageOf(cityDesk, input), (page) => page.rows.length > 0)),
      count: os.cases.count.handler(({ input }) => countQueueOf(cityDesk, input)),
      viewCounts: os.cases.viewCounts.handler(() => viewCountsOf(cityDesk)),
      groups: os.cases.groups.handler(({ input }) => groupsOfQueue(cityDesk, input)),
      whyEmpty: os.cases.whyEmpty.handler(({ input }) => whyEmpty(cityDesk, input)),
      older: os.cases.older.handler(({ input }) => workstation.olderCases.page(input)),
      get: os.cases.get.handler(({ input }) => opened(workstation, input, () => viewOfCase(db, input.caseId, utcMs(now())))),
      byNumber: os.cases.byNumber.handler(({ input }) => opened(workstation, input, () => viewOfNumber(db, input.trackingNumber, utcMs(now())))),
      explainDue: os.cases.explainDue.handler(({ input }) => explainDueAt(db, input.caseId, utcMs(Math.min(input.asOf, now())))),
      run: os.cases.run.handler(async ({ input }) => {
        if (findCase(db, input.caseId) === null) await workstation.olderCases.fetch({ caseId: input.caseId });
        return announced(runCaseCommand(workstation, input), input.caseId);
      }),
      beforeBulk: os.cases.beforeBulk.handler(({ input }) => bulkCases(db, input)),
      similar: os.cases.similar.handler(({ input }) => findSimilarToCase(db, input.caseId) ?? []),
      merge: os.cases.merge.handler(({ input }) => {
        const reply = mergeCases(workstation, input);
        if (reply.ok) for (const caseId of [input.caseId, input.args.intoCaseId]) caseChanged(caseId);
        return reply;
      }),
      unmerge: os.cases.unmerge.handler(async ({ input }) => {
        const { fromCaseId } = input.args;
        if (fromCaseId !== null && findCase(db, fromCaseId) === null) await workstation.olderCases.fetch({ caseId: fromCaseId });
        const reply = unmergeCases(workstation, input);
        if (reply.ok) for (const caseId of [input.caseId, ...(fromCaseId === null ? [] : [fromCaseId])]) caseChanged(caseId);
        return reply;
      }),
    },
    overdue: {
      page: os.overdue.page.handler(({ input }) => boardPage(db, input, cityDesk.now())),
      counts: os.overdue.counts.handler(({ input }) => boardCounts(db, input, cityDesk.now())),
    },
    survey: { list: os.survey.list.handler(() => answersForReview(db, cityDesk.now())) },
    files: {
      begin: os.files.begin.handler(({ input }) => attachments.begin(input.name, input.sizeBytes)),
      piece: os.files.piece.handler(({ input }) => ({ ok: attachments.addPiece(input.uploadId, input.offset, Buffer.from(input.bytesBase64, 'base64')) })),
      attach: os.files.attach.handler(({ input }) => {
        const reply = attachFile(workstation, input);
        return reply === null ? null : announced(reply, input.caseId);
      }),
      ofCase: os.files.ofCase.handler(({ input }) => attachments.ofCase(input.caseId)),
      read: os.files.read.handler(({ input }) => attachments.readPiece(input.sha256, input.offset)),
      fetch: os.files.fetch.handler(({ input }) => attachments.fetch(input.caseId, input.sha256)),
      thumbnail: os.files.thumbnail.handler(({ input }) => {
        const bytes = attachments.thumbnail(input.sha256);
        return bytes === null ? null : { bytesBase64: Buffer.from(bytes).toString('base64') };
      }),
      keepThumbnail: os.files.keepThumbnail.handler(({ input }) => {
        attachments.keepThumbnail(input.sha256, Buffer.from(input.bytesBase64, 'base64'));
        changes.publish({ topic: 'files', caseIds: null });
        return DONE;
      }),
      openCopy: os.files.openCopy.handler(({ input }) => attachments.openCopy(input.caseId, input.sha256)),
    },
    forms: formsRoutes(workstation),
    receipts: receiptsRoutes(workstation),
    admin: { publicHolidays: os.admin.publicHolidays.handler(({ input }) => publicHolidays(input)), ...adminRoutes(workstation), ...adminDeskRoutes(workstation) },
    sync: {
      status: os.sync.status.handler(() => syncStatus(db, workstation)),
      caseCount: os.sync.caseCount.handler(() => countCases(db)),
      now: os.sync.now.handler(() => {
        workstation.hurrySync();
        return DONE;
      }),
      settle: os.sync.settle.handler(({ input }) => {
        const reply = settleAttention(workstation, input);
        if (reply.ok) caseChanged(reply.caseId);
        return reply;
      }),
      diagnostics: os.sync.diagnostics.handler(() => ({ text: diagnosticsText(db, workstation) })),
    },
    presence: {
      look: os.presence.look.handler(({ input }) => {
        workstation.presence?.look(input.caseId);
        return DONE;
      }),
      colleagues: os.presence.colleagues.handler(() => workstation.presence?.colleagues() ?? []),
    },
    office: officeRoutes(workstation),
    practice: practiceRoutes(workstation),
    reports: reportsRoutes(workstation),
    gazetteer: gazetteerRoutes(workstation),
    scans: scanRoutes(workstation, caseChanged),
    knowledge: knowledgeRoutes(workstation),
    letters: lettersRoutes(workstation),
    community: communityRoutes(workstation),
    changes: os.changes.handler(({ signal }) => changes.subscribe(signal)),
  });
}
