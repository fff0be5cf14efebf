import { z } from 'zod';
import { COMMAND_VERSIONS, UPCASTS } from './index.ts';

const Label = z.looseObject({ type: z.string(), v: z.int().min(1), args: z.record(z.string(), z.unknown()) });

/**
 * The command as the newest version of its type says it: one version after another, until it is today's.
 *
 * A released version never changes its meaning, so what a workstation wrote weeks ago, before an update of either side, is
 * still understood. Anything else (another type, a newer version, no command at all) comes back as it was; parsing it says why.
 */
export function upcast(raw: unknown): unknown {
  const label = Label.safeParse(raw);
  if (!label.success) return raw;
  let { v, args } = label.data;
  const steps = UPCASTS.get(label.data.type);
  const newest = COMMAND_VERSIONS.get(label.data.type) ?? v;
  if (v >= newest) return raw;
  for (; v < newest; v += 1) args = steps?.[v]?.(args) ?? args;
  return { ...label.data, v, args };
}
