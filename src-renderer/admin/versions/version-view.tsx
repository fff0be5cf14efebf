import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { changesBetween } from '../../../src-shared/catalogue/changes-between.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { writeConfiguration } from '../../../src-shared/catalogue/read-configuration.ts';
import { findEntry } from '../../../src-shared/catalogue/sections.ts';
import type { CatalogueVersion } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { adminQueries } from '../admin-queries.ts';
import type { DraftEntry } from '../draft/draft.ts';
import { ChangeSummary, OrderSummary } from '../review/change-card.tsx';
import { useUndo } from './use-undo.ts';

type Against = 'before' | 'now';

/** One version: who, when, why, what; beside the one before it or what holds now; and the way back. */
export function VersionView({ version }: { readonly version: CatalogueVersion }): ReactElement {
  const newest = useCatalogue();
  const now = useNow();
  const [against, setAgainst] = useState<Against>('before');
  const undo = useUndo(version);
  const paper = usePaper();
  const read = useQuery(adminQueries.version(version.version));
  const catalogue = read.data?.ok === true ? read.data.catalogue : null;
  const save = (): void => void (catalogue && paper.saveText({ title: t`configuration`, suggestedName: t`Configuration version ${version.version}`, extension: 'json', text: writeConfiguration(catalogue) }));
  const problem = read.isError ? dataErrorSentence(read.error) : read.data?.ok === false ? read.data.sentence : (undo.problem ?? paper.problem);
  return (
    <section className="admin-form" aria-label={t`Version ${version.version}`}>
      <header className="admin-form-head">
        <h2 className="number">{t`Version ${version.version}`}</h2>
        <div className="button-row">
          <Button size="small" look="primary" onPress={undo.run} isPending={undo.isPending} isDisabled={version.version === 1}>
            {t`Undo this version`}
          </Button>
          <Button size="small" onPress={save} isDisabled={catalogue === null}>
            {t`Save it as a file`}
          </Button>
        </div>
      </header>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <p className="number">{`${exactMoment(version.at, now, newest.city.timeZone)}, ${staffName(newest, version.by)}`}</p>
      {version.note !== '' && <blockquote className="admin-quote">{version.note}</blockquote>}
      <Select<Against>
        label={t`What differs`}
        value={against}
        onChange={setAgainst}
        choices={[
          { value: 'before', label: t`From the version before it: what was changed` },
          { value: 'now', label: t`From what holds now: what has changed since` },
        ]}
      />
      {catalogue === null ? problem === null && <p className="muted">{t`Asking the server …`}</p> : against === 'now' ? <Compared older={catalogue} newer={newest} /> : <AgainstBefore catalogue={catalogue} />}
    </section>
  );
}

function AgainstBefore({ catalogue }: { readonly catalogue: Catalogue }): ReactElement {
  const before = useQuery({ ...adminQueries.version(catalogue.version - 1), enabled: catalogue.version > 1 });
  if (catalogue.version === 1) return <p>{t`This is the first version: the configuration the city began with.`}</p>;
  if (before.isError) return <ErrorNote>{dataErrorSentence(before.error)}</ErrorNote>;
  if (before.data?.ok === false) return <ErrorNote>{before.data.sentence}</ErrorNote>;
  if (before.data === undefined) return <p className="muted">{t`Asking the server …`}</p>;
  return <Compared older={before.data.catalogue} newer={catalogue} />;
}

function Compared({ older, newer }: { readonly older: Catalogue; readonly newer: Catalogue }): ReactElement {
  const { changes, orders } = changesBetween(older, newer);
  if (changes.length + orders.length === 0) return <p role="status">{t`Nothing differs.`}</p>;
  return (
    <ul className="admin-cards" aria-label={t`What differs`}>
      {changes.map(({ section, code, value }) => (
        // Safe: a catalogue is plain JSON.
        <ChangeSummary key={`${section} ${code}`} change={{ section, code, value, before: findEntry(older, section, code) as DraftEntry }} catalogues={[newer, older]} />
      ))}
      {orders.map((order) => (
        <OrderSummary key={order.section} order={order} />
      ))}
    </ul>
  );
}
