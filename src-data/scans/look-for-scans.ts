import { LOOK_EVERY_MS, type ScanFolder } from './scan-folder.ts';

/** One look after the other: a network drive may take longer than the time between two. */
export function lookForScans(scans: ScanFolder): NodeJS.Timeout {
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void scans.look().finally(() => (isLooking = false));
  }, LOOK_EVERY_MS);
  timer.unref();
  return timer;
}
