import type { AddCoReporterInput, CaseCommandInput, MergeCasesInput, NumberIssuedReply, OpenCaseInput, RunReply, UnmergeCasesInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { data } from './data-client.ts';
import { isWorthRetrying } from './data-error.ts';

const MOST_TRIES = 4;
const RETRY_AFTER_MS = 300;

/**
 * Sends a command until it has an answer or cannot have one.
 *
 * When the data process ends in the middle, nobody knows whether the command is on disk: it is sent again with the same `commandId`,
 * which has one effect however often it arrives. Rejects with `DataError`.
 */
async function untilAnswered<Reply>(send: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (tries >= MOST_TRIES || !isWorthRetrying(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

export const commands = {
  run: (input: CaseCommandInput): Promise<RunReply> => untilAnswered(() => data.cases.run(input)),
  merge: (input: MergeCasesInput): Promise<RunReply> => untilAnswered(() => data.cases.merge(input)),
  unmerge: (input: UnmergeCasesInput): Promise<RunReply> => untilAnswered(() => data.cases.unmerge(input)),
  openCase: (input: OpenCaseInput): Promise<NumberIssuedReply> => untilAnswered(() => data.intake.openCase(input)),
  addCoReporter: (input: AddCoReporterInput): Promise<NumberIssuedReply> => untilAnswered(() => data.intake.addCoReporter(input)),
};
