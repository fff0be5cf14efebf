import { z } from 'zod';
import { INTERFACE_LANGUAGES } from '../../src-shared/language/language.ts';
import type { DesktopArgument, DesktopChannel } from '../../src-shared/protocol/desktop-api.ts';

const MAXIMUM_HTML_CHARACTERS = 5_000_000;
const MAXIMUM_TEXT_CHARACTERS = 50_000_000;
const MAXIMUM_PIECE_CHARACTERS = 5_000_000;

const Nothing = z.null();
const MenuWords = z.string().min(1).max(200);
const PageMenuItem = z.strictObject({ id: z.string().min(1).max(100), label: MenuWords, chord: z.string().min(1).max(40).nullable(), isEnabled: z.boolean() });
const PageMenu = z.strictObject({ title: MenuWords, items: z.array(PageMenuItem).max(100) });
const Html = z.string().min(1).max(MAXIMUM_HTML_CHARACTERS);
const Paper = z.enum(['80mm', 'letter', 'a4']);
const DeviceName = z.string().min(1).max(200);
/** As it stands in a sentence and in a window's title: no markup, no line breaks. */
const Title = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} .,’'()-]{0,119}$/u, 'A title is a few plain words');
const aDocument = { html: Html, paper: z.enum(['letter', 'a4']), title: Title, pageFooter: z.string().min(1).max(200).nullable(), isLandscape: z.boolean().optional() };
/** Without anything that could lead out of a folder. */
const FileName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,119}$/u, 'A file name has letters, digits, spaces, dots and dashes');

const TextExtension = z.enum(['csv', 'json', 'txt']);

/** What main accepts as the argument of each call. The type makes a missing or a different schema a compile error. */
export const desktopArguments: { readonly [C in DesktopChannel]: z.ZodType<DesktopArgument<C>> } = {
  'data.requestPort': Nothing,
  'events.subscribe': Nothing,
  'logs.openFolder': Nothing,
  'logs.export': Nothing,
  'files.openCopy': z.strictObject({ path: z.string().min(1).max(1_000) }),
  'files.chooseFolder': z.strictObject({ title: Title, startAt: z.string().min(1).max(1_000).nullable() }),
  'app.quit': Nothing,
  'practice.start': Nothing,
  'app.setBusy': z.strictObject({ reasons: z.array(z.string().min(1).max(200)).max(20) }),
  'appearance.setTheme': z.strictObject({ theme: z.enum(['system', 'light', 'dark']) }),
  'appearance.setLanguage': z.strictObject({ language: z.enum(INTERFACE_LANGUAGES) }),
  'update.check': Nothing,
  'update.install': Nothing,
  'receipt.toPdf': z.strictObject({ html: Html, paper: Paper, suggestedName: FileName }),
  'receipt.printSystem': z.strictObject({ html: Html, paper: Paper, deviceName: DeviceName }),
  'document.toPdf': z.strictObject({ ...aDocument, suggestedName: FileName }),
  'document.print': z.strictObject({ ...aDocument, deviceName: DeviceName }),
  'document.saveText': z.strictObject({ text: z.string().max(MAXIMUM_TEXT_CHARACTERS), title: Title, suggestedName: FileName, extension: TextExtension }),
  'file.begin': z.strictObject({ title: Title, suggestedName: FileName, extension: TextExtension }),
  'file.append': z.strictObject({ id: z.int(), text: z.string().max(MAXIMUM_PIECE_CHARACTERS) }),
  'file.finish': z.strictObject({ id: z.int() }),
  'file.abandon': z.strictObject({ id: z.int() }),
  'menu.set': z.strictObject({ menus: z.array(PageMenu).max(20) }),
  'printers.list': Nothing,
};
