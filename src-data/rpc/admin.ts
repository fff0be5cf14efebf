/** Changes of the catalogue as the administration screens give them: looked at first, then published. */
import type { z } from 'zod';
import type { EntryProblem } from '../../src-shared/catalogue/catalogue-change.ts';
import { SECTIONS } from '../../src-shared/catalogue/sections.ts';
import type { ChangeSetInput, PreviewReply, PublishInput } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import type { OfficeRefusedReply, OfficeRunReply } from '../../src-shared/protocol/data-rpc/office-views.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { previewChange } from '../admin/preview-change.ts';
import { withSeen } from '../admin/change-set.ts';
import { judgeOfficeCommand, type OfficeCommandRequest } from '../office/run-office-command.ts';
import { type GivingDesk, whoAndWhat } from './commands.ts';
import { giveOffice, notNow, refusedOffice } from './office.ts';

/** For commands that are only judged, never kept. */
const NO_COMMAND = CommandId.parse('00000000-0000-4000-8000-000000000000');

/** The next version of the catalogue, as soon as the server has it; until then it waits (`office.waiting`). */
export function publishChange(desk: GivingDesk, { commandId, ...input }: z.output<typeof PublishInput>): OfficeRunReply {
  const around = whoAndWhat(desk);
  if ('reason' in around) return notNow(around);
  return giveOffice(desk, requestOf(desk, commandId, input, around.catalogue));
}

/** What the change would mean here, or why it could not be published. */
export async function previewOfChange(desk: GivingDesk, input: z.output<typeof ChangeSetInput>): Promise<PreviewReply> {
  const around = whoAndWhat(desk);
  if ('reason' in around) return { ...notNow(around), problems: [] };
  const request = requestOf(desk, NO_COMMAND, { ...input, note: '' }, around.catalogue);
  const judged = judgeOfficeCommand(desk.db, request, { ...around, now: desk.now });
  if (!judged.ok) return withProblems(refusedOffice(judged, around.catalogue));
  const { command, before, catalogue: after } = judged;
  if (after === null || command.type !== 'office.changeCatalogue') throw new Error('A change of the catalogue was judged as something else');
  return { ok: true, preview: await previewChange(desk.db, { before, after, changes: command.args, asOf: desk.now() }) };
}

type Wished = Omit<z.output<typeof PublishInput>, 'commandId'>;

function requestOf(desk: GivingDesk, commandId: CommandId, { note, ...input }: Wished, catalogue: Parameters<typeof withSeen>[2]): OfficeCommandRequest {
  const { basedOnVersion } = input;
  return { commandId, type: 'office.changeCatalogue', args: { basedOnVersion, note, ...withSeen(desk.db, input, catalogue) } };
}

function withProblems(refused: OfficeRefusedReply): PreviewReply {
  const given: readonly unknown[] = Array.isArray(refused.details['problems']) ? refused.details['problems'] : [];
  return { ...refused, problems: given.filter(isProblem) };
}

function isProblem(value: unknown): value is EntryProblem {
  return typeof value === 'object' && value !== null && 'sentence' in value && 'section' in value && SECTIONS.some((section) => section === value.section);
}
