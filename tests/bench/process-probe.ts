/** Loaded before a program (`node --import`): tells its parent, over the channel between them, how the process is. */
import { readProcess, resetDelays } from './process-reading.ts';

process.on('message', (order) => {
  if (order === 'reset') resetDelays();
  if (order === 'reset' || order === 'read') process.send?.(readProcess());
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM')); // the bench is gone
process.channel?.unref(); // the program ends when it wants to
