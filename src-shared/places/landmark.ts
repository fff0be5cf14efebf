import { z } from 'zod';
import { t } from '../language/language.ts';
import { Code } from '../util/ids.ts';
import { freeText, requiredText } from '../util/text.ts';

/** A place that people name instead of an address, as the administrator keeps it: `City Library`, also called `library`. */
export const Landmark = z.object({
  code: Code,
  name: requiredText(200, () => t`Give the landmark’s name`),
  otherNames: z.array(z.string().min(1).max(200)),
  /** Empty when it has none. */
  address: freeText(300),
  /** WGS84 degrees, one point or none; none: where its address is, as far as the address list knows it. */
  position: z.array(z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })).max(1),
  isActive: z.boolean(),
});
export type Landmark = z.infer<typeof Landmark>;
