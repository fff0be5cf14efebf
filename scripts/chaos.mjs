// npm run chaos: installs what is missing, then runs the storm of real processes; it reads the arguments itself.
import { handOver } from './lib/hand-over.mjs';
import { runMain } from './lib/problem.mjs';
import { setUpPackages } from './lib/set-up.mjs';

await runMain(async () => {
  await setUpPackages();
  return handOver('tests/chaos/run.ts', process.argv.slice(2));
});
