import { t } from '../../../src-shared/language/language.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { MessageTemplate } from '../../../src-shared/correspondence/message-template.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useNow } from '../../ui/use-now.ts';
import { adminQueries } from '../admin-queries.ts';
import { TEMPLATES_FORM } from '../describe/templates.ts';
import type { HelperProps } from './helper-props.ts';

/** Which version of its words holds, which one these would be, and what it said before: a letter on a case names its version. */
export function TemplateVersions({ shown, catalogue, language }: HelperProps & { readonly language: Language }): ReactElement {
  const [isAsked, setAsked] = useState(false);
  const published = catalogue.templates.find(({ code }) => code === shown.row?.code);
  return (
    <Panel title={t`Versions of its words`}>
      <p role="status">{versionLine(shown.value, published)}</p>
      {published && !isAsked && (
        <div>
          <Button size="small" onPress={() => setAsked(true)}>
            {t`Show what it said before`}
          </Button>
        </div>
      )}
      {published && isAsked && <Earlier key={published.code} published={published} catalogue={catalogue} language={language} />}
    </Panel>
  );
}

/** As the entry's own form counts: the version rises with the words, by itself. */
function versionLine(value: HelperProps['shown']['value'], published: MessageTemplate | undefined): string {
  if (!published) return t`It is new: its words begin as version 1.`;
  const next = Number(TEMPLATES_FORM.settle?.(value, published)['version'] ?? published.version);
  return next === published.version ? t`Version ${published.version} holds now.` : t`Version ${published.version} holds now. Once published, these words are version ${next}.`;
}

interface EarlierProps {
  readonly published: MessageTemplate;
  readonly catalogue: Catalogue;
  readonly language: Language;
}

/** The changes of the configuration that changed this template, the newest first; the server keeps them all. */
function Earlier({ published, catalogue, language }: EarlierProps): ReactElement {
  const now = useNow();
  const pages = useInfiniteQuery(adminQueries.versions(catalogue.version));
  const [opened, setOpened] = useState<number | null>(null);
  const notAnswered = pages.data?.pages.find((page) => !page.ok);
  const problem = pages.isError ? dataErrorSentence(pages.error) : notAnswered?.ok === false ? notAnswered.sentence : null;
  const all = pages.data?.pages.flatMap((page) => (page.ok ? page.versions : [])) ?? [];
  const ofIt = all.filter(({ version, changes }) => version === 1 || changes?.some(({ section, code }) => section === 'templates' && code === published.code));
  return (
    <>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {pages.isPending && <p className="muted">{t`Asking the server …`}</p>}
      <ul className="admin-template-versions" aria-label={t`Earlier versions`}>
        {ofIt.map(({ version, at, by }) => (
          <li key={version}>
            <span className="number">{t`${exactMoment(at, now, catalogue.city.timeZone)}, ${staffName(catalogue, by)}, configuration ${version}`}</span>
            <Button size="small" look="quiet" label={opened === version ? t`Hide the words of configuration ${version}` : t`Show the words of configuration ${version}`} onPress={() => setOpened(opened === version ? null : version)}>
              {opened === version ? t`Hide` : t`Show`}
            </Button>
            {opened === version && <WordsOf version={version} code={published.code} language={language} />}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button size="small" onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {t`Look further back`}
          </Button>
        </div>
      )}
    </>
  );
}

function WordsOf({ version, code, language }: { readonly version: number; readonly code: string; readonly language: Language }): ReactElement {
  const read = useQuery(adminQueries.version(version));
  if (read.isError) return <ErrorNote>{dataErrorSentence(read.error)}</ErrorNote>;
  if (read.data === undefined) return <p className="muted">{t`Asking the server …`}</p>;
  if (!read.data.ok) return <ErrorNote>{read.data.sentence}</ErrorNote>;
  const template = read.data.catalogue.templates.find((one) => one.code === code);
  if (!template) return <p className="muted">{t`It was not there then.`}</p>;
  return (
    <blockquote className="admin-quote" lang={language}>
      <p className="number">{t`Version ${template.version}`}</p>
      {template.subject[language] && <p>{template.subject[language]}</p>}
      <p className="admin-plain">{template.body[language] ?? t`It had no text in this language.`}</p>
    </blockquote>
  );
}
