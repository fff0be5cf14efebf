import { t } from '../../../src-shared/language/language.ts';
import { wholeNumber } from '../../../src-shared/language/numbers.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CLOCK_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CataloguePreview, MovedDate } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { goTo } from '../../app/routes.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useNow } from '../../ui/use-now.ts';
import { adminQueries } from '../admin-queries.ts';
import { type AdminDraft, changeSetOf } from '../draft/draft.ts';

/** What the changes mean for the cases of this workstation, before they are published. */
export function EffectPanel({ draft }: { readonly draft: AdminDraft }): ReactElement {
  const preview = useQuery(adminQueries.preview(changeSetOf(draft, useCatalogue())));
  return (
    <Panel title={t`What it means`}>
      {preview.isError && <ErrorNote>{dataErrorSentence(preview.error)}</ErrorNote>}
      {preview.isPending && <p className="muted">{t`Working it out …`}</p>}
      {preview.data?.ok === false && <ErrorNote>{preview.data.sentence}</ErrorNote>}
      {preview.data?.ok === true && <Effect preview={preview.data.preview} />}
    </Panel>
  );
}

function Effect({ preview }: { readonly preview: CataloguePreview }): ReactElement {
  const { sentences, dueDates } = preview;
  return (
    <>
      <ul className="admin-effect" aria-label={t`What it means`}>
        {sentences.length === 0 ? <li>{t`Nothing changes for cases that are open.`}</li> : sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
      {dueDates.examples.length > 0 && <Examples examples={dueDates.examples} moved={dueDates.moved} />}
    </>
  );
}

function Examples({ examples, moved }: { readonly examples: readonly MovedDate[]; readonly moved: number }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const words = (moment: UtcMs | null): string => (moment === null ? t`no date` : exactMoment(moment, now, timeZone));
  return (
    <table className="admin-table">
      <caption>{examples.length < moved ? t`Those that would move furthest, ${examples.length} of ${wholeNumber(moved)}` : t`The dates that would move`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Case`}</th>
          <th scope="col">{t`Date`}</th>
          <th scope="col">{t`Promised`}</th>
          <th scope="col">{t`If it were received under the new rules`}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ caseId, trackingNumber, clock, from, to }) => (
          <tr key={`${caseId} ${clock}`}>
            <th scope="row">
              <Button size="small" look="quiet" label={t`Open case ${formatTrackingNumber(trackingNumber)}`} onPress={() => goTo({ screen: 'case', caseId })}>
                <span className="number">{formatTrackingNumber(trackingNumber)}</span>
              </Button>
            </th>
            <td>{CLOCK_LABELS[clock]}</td>
            <td className="number">{words(from)}</td>
            <td className="number">{words(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
