import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface ProcessReading {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly cpuMs: number;
  /** How late the event loop was, since the last reset. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

const MB = 1024 * 1024;
const NS_PER_MS = 1_000_000;
const RESOLUTION_MS = 10;

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();

/** How this process is now. */
export function readProcess(): ProcessReading {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return { rssMb: rss / MB, heapMb: heapUsed / MB, cpuMs: (user + system) / 1_000, delayP99Ms: late(delays.percentile(99)), delayMaxMs: late(delays.max) };
}

export function resetDelays(): void {
  delays.reset();
}

/** A timer of 10 ms that comes after 12 was 2 late. */
function late(ns: number): number {
  return Math.max(0, ns / NS_PER_MS - RESOLUTION_MS);
}
