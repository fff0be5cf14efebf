import type { CaseCommandInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { dataErrorSentence } from './data-error.ts';
import { newCommandId } from './new-id.ts';
import { commands } from './run-command.ts';

type WithoutIds<Input> = Input extends unknown ? Omit<Input, 'commandId' | 'caseId'> : never;
/** A command without its ids. */
export type CommandBody = WithoutIds<CaseCommandInput>;

export interface Refused<Row> {
  readonly row: Row;
  /** Why, and what to do next. */
  readonly sentence: string;
  /** How many of its commands were carried out before the one that was refused. */
  readonly doneBefore: number;
}

export interface EachResult<Row> {
  readonly done: readonly Row[];
  readonly refused: readonly Refused<Row>[];
}

/**
 * One command for each case, or several in their order, until one is refused: what is refused for one case says nothing about the
 * others. `idOf`: the same id for the same case when its command is tried once more, so that none has two effects. Never rejects: a data
 * process that is gone is a refusal too.
 */
export async function runForEach<Row extends { readonly caseId: CaseId }>(
  rows: readonly Row[],
  toBodies: (row: Row) => CommandBody | readonly CommandBody[],
  idOf: (row: Row) => CommandId = newCommandId,
): Promise<EachResult<Row>> {
  const problems = await Promise.all(rows.map((row) => runInTurn(row.caseId, [toBodies(row)].flat(), idOf(row))));
  const refused = rows.flatMap((row, index) => {
    const problem = problems[index] ?? null;
    return problem === null ? [] : [{ row, ...problem }];
  });
  return { done: rows.filter((_row, index) => problems[index] === null), refused };
}

/** Null: all of them are done. */
async function runInTurn(caseId: CaseId, bodies: readonly CommandBody[], firstId: CommandId): Promise<Omit<Refused<never>, 'row'> | null> {
  for (const [at, body] of bodies.entries()) {
    const sentence = await runOne({ ...body, commandId: at === 0 ? firstId : newCommandId(), caseId });
    if (sentence !== null) return { sentence, doneBefore: at };
  }
  return null;
}

/** Null: it is done. */
async function runOne(input: CaseCommandInput): Promise<string | null> {
  try {
    const reply = await commands.run(input);
    return reply.ok ? null : reply.sentence;
  } catch (error) {
    return dataErrorSentence(error);
  }
}
