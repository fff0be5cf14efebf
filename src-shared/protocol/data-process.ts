/**
 * The messages between the main process and the data process (over `parentPort`).
 *
 * Main starts and stops the data process and hands it the windows' ports; cases never come this way. The order is fixed: `start`
 * is the first message; the data process answers `ready` or `failed`; `close` is the last message, answered by `closed`, after
 * which the data process ends by itself. Messages with an `id` are questions; the answer carries the same `id`.
 */
import { z } from 'zod';
import { t } from '../language/language.ts';

/** Which protection a secret has on disk. `plainText`: this system offers no keyring, only the file's permissions guard it. */
export const SecretProtection = z.enum(['keyring', 'plainText']);
export type SecretProtection = z.infer<typeof SecretProtection>;

/** Lower-case words joined by dashes, such as `refresh-token`. */
export const SecretName = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, { error: () => t`A secret name has lower-case letters, digits and dashes` });

const RequestId = z.number().int().nonnegative();

export const SecretReply = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('found'), value: z.string(), protection: SecretProtection }),
  z.strictObject({ outcome: z.literal('missing') }),
  z.strictObject({ outcome: z.literal('stored'), protection: SecretProtection }),
  /** `locked`: written with a keyring that does not open now. `damaged`: the file cannot be read. `notStored`: the disk refused. */
  z.strictObject({ outcome: z.literal('failed'), reason: z.enum(['locked', 'damaged', 'notStored']), message: z.string() }),
]);
export type SecretReply = z.infer<typeof SecretReply>;

/** Sent by main. `port` carries exactly one transferred port: one page's line to the data process. */
export const MainToData = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    /** Absolute path; exists and can be written. */
    dataDir: z.string().min(1),
    /** Null: none was given at this start; what was kept from an earlier one holds. */
    serverUrl: z.string().nullable(),
    stationName: z.string().min(1),
    /** One-time code, to be used once and forgotten. */
    enrolCode: z.string().nullable(),
    appVersion: z.string(),
    /** Made-up records in a file of another name; no server, no paper. */
    isPractice: z.boolean(),
  }),
  z.strictObject({ type: z.literal('port') }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('secret.result'), id: RequestId, reply: SecretReply }),
  /** How many drafts are open or parked with unsaved facts? An update must not interrupt them. */
  z.strictObject({ type: z.literal('drafts.count'), id: RequestId }),
  /** Write a verified copy of the records to `path` (does not exist yet). Asked only after `failed` with `canExportBackup`. */
  z.strictObject({ type: z.literal('backup.export'), id: RequestId, path: z.string().min(1) }),
]);
export type MainToData = z.infer<typeof MainToData>;

/** Sent by the data process. */
export const DataToMain = z.discriminatedUnion('type', [
  /** The records are open. `serverUrl`: the server this workstation belongs to, also when it was learnt at an earlier start. */
  z.strictObject({ type: z.literal('ready'), serverUrl: z.string().nullish() }),
  /** The records cannot be opened and another try would not help. `message` is shown as it is: what happened, what to do next. */
  z.strictObject({ type: z.literal('failed'), message: z.string(), canExportBackup: z.boolean() }),
  z.strictObject({ type: z.literal('closed') }),
  z.strictObject({ type: z.literal('secret.get'), id: RequestId, name: SecretName }),
  /** A null value removes the secret. */
  z.strictObject({ type: z.literal('secret.set'), id: RequestId, name: SecretName, value: z.string().nullable() }),
  z.strictObject({ type: z.literal('drafts.result'), id: RequestId, open: z.number().int().nonnegative() }),
  /** A null message: the copy was written. Else what went wrong and what to do next. */
  z.strictObject({ type: z.literal('backup.result'), id: RequestId, message: z.string().nullable() }),
]);
export type DataToMain = z.infer<typeof DataToMain>;
