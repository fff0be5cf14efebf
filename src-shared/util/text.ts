import { z } from 'zod';
import { t } from '../language/language.ts';

/** What no door lets through: NUL and other control characters (tab and newline stay) and halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();
}

/** Text of up to `max` characters, cleaned; may be empty. */
export function freeText(max: number): z.ZodString {
  return z.string().overwrite(cleanText).max(max, { error: () => t`At most ${max} characters` });
}

/** Text that must say something. The message is made when it is needed, in the language spoken then. */
export function requiredText(max: number, message: () => string): z.ZodString {
  return z.string().overwrite(cleanText).min(1, { error: message }).max(max, { error: () => t`At most ${max} characters` });
}
