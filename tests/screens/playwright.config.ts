import { defineConfig } from '@playwright/test';

/** The pictures of `npm run screens`. Not part of the tests: they are looked at by people. */
export default defineConfig({
  testDir: '.',
  testMatch: 'take-pictures.ts',
  outputDir: '../../test-results/screens',
  timeout: 600_000,
  expect: { timeout: 8_000 },
  workers: 2,
  reporter: [['list']],
});
