import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Language } from '../../../src-shared/domain/case.ts';
import type { Finding } from '../../../src-shared/plain-language/finding.ts';
import { listWords } from '../../../src-shared/util/list-words.ts';
import { Note } from '../../ui/note.tsx';
import { plainFindings } from '../../ui/plain-hints.tsx';

/** Short forms in a text that its reader cannot know (RC-10). */
export function unexplainedIn(text: string, language: Language, catalogue: Catalogue): readonly Finding[] {
  return plainFindings(text, language, catalogue).filter(({ kind }) => kind === 'acronym' || kind === 'shortForm');
}

/** Said once, when the text is about to go out: read out at once, and no obstacle the second time. */
export function UnexplainedNote({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  if (findings.length === 0) return null;
  const words = listWords(findings.map(({ text }) => `“${text}”`));
  return (
    <div role="alert">
      <Note tone="warning">{findings.length === 1
          ? t`The citizen may not know what ${words} means. Say it in full, or press Ctrl+Enter again to close with these words.`
          : t`The citizen may not know what ${words} mean. Say it in full, or press Ctrl+Enter again to close with these words.`}</Note>
    </div>
  );
}
