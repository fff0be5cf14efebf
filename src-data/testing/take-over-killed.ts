/**
 * Takes a finished file over and kills itself at a boundary. Run as a process of its own by `snapshot/killed-while-taking-over.test.ts`:
 * `node take-over-killed.ts RECORDS NEXT CUT_AS_JSON BOUNDARY`.
 */
import { utcMs } from '../../src-shared/util/time.ts';
import { must } from '../../src-shared/util/assert.ts';
import { openDatabase } from '../db/database.ts';
import { type FileCut, takeOver } from '../snapshot/take-over.ts';
import { NOW } from './desk.ts';

const [recordsPath = '', nextPath = '', cut, boundary] = process.argv.slice(2);
const db = openDatabase(recordsPath);
takeOver({
  db,
  recordsPath,
  nextPath,
  cut: JSON.parse(must(cut, 'the cut is the third argument')) as FileCut, // safe: written by the test
  now: utcMs(NOW),
  atBoundary: (step) => {
    if (step === boundary) process.kill(process.pid, 'SIGKILL');
  },
});
db.raw.close();
