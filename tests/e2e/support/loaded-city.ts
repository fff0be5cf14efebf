import { rmSync } from 'node:fs';
import { freshFolder, LOADED_CITY, startServer } from './start-server.ts';

/**
 * Playwright's set-up of a whole run: the demo city, loaded once into the folder of a server that is stopped again.
 *
 * The servers of the tests begin with a copy of it, which takes them a third of the time of loading it themselves.
 */
export default async function loadCity(): Promise<() => void> {
  const folder = freshFolder('portreeve-loaded-city-');
  const server = await startServer({ dataDir: folder });
  await server.stop();
  process.env[LOADED_CITY] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
