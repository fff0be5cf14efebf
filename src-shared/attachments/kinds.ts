/** What may be attached. Names are never believed: see `docs/decisions/0010-attachments-in-the-database.md`. */
export const FILE_KINDS = {
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  gif: { mediaType: 'image/gif', extensions: ['gif'] },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'csv', 'tsv', 'log', 'md'] },
  email: { mediaType: 'message/rfc822', extensions: ['eml'] },
  outlook: { mediaType: 'application/vnd.ms-outlook', extensions: ['msg'] },
  word: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  excel: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  powerpoint: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  oldWord: { mediaType: 'application/msword', extensions: ['doc'] },
  oldExcel: { mediaType: 'application/vnd.ms-excel', extensions: ['xls'] },
  oldPowerpoint: { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  openText: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  openSheet: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  openSlides: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly extensions: readonly [string, ...string[]] }>;
export type FileKind = keyof typeof FILE_KINDS;

/** Why bytes are not taken: `locked` has a password, so nobody can look inside; `unknown` is none of the kinds above. */
export const NOT_ALLOWED = ['empty', 'program', 'script', 'webPage', 'macros', 'locked', 'archive', 'unknown'] as const;
export type NotAllowed = (typeof NOT_ALLOWED)[number];

export type KindOfFile = { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly why: NotAllowed };

/** Null for a media type that no allowed kind has. */
export function kindOfMediaType(mediaType: string): FileKind | null {
  const found = Object.entries(FILE_KINDS).find(([, kind]) => kind.mediaType === mediaType);
  return found ? (found[0] as FileKind) : null; // safe: a key of FILE_KINDS
}
