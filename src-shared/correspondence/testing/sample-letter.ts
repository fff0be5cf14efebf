import type { Language } from '../../domain/case.ts';
import { DEFAULT_TEMPLATES } from '../default-templates.ts';
import { fillTemplate } from '../fill-template.ts';
import { makeLetter, type Letter } from '../letter.ts';
import type { LetterPaper } from '../letter-geometry.ts';
import { sampleValues } from '../sample-values.ts';
import type { FieldName } from '../template-field.ts';

/** A default letter with made-up values, changed as the test wants it. Throws when it may not go out. */
export function sampleLetter(code: string, language: Language, paper: LetterPaper, more: Partial<Record<FieldName, string>> = {}): Letter {
  const template = DEFAULT_TEMPLATES.find((each) => each.code === code);
  if (!template) throw new Error(`There is no default template ${code}`);
  const values = { ...sampleValues(language), ...more };
  const result = fillTemplate(template, language, values);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return makeLetter(result.message, values, paper).letter;
}
