import type { NativeImage } from 'electron';
import { writeWhole } from '../files/write-whole.ts';

const EVERY_MS = 3_000;

/**
 * Keeps a fresh picture of the window in a file, for those who work without a display. Each picture replaces the last in one step,
 * so that a reader never sees half of one. Returns how to stop.
 */
export function keepScreenshot(path: string, capture: () => Promise<NativeImage | null>): () => void {
  let isBusy = false;
  async function take(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    try {
      const image = await capture();
      if (image === null || image.isEmpty()) return;
      await writeWhole(path, image.toPNG());
    } finally {
      isBusy = false;
    }
  }
  const timer = setInterval(() => {
    take().catch(() => undefined); // The next one may succeed; a picture is never worth stopping for.
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}
