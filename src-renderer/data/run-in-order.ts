import type { CaseCommandInput, RunReply } from '../../src-shared/protocol/data-rpc/command-input.ts';
import { commands } from './run-command.ts';

/** Several commands, each once the one before is done; answers with the first refusal, else with the last one's answer. */
export async function runInOrder([first, ...rest]: readonly [CaseCommandInput, ...CaseCommandInput[]]): Promise<RunReply> {
  let reply = await commands.run(first);
  for (const next of rest) {
    if (!reply.ok) return reply;
    reply = await commands.run(next);
  }
  return reply;
}
