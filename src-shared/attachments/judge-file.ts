/** Whether a file may be attached, and the sentence when not: asked at the workstation before anything else, and by the server of what it got. */
import { t } from '../language/language.ts';
import { fileSizeWords } from '../util/file-size.ts';
import { unreachable } from '../util/unreachable.ts';
import { kindOfFile } from './file-kind.ts';
import { FILE_KINDS, type FileKind, kindOfMediaType, type NotAllowed } from './kinds.ts';

export const MAX_ATTACHMENT_BYTES = 25_000_000;
export const MAX_FILES_PER_CASE = 100;

export const WHAT_CAN_BE_ATTACHED =
  t`Pictures (JPEG, PNG, WebP, GIF, HEIC, TIFF), PDF, text and CSV, Word, Excel, PowerPoint and OpenDocument files without macros, and e-mails can be attached.`;

export type FileJudgement =
  | { readonly ok: true; readonly kind: FileKind; readonly mediaType: string }
  /** `sentence` says what is wrong and what to do. */
  | { readonly ok: false; readonly sentence: string };

/** Names that a system would run or open as a web page, whatever is inside. */
const RUNNABLE = /\.(exe|com|scr|pif|cpl|dll|sys|msi|msp|msc|bat|cmd|ps1|psm1|vbs?|vbe|jse?|mjs|wsf?|wsh|hta|html?|xhtml|mht(ml)?|svgz?|xml|xsl|sh|bash|zsh|command|py|pyw|pl|rb|php|jar|class|reg|inf|url|lnk|desktop|scf|gadget|application|appref-ms|iso|img|vhdx?)$/i;

/** Judges the whole file by its bytes; of its name only that it is none a system would run. */
export function judgeFile(name: string, bytes: Uint8Array): FileJudgement {
  const tooLarge = sizeProblem(bytes.length);
  if (tooLarge !== null) return { ok: false, sentence: tooLarge };
  const found = kindOfFile(bytes);
  if (!found.ok) return { ok: false, sentence: notAllowedSentence(found.why) };
  if (found.kind === 'text' && RUNNABLE.test(name.trim())) return { ok: false, sentence: notAllowedSentence('script') };
  return { ok: true, kind: found.kind, mediaType: FILE_KINDS[found.kind].mediaType };
}

/** Null when a file of this size may be attached. */
export function sizeProblem(sizeBytes: number): string | null {
  if (sizeBytes === 0) return notAllowedSentence('empty');
  if (sizeBytes <= MAX_ATTACHMENT_BYTES) return null;
  return t`The file has ${fileSizeWords(sizeBytes)}; a file may have at most ${fileSizeWords(MAX_ATTACHMENT_BYTES)}. Scan it again in grey or at a lower resolution, or attach it in parts.`;
}

export function notAllowedSentence(why: NotAllowed): string {
  switch (why) {
    case 'empty':
      return t`The file is empty. Save or scan it again, then attach it.`;
    case 'program':
      return t`This is a program, or holds one, whatever its name says. Programs cannot be attached. ${WHAT_CAN_BE_ATTACHED}`;
    case 'script':
      return t`This is a script, or is named like one. Scripts cannot be attached. ${WHAT_CAN_BE_ATTACHED}`;
    case 'webPage':
      return t`This is a web page or a drawing that can run code. Print it to a PDF and attach that. ${WHAT_CAN_BE_ATTACHED}`;
    case 'macros':
      return t`The document holds macros. Save it without macros (as docx, xlsx or pptx), or as a PDF, and attach that.`;
    case 'locked':
      return t`The document is locked with a password, so nobody can check what is inside. Save it without a password, or as a PDF, and attach that.`;
    case 'archive':
      return t`This is an archive of other files. Take them out and attach them one by one. ${WHAT_CAN_BE_ATTACHED}`;
    case 'unknown':
      return t`This kind of file cannot be attached. ${WHAT_CAN_BE_ATTACHED}`;
    default:
      return unreachable(why);
  }
}

/**
 * The name under which a file may lie on a disk: nothing that leads out of a folder, and an extension that fits what is inside,
 * so that a system opens it as that and nothing else.
 */
export function safeFileName(name: string, mediaType: string): string {
  const kind = kindOfMediaType(mediaType);
  const known: readonly string[] = kind === null ? ['bin'] : FILE_KINDS[kind].extensions;
  // \p{Cf}: invisible characters that could turn a name around, such as the right-to-left override.
  const cleaned = name.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ').replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '');
  const base = cleaned === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cleaned) ? t`File` : cleaned;
  const extension = /\.([^.]+)$/.exec(base)?.[1]?.toLowerCase() ?? '';
  return known.includes(extension) ? `${base.slice(0, -extension.length - 1).slice(0, 100)}.${extension}` : `${base.slice(0, 100)}.${known[0] ?? 'bin'}`;
}
