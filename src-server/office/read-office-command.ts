import { z } from 'zod';
import { OFFICE_COMMAND_VERSIONS, OfficeCommand } from '../../src-shared/office/commands/index.ts';
import type { OfficeRequest } from '../../src-shared/protocol/office.ts';
import { cleanText } from '../../src-shared/util/text.ts';
import { firstProblem } from '../http/parse.ts';

/** A command after parsing; one that cannot be read is a value, and is refused. */
export type ReadOfficeCommand =
  | { readonly kind: 'readable'; readonly uid: string; readonly command: OfficeCommand }
  | { readonly kind: 'unreadable'; readonly uid: string; readonly reason: 'invalidCommand' | 'unsupportedCommand'; readonly problem: string };

const Label = z.looseObject({ type: z.string(), v: z.int() });

export function readOfficeCommand(raw: OfficeRequest['commands'][number], station: string): ReadOfficeCommand {
  const { uid } = raw;
  const unreadable = (reason: 'invalidCommand' | 'unsupportedCommand', problem: string): ReadOfficeCommand => ({ kind: 'unreadable', uid, reason, problem: cleanText(problem).slice(0, 300) });
  if (isUnsupported(raw)) return unreadable('unsupportedCommand', 'this server does not know the command; it may be older than the workstation');
  const parsed = OfficeCommand.safeParse(raw);
  if (!parsed.success) return unreadable('invalidCommand', firstProblem(parsed.error));
  if (parsed.data.station !== station) return unreadable('invalidCommand', 'the command names another workstation');
  return { kind: 'readable', uid, command: parsed.data };
}

function isUnsupported(raw: unknown): boolean {
  const label = Label.safeParse(raw);
  if (!label.success) return false;
  const newest = OFFICE_COMMAND_VERSIONS.get(label.data.type);
  return newest === undefined || label.data.v > newest;
}
