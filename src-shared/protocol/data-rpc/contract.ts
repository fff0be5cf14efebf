/**
 * Everything a window may ask of the data process. Inputs are parsed by these schemas at the data process's edge; outputs are
 * typed only, both sides being one build. Never SQL, never an open-ended method name.
 */
import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { DueDates } from '../../clock/explain-due.ts';
import type { SurveyList } from '../../survey/survey-list.ts';
import type { ReceiptData } from '../../receipt/receipt-data.ts';
import { Language } from '../../domain/case.ts';
import { CaseId } from '../../util/ids.ts';
import { UtcMs } from '../../util/time.ts';
import { TrackingNumber } from '../../tracking-number/tracking-number.ts';
import {
  type CallerMatch,
  type CaseCount,
  type CaseRow,
  type CaseView,
  type GroupCount,
  type OlderPage,
  OlderPageRequest,
  type HeardWeights,
  QueueGrouping,
  type QueuePage,
  QueuePageRequest,
  QueueQuestion,
  type QueueView,
  type SimilarCase,
  type WhyEmpty,
} from './case-views.ts';
import {
  AddCoReporterInput,
  CaseCommandInput,
  MergeCasesInput,
  type NumberIssuedReply,
  OpenCaseInput,
  type RunReply,
  UnmergeCasesInput,
} from './command-input.ts';
import {
  AttachFileInput,
  BeginFileInput,
  type BeginFileReply,
  FileName,
  FileOfCase,
  type FilePiece,
  FilePieceInput,
  type FilePieceReply,
  type FileRefused,
  type FileView,
  KeepThumbnailInput,
  type OpenCopyReply,
  ReadFileInput,
} from './file-views.ts';
import { adminDeskContract } from './admin-desk-contract.ts';
import { type BulkCase, BulkQuestion } from './bulk-views.ts';
import { communityContract } from './community-contract.ts';
import { type FormCheck, PrintFormsInput, type PrintFormsReply, PrintSlipsInput, type PrintSlipsReply } from './form-views.ts';
import { gazetteerContract } from './gazetteer-contract.ts';
import { knowledgeContract } from './knowledge-contract.ts';
import { lettersContract } from './letters-contract.ts';
import { type PlaceMatch, type PlaceMention, MapQuestion, type MapView } from './place-views.ts';
import { practiceContract } from './practice-contract.ts';
import { reportsContract } from './reports-contract.ts';
import { scanContract } from './scan-contract.ts';
import { type PublicHoliday, PublicHolidaysRequest } from './public-holidays.ts';
import { type BoardCounts, type BoardPage, BoardPageRequest, BoardQuestion } from './overdue-views.ts';
import { adminContract, officeContract } from './office-contract.ts';
import {
  type DataChange,
  type DraftRow,
  PrinterSettings,
  type PrinterStatusView,
  type PresentColleague,
  type PrintJobRow,
  SaveDraftInput,
  type SessionInfo,
  SettleInput,
  type SettleReply,
  type SignInReply,
  type StationInfo,
  type SyncStatus,
} from './workstation-views.ts';

const searchText = z.object({ text: z.string().max(300), limit: z.int().min(1).max(50).default(8) });

export const dataContract = {
  station: { info: oc.output(type<StationInfo>()) },
  session: {
    current: oc.output(type<SessionInfo>()),
    signIn: oc.input(z.object({ staffId: z.string().max(64), password: z.string().max(1_000) })).output(type<SignInReply>()),
    signOut: oc.output(type<SessionInfo>()),
  },
  catalogue: { get: oc.output(type<Catalogue | null>()) },
  intake: {
    openCase: oc.input(OpenCaseInput).output(type<NumberIssuedReply>()),
    addCoReporter: oc.input(AddCoReporterInput).output(type<NumberIssuedReply>()),
    /** Best first: by four or more digits of a phone number, by name (also as it sounds), e-mail or street. */
    findCallers: oc.input(searchText).output(type<readonly CallerMatch[]>()),
    /** Cases of one caller as `findCallers` keyed them, newest first. */
    callerCases: oc.input(z.object({ key: z.string().max(600) })).output(type<readonly CaseRow[]>()),
    similarCases: oc
      .input(
        z.object({
          serviceCode: z.string().max(64).nullable(),
          locationText: z.string().max(500),
          point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
          description: z.string().max(10_000),
        }),
      )
      .output(type<readonly SimilarCase[]>()),
    /** What callers of this city call things, learned from its cases (docs/service-search.md). */
    heard: oc.output(type<HeardWeights>()),
    /** Best first: addresses, crossings, blocks, streets and landmarks of the city, then places used before. */
    findPlaces: oc.input(searchText).output(type<readonly PlaceMatch[]>()),
    /** Places of the city inside a sentence, in its order, none overlapping. */
    placesIn: oc.input(z.object({ text: z.string().max(1_000) })).output(type<readonly PlaceMention[]>()),
    /** What stands around a point, for the small map. */
    mapAround: oc.input(MapQuestion).output(type<MapView>()),
    listDrafts: oc.output(type<readonly DraftRow[]>()),
    saveDraft: oc.input(SaveDraftInput).output(type<{ readonly ok: true }>()),
    discardDraft: oc.input(z.object({ draftId: z.uuid() })).output(type<{ readonly ok: true }>()),
  },
  cases: {
    page: oc.input(QueuePageRequest).output(type<QueuePage>()),
    count: oc.input(QueueQuestion).output(type<CaseCount>()),
    /** Of each view, for whoever is signed in. */
    viewCounts: oc.output(type<Readonly<Record<QueueView, CaseCount>>>()),
    /** Groups that have cases, in the order they stand in. */
    groups: oc.input(QueueQuestion.extend({ groupBy: QueueGrouping })).output(type<readonly GroupCount[]>()),
    whyEmpty: oc.input(QueueQuestion).output(type<WhyEmpty>()),
    /** What the server has beyond what this workstation holds; asks it, so it may take a while. */
    older: oc.input(OlderPageRequest).output(type<OlderPage>()),
    get: oc.input(z.object({ caseId: CaseId })).output(type<CaseView | null>()),
    /** The case a number was given out for, also when the number is a co-reporter's. */
    byNumber: oc.input(z.object({ trackingNumber: TrackingNumber })).output(type<CaseView | null>()),
    run: oc.input(CaseCommandInput).output(type<RunReply>()),
    /** What a command for many cases has to know of each before it is given; those that are not here are left out. */
    beforeBulk: oc.input(BulkQuestion).output(type<readonly BulkCase[]>()),
    /** Open cases that may be the same thing as this one, best first; without those it is tied to already. */
    similar: oc.input(z.object({ caseId: CaseId })).output(type<readonly SimilarCase[]>()),
    /** This case becomes part of another one; both are told of it, or neither. */
    merge: oc.input(MergeCasesInput).output(type<RunReply>()),
    unmerge: oc.input(UnmergeCasesInput).output(type<RunReply>()),
    /** The dates of a case as they stood at a past moment, with what was known then; a later moment counts as now. Null: not here. */
    explainDue: oc.input(z.object({ caseId: CaseId, asOf: UtcMs })).output(type<DueDates | null>()),
  },
  overdue: {
    page: oc.input(BoardPageRequest).output(type<BoardPage>()),
    counts: oc.input(BoardQuestion).output(type<BoardCounts>()),
  },
  /** The answers of citizens since the last working day, worst first (SU-3). Null: no catalogue has come yet. */
  survey: { list: oc.output(type<SurveyList | null>()) },
  files: {
    /** A file is given in pieces, then attached; it is judged by its bytes when it is whole. */
    begin: oc.input(BeginFileInput).output(type<BeginFileReply>()),
    piece: oc.input(FilePieceInput).output(type<FilePieceReply>()),
    /** Null: nothing is known of the upload; begin again, with the same command id. */
    attach: oc.input(AttachFileInput).output(type<RunReply | FileRefused | null>()),
    /** Where each file of a case stands, in the order of the case. */
    ofCase: oc.input(z.object({ caseId: CaseId })).output(type<readonly FileView[]>()),
    /** Null: not here, or nothing anybody may see. */
    read: oc.input(ReadFileInput).output(type<FilePiece | null>()),
    fetch: oc.input(FileOfCase).output(type<{ readonly ok: true } | FileRefused>()),
    thumbnail: oc.input(FileName).output(type<{ readonly bytesBase64: string } | null>()),
    keepThumbnail: oc.input(KeepThumbnailInput).output(type<{ readonly ok: true }>()),
    openCopy: oc.input(FileOfCase).output(type<OpenCopyReply>()),
  },
  /** Numbered paper forms (docs/decisions/0021-outage-forms.md). */
  forms: {
    /** Takes numbers for paper, for ever; the sheets are laid out in the window. */
    print: oc.input(PrintFormsInput).output(type<PrintFormsReply>()),
    /** Forms that have their numbers, on the receipt printer. */
    printSlips: oc.input(PrintSlipsInput).output(type<PrintSlipsReply>()),
    check: oc.input(z.object({ number: TrackingNumber })).output(type<FormCheck>()),
  },
  receipts: {
    /** All that stands on the receipt of one number; `language` null means the citizen's own. Null: no such number here. */
    data: oc
      .input(z.object({ trackingNumber: TrackingNumber, language: Language.nullable() }))
      .output(type<ReceiptData | null>()),
    /** Puts one copy into the spool. A second copy of the same number is marked as a reprint. */
    print: oc
      .input(z.object({ trackingNumber: TrackingNumber, language: Language.nullable() }))
      .output(type<{ readonly ok: true; readonly jobId: string } | { readonly ok: false; readonly sentence: string }>()),
    jobs: oc.output(type<readonly PrintJobRow[]>()),
    /** For a job that needs a look: print it again after all, or leave it. */
    settleJob: oc
      .input(z.object({ jobId: z.string().max(64), action: z.enum(['printAgain', 'leave']) }))
      .output(type<{ readonly ok: true }>()),
    /** Asks the printer, as it is set up, how it is. */
    printerStatus: oc.output(type<PrinterStatusView>()),
    /** Prints a test page with these settings, saved or not. */
    printTest: oc.input(PrinterSettings).output(type<{ readonly ok: boolean; readonly sentence: string }>()),
    /** Queues of the computer's own print service; null: it has none, or it does not answer. */
    systemQueues: oc.output(type<readonly { readonly name: string; readonly description: string }[] | null>()),
    settings: oc.output(type<PrinterSettings>()),
    saveSettings: oc.input(PrinterSettings).output(type<{ readonly ok: true }>()),
  },
  admin: {
    /** A proposal for a business calendar. */
    publicHolidays: oc.input(PublicHolidaysRequest).output(type<readonly PublicHoliday[]>()),
    ...adminContract,
    ...adminDeskContract,
  },
  sync: {
    status: oc.output(type<SyncStatus>()),
    /** How many cases are on this workstation: a look at each, so only for who wants to know. */
    caseCount: oc.output(type<number>()),
    now: oc.output(type<{ readonly ok: true }>()),
    settle: oc.input(SettleInput).output(type<SettleReply>()),
    /** Counts, states and versions for IT, as text; holds nothing a citizen said and no names. */
    diagnostics: oc.output(type<{ readonly text: string }>()),
  },
  presence: {
    /** This window shows a case, or none any more (null). */
    look: oc.input(z.object({ caseId: CaseId.nullable() })).output(type<{ readonly ok: true }>()),
    /** Colleagues at other workstations who have a case open now; empty while the server is out of reach. */
    colleagues: oc.output(type<readonly PresentColleague[]>()),
  },
  gazetteer: gazetteerContract,
  scans: scanContract,
  office: officeContract,
  practice: practiceContract,
  reports: reportsContract,
  knowledge: knowledgeContract,
  letters: lettersContract,
  community: communityContract,
  /** Runs for as long as the window lives. */
  changes: oc.output(eventIterator(type<DataChange>())),
};
export type DataContract = typeof dataContract;
