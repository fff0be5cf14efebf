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
  return (
    <Panel title="As it is read">
      {isNewText && <p className="muted">{`It becomes version ${published.version + 1}${changed === 0 ? '' : ` (${changed} lines differ)`}${shown.value['isRequiredReading'] === true ? ': everybody reads it again' : ''}.`}</p>}
      <h3>{textOf(shown.value, 'title')}</h3>
      <GuideText guide={{ body }} headingLevel={4} />
    </Panel>
  );
}
