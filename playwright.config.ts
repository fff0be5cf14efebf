import { defineConfig } from '@playwright/test';

/** Files with a test of a minute and more. They begin first, or the last of them would run alone at the end while the other workers stand idle. */
const LONG = /(?:intake-budgets|number-survives|overdue|two-workstations)\.spec\.ts$/;

/** End-to-end tests in real Electron; run them by `npm test -- --only e2e`, which builds the app and finds a display first. */
export default defineConfig({
  globalSetup: './tests/e2e/support/loaded-city.ts',
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  timeout: 180_000, // a guard against hanging, not a measure: the machine may be busy
  expect: { timeout: 20_000 },
  workers: 3, // each test has processes, ports and folders of its own, and waits for them most of the time
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'others', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
  forbidOnly: true,
  reporter: [['list']],
  // A trace is a copy of the page at every step: a fifth of the work where it was measured (queue and correspondence), so only for whoever asks for it.
  use: { trace: process.env['PORTREEVE_TRACE'] === '1' ? 'on' : 'off', screenshot: 'only-on-failure' },
});
