import { t } from '../../../src-shared/language/language.ts';

/** A pasted picture has no name of its own: it gets one by its moment. */
export function fileName(file: Pick<File, 'name' | 'type'>, at: Date): string {
  const name = file.name.trim().slice(-255);
  if (name !== '' && name !== 'image.png') return name;
  const stamp = at.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
  return t`Pasted ${stamp}.${file.type.split('/')[1] ?? 'bin'}`;
}

/** Pictures the window can show by itself; HEIC and TIFF it cannot. */
export function isPicture(mediaType: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(mediaType);
}

/** What a file is, in a word or two. */
export function kindWords(mediaType: string): string {
  if (mediaType.startsWith('image/')) return t`Picture`;
  if (mediaType === 'application/pdf') return 'PDF';
  if (mediaType === 'text/plain') return t`Text`;
  if (mediaType === 'message/rfc822' || mediaType === 'application/vnd.ms-outlook') return t`E-mail`;
  if (/spreadsheet|excel/.test(mediaType)) return t`Table`;
  if (/presentation|powerpoint/.test(mediaType)) return t`Slides`;
  return /word|opendocument\.text/.test(mediaType) ? t`Document` : t`File`;
}
