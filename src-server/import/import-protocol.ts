/**
 * Messages between the import command and the server.
 *
 * `POST /import/v1/catalogue` adds what the file needs and the city does not have, as one new catalogue version;
 * `POST /import/v1/batches` brings in up to 500 cases, whole cases to a transaction and up to 200 commands in each: a request
 * that breaks off leaves whole cases behind, and sent again it goes on from there. Both want an administrator's token.
 */
import { z } from 'zod';
import { LocalText } from '../../src-shared/catalogue/local-text.ts';
import { AddNoteArgs } from '../../src-shared/commands/add-note.ts';
import { AddProgressNoteArgs } from '../../src-shared/commands/add-progress-note.ts';
import { CloseCaseArgs } from '../../src-shared/commands/close-case.ts';
import { HoldCaseArgs } from '../../src-shared/commands/hold-case.ts';
import { OpenCaseArgs } from '../../src-shared/commands/open-case.ts';
import { CaseKind, Nature, Source } from '../../src-shared/domain/case.ts';
import { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { Code } from '../../src-shared/util/ids.ts';
import { UtcMs } from '../../src-shared/util/time.ts';

export const MAX_BATCH_CASES = 500;
export const MAX_BATCH_BYTES = 4 * 1024 * 1024;

export const NewDepartment = z.object({ code: Code, name: z.string().min(1).max(200) });
export type NewDepartment = z.infer<typeof NewDepartment>;

export const NewService = z.object({
  code: Code,
  name: z.string().min(1).max(200),
  serviceGroup: z.string().min(1).max(200),
  departmentCode: Code,
  /** Null: the city's first time rule. */
  policyCode: Code.nullable(),
  kind: CaseKind,
  nature: Nature,
  /** Whether agents may choose it for new cases. */
  isActive: z.boolean(),
});
export type NewService = z.infer<typeof NewService>;

export const NewOutcome = z.object({ code: Code, label: LocalText });

/** Codes that are in the catalogue already are left as they are there. */
export const CatalogueAdditions = z.object({
  departments: z.array(NewDepartment).max(5_000),
  services: z.array(NewService).max(5_000),
  dispositions: z.array(NewOutcome).max(500),
});
export type CatalogueAdditions = z.infer<typeof CatalogueAdditions>;

export const CatalogueRequest = z.object({ additions: CatalogueAdditions, isDryRun: z.boolean() });
export type CatalogueRequest = z.infer<typeof CatalogueRequest>;

/** What was added (in a dry run: would be). `version` is the version the cases will be opened under. */
export const CatalogueReply = z.object({
  version: z.int(),
  addedDepartments: z.int(),
  addedServices: z.int(),
  addedDispositions: z.int(),
});
export type CatalogueReply = z.infer<typeof CatalogueReply>;

const later = <Type extends string, Args extends z.ZodType>(type: Type, args: Args) =>
  z.object({ type: z.literal(type), madeAt: UtcMs, args });

/** What happened to the case after it was opened; the moments are those of the old system. */
export const LaterCommand = z.discriminatedUnion('type', [
  later('case.addNote', AddNoteArgs),
  later('case.addProgressNote', AddProgressNoteArgs),
  later('case.hold', HoldCaseArgs),
  later('case.close', CloseCaseArgs),
]);
export type LaterCommand = z.infer<typeof LaterCommand>;

/**
 * One case of the old system. The server gives it its number and ids and makes a `case.open` of `opening`; where `kind` is
 * null the service says it, and `nature` and `isMajorRepair` always come from the service.
 */
export const ImportedCase = z.object({
  /** Line of the file, for the answer. */
  line: z.int().positive(),
  sourceId: Source.shape.id,
  flags: z.array(Code),
  opening: OpenCaseArgs.pick({
    channel: true,
    serviceCode: true,
    departmentCode: true,
    assigneeId: true,
    description: true,
    location: true,
    requester: true,
    receivedAt: true,
  }).extend({ kind: CaseKind.nullable() }),
  later: z.array(LaterCommand).max(50),
});
export type ImportedCase = z.infer<typeof ImportedCase>;

export const BatchRequest = z.object({
  system: Source.shape.system,
  cases: z.array(ImportedCase).min(1).max(MAX_BATCH_CASES),
  isDryRun: z.boolean(),
  /** In a dry run: what would have been added to the catalogue. */
  additions: CatalogueAdditions.nullable(),
});
export type BatchRequest = z.infer<typeof BatchRequest>;

/** What became of one case. `alreadyHere`: a case with this system and id came in before; nothing was changed. */
export const ImportedResult = z.discriminatedUnion('status', [
  z.object({ line: z.int(), status: z.literal('imported'), trackingNumber: TrackingNumber.nullable() }),
  z.object({ line: z.int(), status: z.literal('alreadyHere') }),
  z.object({ line: z.int(), status: z.literal('refused'), reason: z.string() }),
]);
export type ImportedResult = z.infer<typeof ImportedResult>;

/** One result for each case, in the order of the request. */
export const BatchReply = z.object({ results: z.array(ImportedResult) });
export type BatchReply = z.infer<typeof BatchReply>;
