import { t } from '../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { surveyListCsv } from '../../src-shared/survey/survey-list-csv.ts';
import { surveyListHtml } from '../../src-shared/survey/survey-list-html.ts';
import type { SurveyLine, SurveyList } from '../../src-shared/survey/survey-list.ts';
import { goTo } from '../app/routes.ts';
import { useStaff } from '../app/workplace.tsx';
import { data } from '../data/data-client.ts';
import { ListPaperDialog } from '../paper/list-paper-dialog.tsx';
import type { PaperDocument } from '../paper/use-paper.ts';
import { Button } from '../ui/button.tsx';
import './survey-list.css';

/** What citizens have answered since the last working day, for the daily review, on screen and on paper (SU-3). Needs no network. */
export function SurveyListDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  // As it is when the dialog opens: a paper does not change while it is looked at.
  const { data: list, error } = useQuery({ queryKey: ['surveyList'], queryFn: ({ signal }) => data.survey.list(undefined, { signal }), staleTime: Infinity, gcTime: 0 });
  const document = useListDocument(list ?? null);
  return (
    <ListPaperDialog title={t`Survey list`} size="large" document={document} csv={() => (list ? surveyListCsv(list) : '')} isEmpty={(list?.lines.length ?? 0) === 0} error={error} onClose={onClose}>
      {list && <Answers list={list} />}
    </ListPaperDialog>
  );
}

function Answers({ list }: { readonly list: SurveyList }): ReactElement {
  return (
    <>
      <div role="status">
        <p>
          <strong>{list.title}</strong>
        </p>
        <p className="number">{t`${list.summary} · as of ${list.asOf}`}</p>
      </div>
      {list.lines.length > 0 && (
        <table className="survey-list">
          <caption className="visually-hidden">{t`${list.title}, the worst first`}</caption>
          <thead>
            <tr>
              {[t`Rating`, t`Case`, t`What the citizen said`, t`Follow-up`].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.lines.map((line) => (
              <AnswerRow key={line.number} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function AnswerRow({ line }: { readonly line: SurveyLine }): ReactElement {
  const { caseId, number, ratingWords, comment, service, department, answered, followUp } = line;
  return (
    <tr>
      <td>
        <strong>{ratingWords}</strong>
      </td>
      <th scope="row">
        <Button size="small" look="quiet" label={t`Open ${number}`} onPress={() => goTo({ screen: 'case', caseId })}>
          {number}
        </Button>
        <span className="survey-list-more">{`${service} · ${department}`}</span>
      </th>
      <td>
        {comment || <span className="muted">{t`Nothing`}</span>}
        <span className="survey-list-more">{answered}</span>
      </td>
      <td>{followUp}</td>
    </tr>
  );
}

function useListDocument(list: SurveyList | null): PaperDocument | null {
  const { name } = useStaff();
  if (list === null) return null;
  const note = t`Printed ${list.asOf} by ${name}. It names no citizen; who it is stands in the case.`;
  return {
    title: t`survey list`,
    suggestedName: t`Survey answers ${list.asOf}`.replaceAll(/[^\p{L}\p{N} ]+/gu, ' '),
    pageFooter: t`${list.title} · as of ${list.asOf} · printed by ${name}`.slice(0, 200),
    isLandscape: true,
    html: (sheet) => surveyListHtml(list, { paper: sheet, note }),
  };
}
