import { t } from '../../src-shared/language/language.ts';
import { type ReactElement, useMemo } from 'react';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Language } from '../../src-shared/domain/case.ts';
import { checkPlainLanguage } from '../../src-shared/plain-language/check-plain-language.ts';
import type { Finding } from '../../src-shared/plain-language/finding.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import './plain-hints.css';

/** What the citizen may stumble over in a text, in the citizen's language; staff who write to somebody in Spanish may write English too. */
export function plainFindings(text: string, language: Language, catalogue: Catalogue): readonly Finding[] {
  const meanings = [...catalogue.departments, ...catalogue.agencies].map(({ code, name }) => ({ short: code, long: name }));
  const found = [...new Set<Language>([language, 'en'])].flatMap((each) => checkPlainLanguage(text, { language: each, glossary: catalogue.glossary, meanings }));
  return found.filter(({ start, kind }, at) => found.findIndex((other) => other.start === start && other.kind === kind) === at);
}

/** `text` with what was found at a place said otherwise; words that can go take the space before them along. */
export function withInstead(text: string, { start, end, instead }: Finding): string {
  if (instead === null) return text;
  const before = text.slice(0, start);
  return (instead === '' ? before.trimEnd() : before + instead) + text.slice(end);
}

export interface PlainHintsProps {
  readonly text: string;
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly onChange: (text: string) => void;
}

const MOST_SHOWN = 5;

/** Under a text for citizens: each place that reads hard, what to do, and the better words one press away. It is advice (RC-10). */
export function PlainHints({ text, language, catalogue, onChange }: PlainHintsProps): ReactElement {
  const findings = useMemo(() => plainFindings(text, language, catalogue), [text, language, catalogue]);
  const rest = findings.length - MOST_SHOWN;
  return (
    <div className="plain-hints" role="status" aria-label={t`Hints for plain words`}>
      {findings.length > 0 && (
        <ul>
          {findings.slice(0, MOST_SHOWN).map((finding) => (
            <li key={`${finding.start} ${finding.kind}`}>
              <Icon name="warning" />
              <span>{finding.message}</span>
              {finding.instead !== null && (
                <Button size="small" look="quiet" label={t`${insteadWords(finding)}, for “${finding.text}”`} onPress={() => onChange(withInstead(text, finding))}>
                  {insteadWords(finding)}
                </Button>
              )}
            </li>
          ))}
          {rest > 0 && <li>{t`and ${rest} more`}</li>}
        </ul>
      )}
    </div>
  );
}

function insteadWords({ instead }: Finding): string {
  return instead === '' ? t`Leave it out` : t`Write “${instead ?? ''}”`;
}
