import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { reviewFrom } from '../../src-shared/survey/review-from.ts';
import { type SurveyList, surveyList } from '../../src-shared/survey/survey-list.ts';
import { DAY_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';

/** More answers than a city gets in days, and more than anybody reviews in a morning. */
const MOST_CASES = 1_000;

const SQL = {
  // Sealed cases are in no list of answers, whoever asks.
  answered: `SELECT d.document AS document FROM case_ c JOIN case_document d USING (case_key)
    WHERE c.answered_at >= :from AND c.is_sealed = 0 ORDER BY c.answered_at DESC, c.case_key DESC LIMIT ${MOST_CASES}`,
} as const;

/** What citizens of the cases here have answered since the last working day, worst first (SU-3). Null: no catalogue has come yet. */
export function answersForReview(db: ReadDb, now: UtcMs): SurveyList | null {
  const catalogue = currentCatalogue(db);
  if (catalogue === null) return null;
  const from = fromOf(catalogue, now);
  const rows = db.query<{ from: number }, { document: string }>(SQL.answered).all({ from });
  return surveyList(
    rows.map(({ document }) => JSON.parse(document) as Case), // safe: documents are written by writeCase only
    { catalogue, asOf: now, from },
  );
}

/** From when answers are those of today's review; a day ago where there is no catalogue yet. */
export function reviewFromHere(db: ReadDb, now: UtcMs): UtcMs {
  const catalogue = currentCatalogue(db);
  return catalogue === null ? utcMs(now - DAY_MS) : fromOf(catalogue, now);
}

/** By the calendar of the survey, else the first the city has. */
function fromOf(catalogue: Catalogue, now: UtcMs): UtcMs {
  const { calendars, survey } = catalogue;
  const calendar = calendars.find(({ code }) => code === survey?.calendarCode) ?? calendars[0];
  return calendar === undefined ? utcMs(now - DAY_MS) : reviewFrom(calendar, now);
}
