import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Guide } from '../../../src-shared/catalogue/guide.ts';
import { type ComparedLine, compareTexts } from '../../../src-shared/knowledge/compare-texts.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { officeQueries } from '../../data/office.ts';
import { ErrorNote, Note } from '../../ui/note.tsx';

const WORDS: Readonly<Record<ComparedLine['kind'], string>> = { same: '', added: t`New: `, removed: t`Gone: ` };

/** What became of the version this person has read, paragraph by paragraph. */
export function GuideChanges({ guide, readVersion }: { readonly guide: Guide; readonly readVersion: number }): ReactElement | null {
  const earlier = useQuery(officeQueries.earlierGuide(guide.code, readVersion));
  if (earlier.isError) return <ErrorNote>{dataErrorSentence(earlier.error)}</ErrorNote>;
  if (earlier.data === undefined) return null;
  if (earlier.data === null) return <Note>{t`Version ${readVersion} is not on this workstation, so what changed cannot be shown here. Read the present version; it is short enough.`}</Note>;
  const lines = compareTexts(withTitle(earlier.data), withTitle(guide));
  if (lines.every(({ kind }) => kind === 'same')) return <Note>{t`Nothing in the words is different from version ${readVersion}.`}</Note>;
  return (
    <div className="guide-changes" role="group" aria-label={t`Changes since version ${readVersion}`}>
      {lines.map(({ kind, text }, index) => (
        <p key={index} data-kind={kind}>
          {kind !== 'same' && <span className="guide-change-word">{WORDS[kind]}</span>}
          {kind === 'removed' ? <del>{plain(text)}</del> : kind === 'added' ? <ins>{plain(text)}</ins> : plain(text)}
        </p>
      ))}
    </div>
  );
}

function withTitle({ title, body }: Guide): string {
  return `${title}\n${body}`;
}

/** Without the sign that says what kind of line it is. */
function plain(text: string): string {
  return text.replace(/^[#>-] /u, '');
}
