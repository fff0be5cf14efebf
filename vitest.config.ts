import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TEST_FILES = '**/*.test.{ts,tsx}';
const POSTGRES_TEST_FILES = '**/*.pg.test.ts';
const NOT_OURS = [...configDefaults.exclude, 'out/**', 'dist/**', '.data/**'];

/** The files of a worker share what they import: half the time of a run. So a test puts back what it changes of its process: globals, clock, environment, mocks. */
const ISOLATE = false;

/** Files of half a minute and more. */
const LONG = /tests\/(?:chaos|simulation)\/|\/(?:restore-drill|index|import|real-file|cluster|bootstrap)\.pg\.test\.ts$/;

/** The long ones first: Vitest goes by size where it knows nothing else, and the storm, which is small, ran alone at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.toSorted((a, b) => Number(LONG.test(b.moduleId)) - Number(LONG.test(a.moduleId)));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
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
