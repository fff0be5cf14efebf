import { configDefaults, defineConfig } from 'vitest/config';

const TEST_FILES = '**/*.test.{ts,tsx}';
const POSTGRES_TEST_FILES = '**/*.pg.test.ts';
const NOT_OURS = [...configDefaults.exclude, 'out/**', 'dist/**', '.data/**'];

/** The files of a worker share what they import: half the time of a run. So a test puts back what it changes of its process: globals, clock, environment, mocks. */
const ISOLATE = false;

export default defineConfig({
  test: {
    pool: 'forks', // native addons live in a process of their own
    maxWorkers: 2, // also on a machine of two processors: what is tested waits for other processes most of the time
    projects: [
      {
        test: {
          name: 'unit',
          isolate: ISOLATE,
          include: [TEST_FILES],
          exclude: [...NOT_OURS, POSTGRES_TEST_FILES],
          testTimeout: 60_000, // a guard against hanging, not a measure: the machine may be busy
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pg',
          isolate: ISOLATE,
          include: [POSTGRES_TEST_FILES],
          exclude: NOT_OURS,
          globalSetup: ['src-server/testing/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
