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
}

export interface EachResult<Row> {
  readonly done: readonly Row[];
  readonly refused: readonly Refused<Row>[];
}

/**
 * One command for each case: what is refused for one says nothing about the others. `idOf`: the same id for the same case when it
 * is tried once more, so that none has two effects. Never rejects: a data process that is gone is a refusal too.
 */
export async function runForEach<Row extends { readonly caseId: CaseId }>(rows: readonly Row[], toBody: (row: Row) => CommandBody, idOf: (row: Row) => CommandId = newCommandId): Promise<EachResult<Row>> {
  const sentences = await Promise.all(rows.map((row) => runOne({ ...toBody(row), commandId: idOf(row), caseId: row.caseId })));
  const refused = rows.flatMap((row, index) => {
    const sentence = sentences[index] ?? null;
    return sentence === null ? [] : [{ row, sentence }];
  });
  return { done: rows.filter((_row, index) => sentences[index] === null), refused };
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
