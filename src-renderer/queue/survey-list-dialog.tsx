import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { surveyListCsv } from '../../src-shared/survey/survey-list-csv.ts';
import { surveyListHtml } from '../../src-shared/survey/survey-list-html.ts';
import type { SurveyLine, SurveyList } from '../../src-shared/survey/survey-list.ts';
import { goTo } from '../app/routes.ts';
import { useStaff } from '../app/workplace.tsx';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { PrinterDialog } from '../paper/printer-dialog.tsx';
import { type PaperDocument, usePaper } from '../paper/use-paper.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';
import './survey-list.css';

const TITLE = 'survey list';

/** What citizens have answered since the last working day, for the daily review, on screen and on paper (SU-3). Needs no network. */
export function SurveyListDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const paper = usePaper();
  const [isPrinting, setPrinting] = useState(false);
  // As it is when the dialog opens: a paper does not change while it is looked at.
  const { data: list, error } = useQuery({ queryKey: ['surveyList'], queryFn: ({ signal }) => data.survey.list(undefined, { signal }), staleTime: Infinity, gcTime: 0 });
  const document = useListDocument(list ?? null);
  const isReady = document !== null && (list?.lines.length ?? 0) > 0;
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isReady) printButton.current?.focus();
  }, [isReady]);
  if (isPrinting && document) return <PrinterDialog document={document} paper={paper} onClose={onClose} />;
  async function saveCsv(whole: SurveyList, { suggestedName }: PaperDocument): Promise<void> {
    if (await paper.saveText({ text: surveyListCsv(whole), title: TITLE, suggestedName, extension: 'csv' })) onClose();
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        Cancel
      </Button>
      <Button onPress={() => list && document && void saveCsv(list, document)} isDisabled={!isReady} isPending={paper.isBusy}>
        Save as CSV
      </Button>
      <Button onPress={() => document && void paper.savePdf(document).then((isSaved) => isSaved && onClose())} isDisabled={!isReady} isPending={paper.isBusy}>
        Save as PDF
      </Button>
      <Button type="submit" look="primary" icon="printer" isDisabled={!isReady} buttonRef={printButton}>
        Print
      </Button>
    </>
  );
  return (
    <Dialog title="Survey list" isOpen onClose={onClose} onSubmit={() => isReady && setPrinting(true)} footer={footer} size="large">
      {paper.problem !== null && <ErrorNote>{paper.problem}</ErrorNote>}
      {error && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      {list ? <Answers list={list} /> : !error && <p className="muted">Putting the list together …</p>}
    </Dialog>
  );
}

function Answers({ list }: { readonly list: SurveyList }): ReactElement {
  return (
    <>
      <div role="status">
        <p>
          <strong>{list.title}</strong>
        </p>
        <p className="number">{`${list.summary} · as of ${list.asOf}`}</p>
      </div>
      {list.lines.length > 0 && (
        <table className="survey-list">
          <caption className="visually-hidden">{`${list.title}, the worst first`}</caption>
          <thead>
            <tr>
              {['Rating', 'Case', 'What the citizen said', 'Follow-up'].map((head) => (
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
        <Button size="small" look="quiet" label={`Open ${number}`} onPress={() => goTo({ screen: 'case', caseId })}>
          {number}
        </Button>
        <span className="survey-list-more">{`${service} · ${department}`}</span>
      </th>
      <td>
        {comment || <span className="muted">Nothing</span>}
        <span className="survey-list-more">{answered}</span>
      </td>
      <td>{followUp}</td>
    </tr>
  );
}

function useListDocument(list: SurveyList | null): PaperDocument | null {
  const { name } = useStaff();
  if (list === null) return null;
  const note = `Printed ${list.asOf} by ${name}. It names no citizen; who it is stands in the case.`;
  return {
    title: TITLE,
    suggestedName: `Survey answers ${list.asOf}`.replaceAll(/[^\p{L}\p{N} ]+/gu, ' '),
    pageFooter: `${list.title} · as of ${list.asOf} · printed by ${name}`.slice(0, 200),
    isLandscape: true,
    html: (sheet) => surveyListHtml(list, { paper: sheet, note }),
  };
}
