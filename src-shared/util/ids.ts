import { z } from 'zod';
import { t } from '../language/language.ts';

/** One case, for ever. Made where the case is taken (a random UUID), never by the server. */
export const CaseId = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

/** One command, for ever: a retry carries the same id and has no second effect. */
export const CommandId = z.uuid().brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** The id a member of staff signs in with, such as `a.rivera`. */
export const StaffId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: () => t`A staff ID has letters, digits, dots or dashes` })
  .brand<'StaffId'>();
export type StaffId = z.infer<typeof StaffId>;

/** One enrolment of one workstation. Never reused: a reinstall or a cloned disk becomes a new station. */
export const StationId = z.string().regex(/^st-[0-9a-f]{12}$/).brand<'StationId'>();
export type StationId = z.infer<typeof StationId>;

/** Short upper-case code of a department, service, agency … as the catalogue names it. */
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: () => t`A code has letters, digits, dots or dashes` });
export type Code = z.infer<typeof Code>;
