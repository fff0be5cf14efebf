import { expect, it } from 'vitest';
import { readArguments } from '../start-up/arguments.ts';
import { practiceArguments, practiceEnvironment } from './practice-arguments.ts';

it('practice is started without a server, wherever the server’s address is', () => {
  const argv = practiceArguments({ dataDir: '/srv/desk', stationName: 'Counter 2', appPath: '/app', isWithoutSandbox: true });
  expect(argv.slice(0, 2)).toEqual(['--no-sandbox', '/app']);
  const environment = practiceEnvironment({ PATH: '/bin', PORTREEVE_SERVER_URL: 'https://city.example', PORTREEVE_DATA_DIR: '/elsewhere', PORTREEVE_SCREENSHOT_FILE: '/x.png', NOTHING: undefined });
  expect(environment).toEqual({ PATH: '/bin' });
  expect(readArguments(argv, { ...environment, PORTREEVE_SERVER_URL: 'https://city.example' })).toEqual({
    ok: true,
    value: { dataDir: '/srv/desk', serverUrl: null, stationName: 'Counter 2', enrolCode: null, isPractice: true, link: null },
  });
});
