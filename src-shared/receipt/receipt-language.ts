import { z } from 'zod';

/** Languages a receipt can be printed in. */
export const RECEIPT_LANGUAGES = ['en', 'es'] as const;
export const ReceiptLanguage = z.enum(RECEIPT_LANGUAGES);
export type ReceiptLanguage = z.infer<typeof ReceiptLanguage>;
