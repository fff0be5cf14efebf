import { PRACTICE } from '../start-up/arguments.ts';

export interface PracticeStart {
  readonly dataDir: string;
  readonly stationName: string;
  /** Folder of the app where it is not packaged; null where it is. */
  readonly appPath: string | null;
  /** As for the app itself: Chromium refuses to run as root with its sandbox on. */
  readonly isWithoutSandbox: boolean;
}

/** The command line of practice mode: no server, no code, no link. */
export function practiceArguments({ dataDir, stationName, appPath, isWithoutSandbox }: PracticeStart): readonly string[] {
  return [...(isWithoutSandbox ? ['--no-sandbox'] : []), ...(appPath === null ? [] : [appPath]), PRACTICE, `--portreeve-data-dir=${dataDir}`, `--portreeve-name=${stationName}`];
}

/** Its surroundings: this process's, without what names a server, and without what tests watch this window by. */
export function practiceEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => !LEFT_OUT.has(name)));
}

const LEFT_OUT = new Set(['PORTREEVE_SERVER_URL', 'PORTREEVE_DATA_DIR', 'PORTREEVE_SCREENSHOT_FILE', 'PORTREEVE_LAUNCH_ID']);
