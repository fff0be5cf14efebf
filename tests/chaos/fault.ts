/** What can happen to one request and its reply. */
export const FAULTS = [
  /** The connection breaks before the server has seen the request. */
  'requestLost',
  /** The connection breaks in the middle of the request. */
  'requestCut',
  /** The server has done what was asked; its answer never arrives. */
  'replyLost',
  /** The answer ends somewhere in the middle. */
  'replyCut',
  /** The answer ends between the digits of a chunk's length. */
  'replyCutInChunkHeader',
  /** The request waits a while. */
  'delayed',
  /** The answer trickles in. */
  'slow',
  /** The connection stays open and nothing comes any more; only the workstation's own patience ends it. */
  'silent',
  /** The server gets the same request twice, as from a proxy that tries again. */
  'sentTwice',
] as const;
export type Fault = (typeof FAULTS)[number];

/** All but the silent connection, which costs a workstation its whole time-out. */
export const QUICK_FAULTS: readonly Fault[] = FAULTS.filter((fault) => fault !== 'silent');
