import type { AddCoReporterInput, CaseCommandInput, MergeCasesInput, NumberIssuedReply, OpenCaseInput, RunReply, UnmergeCasesInput } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { data } from './data-client.ts';
import { untilAnswered } from './until-answered.ts';

export const commands = {
  run: (input: CaseCommandInput): Promise<RunReply> => untilAnswered(() => data.cases.run(input)),
  merge: (input: MergeCasesInput): Promise<RunReply> => untilAnswered(() => data.cases.merge(input)),
  unmerge: (input: UnmergeCasesInput): Promise<RunReply> => untilAnswered(() => data.cases.unmerge(input)),
  openCase: (input: OpenCaseInput): Promise<NumberIssuedReply> => untilAnswered(() => data.intake.openCase(input)),
  addCoReporter: (input: AddCoReporterInput): Promise<NumberIssuedReply> => untilAnswered(() => data.intake.addCoReporter(input)),
};
