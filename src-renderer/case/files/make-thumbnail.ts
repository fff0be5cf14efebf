/** Small pictures of pictures, made in the window: no other program and no native library looks at what a citizen sent. */
import { MAX_THUMBNAIL_BYTES } from '../../../src-shared/protocol/blob.ts';
import { isPicture } from './file-name.ts';

const EDGE_PIXELS = 320;
/** More would take gigabytes of memory to unpack: a picture made to do harm, or a plan for the wall. */
export const MOST_PIXELS = 80_000_000;
const QUALITIES = [0.82, 0.6, 0.35] as const;

/** JPEG or WebP of at most 64 KiB, upright as the camera meant it; null when the window cannot read the picture. */
export async function makeThumbnail(picture: Blob): Promise<Uint8Array | null> {
  if (picture.type !== '' && !isPicture(picture.type)) return null;
  try {
    const size = await sizeOfPicture(picture);
    if (size === null || size.width * size.height > MOST_PIXELS) return null;
    const scale = Math.min(1, EDGE_PIXELS / Math.max(size.width, size.height));
    // Not resized here: Chromium applies that before it turns the picture upright, and squeezes a photo held upright.
    const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
    try {
      return await smallEnough(bitmap, { width: Math.max(1, Math.round(bitmap.width * scale)), height: Math.max(1, Math.round(bitmap.height * scale)) });
    } finally {
      bitmap.close();
    }
  } catch {
    return null; // damaged, or no picture at all
  }
}

async function smallEnough(bitmap: ImageBitmap, { width, height }: { readonly width: number; readonly height: number }): Promise<Uint8Array | null> {
  const canvas = new OffscreenCanvas(width, height);
  const drawing = canvas.getContext('2d');
  if (drawing === null) return null;
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(bitmap, 0, 0, width, height);
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size <= MAX_THUMBNAIL_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}

/** Upright size by the head of the picture alone; null when it is none. */
export async function sizeOfPicture(picture: Blob): Promise<{ readonly width: number; readonly height: number } | null> {
  const url = URL.createObjectURL(picture);
  try {
    return await new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('load', () => resolve({ width: image.naturalWidth, height: image.naturalHeight }));
      image.addEventListener('error', () => resolve(null));
      image.src = url;
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
