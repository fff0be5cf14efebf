import { z } from 'zod';

/** Text a citizen may read, in each language the city serves. English is always there. */
export const LocalText = z.object({ en: z.string().min(1), es: z.string().min(1).optional() });
export type LocalText = z.infer<typeof LocalText>;
