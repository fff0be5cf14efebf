import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { compareTexts } from '../../../src-shared/knowledge/compare-texts.ts';
import { GuideText } from '../../app/guides/guide-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { textOf } from '../describe/section-form.ts';
import type { HelperProps } from './helper-props.ts';

/** The guide as it will be read, and whether everybody has to read it again. */
export function GuidePreview({ shown, catalogue }: HelperProps): ReactElement {
  const published = catalogue.guides.find(({ code }) => code === shown.row?.code);
  const body = textOf(shown.value, 'body');
  const isNewText = published !== undefined && (published.body !== body || published.title !== textOf(shown.value, 'title'));
  const changed = published === undefined ? 0 : compareTexts(published.body, body).filter(({ kind }) => kind !== 'same').length;
  const next = (published?.version ?? 0) + 1;
  const becomes = changed === 0 ? t`version ${next}` : changed === 1 ? t`version ${next} (1 line differs)` : t`version ${next} (${changed} lines differ)`;
  return (
    <Panel title={t`As it is read`}>
      {isNewText && <p className="muted">{shown.value['isRequiredReading'] === true ? t`It becomes ${becomes}: everybody reads it again.` : t`It becomes ${becomes}.`}</p>}
      <h3>{textOf(shown.value, 'title')}</h3>
      <GuideText guide={{ body }} headingLevel={4} />
    </Panel>
  );
}
