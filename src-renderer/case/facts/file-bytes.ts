/** Files as they cross to the data process: plain text, since ports between processes carry plain values only. */

const CHUNK_BYTES = 32_768;

export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES));
  return btoa(binary);
}

export function blobFromBase64(base64: string, mediaType: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: mediaType });
}

/** Pictures the window can show by itself; never SVG, which may hold more than a picture. */
export function isPicture(mediaType: string): boolean {
  return /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(mediaType);
}

/** A pasted picture has no name of its own: it gets one by its moment. */
export function fileName(file: Pick<File, 'name' | 'type'>, at: Date): string {
  const name = file.name.trim().slice(-255);
  if (name !== '' && name !== 'image.png') return name;
  const stamp = at.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.');
  return `Pasted ${stamp}.${file.type.split('/')[1] ?? 'bin'}`;
}
