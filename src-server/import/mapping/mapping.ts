/**
 * A mapping: the data file that says how one city's CSV becomes cases. Every key is explained, with examples, in
 * resources/import-mappings/README.md; a new city's file needs a new mapping and no code.
 */
import { z } from 'zod';
import { LocalText } from '../../../src-shared/catalogue/local-text.ts';
import { CaseKind, CaseState, Channel, ContactPreference, Language, Nature } from '../../../src-shared/domain/case.ts';
import { Code, StaffId } from '../../../src-shared/util/ids.ts';
import { DELIMITERS } from '../file/delimiter.ts';
import { ENCODINGS } from '../file/text-encoding.ts';

export const MAPPING_VERSION = 1;

const ColumnName = z.string().min(1);
const Columns = z.array(ColumnName).min(1);

/** The text of one or more columns, joined; a value listed under `ignore` counts as nothing. */
const TextFrom = z.strictObject({ columns: Columns, separator: z.string().default(' '), ignore: z.array(z.string()).default([]) });
export type TextFrom = z.infer<typeof TextFrom>;

/** Whether a text fits, without regard to capital letters, accents and punctuation. */
const ruleTo = <To extends z.ZodType>(to: To) =>
  z
    .strictObject({ startsWith: z.string().min(1).optional(), contains: z.string().min(1).optional(), to })
    .refine((rule) => (rule.startsWith === undefined) !== (rule.contains === undefined), 'A rule has either startsWith or contains');
export interface Rule<To> {
  readonly startsWith?: string | undefined;
  readonly contains?: string | undefined;
  readonly to: To;
}

/** One of the product's own words, chosen by the text of columns: exact values first, then rules in order, then `otherwise`. */
const choiceOf = <To extends z.ZodType>(to: To) =>
  TextFrom.extend({
    values: z.record(z.string(), to).default({}),
    rules: z.array(ruleTo(to)).default([]),
    otherwise: to.nullable().default(null),
  });
export interface Choice<To> extends TextFrom {
  readonly values: Readonly<Record<string, To>>;
  readonly rules: readonly Rule<To>[];
  readonly otherwise: To | null;
}

const Formats = z.array(z.string().min(1)).min(1);
const CodePrefix = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,15}$/, 'A code prefix has up to 16 letters, digits, dots or dashes');
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time of day looks like 17:00');

const NewServices = z.strictObject({
  codePrefix: CodePrefix,
  serviceGroup: TextFrom.nullable().default(null),
  /** Null: the city's first time rule. */
  policyCode: Code.nullable().default(null),
  kind: CaseKind.default('serviceRequest'),
  nature: Nature.default('action'),
  isActive: z.boolean().default(false),
});

const MappingShape = z.strictObject({
  portreeveMapping: z.literal(MAPPING_VERSION),
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'A mapping’s name has small letters, digits and dashes'),
  title: z.string().min(1),
  notes: z.array(z.string()).default([]),
  /** Kept with every case; with the case's own id it says whether the case is here already. */
  system: z.string().trim().min(1).max(100),
  file: z
    .strictObject({ encoding: z.enum(ENCODINGS).nullable().default(null), delimiter: z.enum(DELIMITERS).nullable().default(null) })
    .default({ encoding: null, delimiter: null }),
  timeZone: z.strictObject({ name: z.string().min(1), trustsOffsets: z.boolean().default(true) }),
  sourceId: z.union([z.strictObject({ columns: Columns }), z.strictObject({ fromWholeRow: z.literal(true) })]),
  receivedAt: z.strictObject({ columns: Columns, formats: Formats, timeOfDay: TimeOfDay.default('00:00') }),
  closedAt: z
    .strictObject({
      columns: Columns,
      formats: Formats,
      timeOfDay: TimeOfDay.default('17:00'),
      /** Column with the days a case was open, used where the closing date is missing. */
      daysOpen: ColumnName.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** Null: closed when there is a closing date, else new. */
  state: choiceOf(CaseState).nullable().default(null),
  holdReasonCode: Code.nullable().default(null),
  channel: choiceOf(Channel).nullable().default(null),
  channelWhenUnknown: Channel.default('web'),
  kind: choiceOf(CaseKind).nullable().default(null),
  service: choiceOf(Code).extend({ create: NewServices.nullable().default(null) }),
  department: choiceOf(Code)
    .extend({
      /** May be empty when the file names no departments: then all are the one of `create.nameWithoutText`. */
      columns: z.array(ColumnName),
      /** Names of the departments to make, by the text of the columns; without a rule the text itself is the name. */
      names: z.array(ruleTo(z.string().min(1))).default([]),
      create: z
        .strictObject({ codePrefix: CodePrefix, nameWithoutText: z.string().min(1).max(200).default('No department named') })
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  assignee: choiceOf(StaffId).nullable().default(null),
  location: z
    .strictObject({
      text: TextFrom.nullable().default(null),
      latitude: ColumnName.nullable().default(null),
      longitude: ColumnName.nullable().default(null),
      /** One column with both, such as `(37.7, -122.4)`. */
      point: ColumnName.nullable().default(null),
      /** Points the old system wrote where it knew none, as [latitude, longitude]. 0,0 is always one of them. */
      notAPlace: z.array(z.tuple([z.number(), z.number()])).default([]),
    })
    .nullable()
    .default(null),
  description: TextFrom.nullable().default(null),
  requester: z
    .strictObject({
      name: TextFrom.nullable().default(null),
      phone: TextFrom.nullable().default(null),
      email: TextFrom.nullable().default(null),
      address: TextFrom.nullable().default(null),
      language: Language.default('en'),
      preference: ContactPreference.default('none'),
    })
    .nullable()
    .default(null),
  /** What the old system said of the case: the closing note of a closed one, a note on an open one. */
  statusNote: TextFrom.nullable().default(null),
  closing: z.strictObject({
    withoutNote: z.string().min(1),
    outcome: choiceOf(Code).extend({ columns: z.array(ColumnName).default([]), otherwise: Code }),
    /** Outcomes to add to the city's list when it does not have them. */
    create: z.array(z.strictObject({ code: Code, label: LocalText })).default([]),
  }),
  /** Columns written, with their label, into a note on the case, so that nothing is lost. They may be missing from the file. */
  keep: z.array(z.strictObject({ column: ColumnName, label: z.string().min(1) })).default([]),
});

export const Mapping = MappingShape.refine(
  ({ service, department }) => service.create === null || (department !== null && (department.create !== null || department.otherwise !== null)),
  { path: ['department'], message: 'New services need a department: give department.create or department.otherwise' },
).refine(({ state, holdReasonCode }) => holdReasonCode !== null || !statesOf(state).includes('onHold'), {
  path: ['holdReasonCode'],
  message: 'A state that means onHold needs the reason why: give holdReasonCode',
});
export type Mapping = z.infer<typeof Mapping>;
/** As it is written in a file: what has a default may be left out. */
export type MappingFile = z.input<typeof Mapping>;

function statesOf(state: Choice<CaseState> | null): readonly (CaseState | null)[] {
  return state === null ? [] : [...Object.values(state.values), ...state.rules.map((rule) => rule.to), state.otherwise];
}
