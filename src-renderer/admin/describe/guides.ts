import { t } from '../../../src-shared/language/language.ts';
import { choicesOf, GUIDE_KIND_LABELS } from './choices.ts';
import { type SectionForm, textOf } from './section-form.ts';
import { withVersion } from './version-of-words.ts';

export const GUIDES_FORM: SectionForm = {
  section: 'guides',
  title: t`Guides`,
  about: t`What staff read and search at their desk, also with no network. When its words change, a guide gets a new version by itself.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as PHONE-MANNERS. Other guides link to it.` },
        { kind: 'text', key: 'title', label: t`Title`, maxLength: 200 },
        { kind: 'choice', key: 'kind', label: t`Kind`, choices: choicesOf(GUIDE_KIND_LABELS) },
        { kind: 'entries', key: 'serviceCodes', label: t`Services it belongs to`, from: 'services', nothing: t`For all` },
        { kind: 'yesNo', key: 'isRequiredReading', label: t`Everybody has to read it`, hint: t`Each new version again; who has is listed in Knowledge.` },
        { kind: 'yesNo', key: 'isActive', label: t`Shown in Knowledge` },
        {
          kind: 'longText',
          key: 'body',
          label: t`Text`,
          hint: t`An empty line begins a new paragraph. # begins a heading, - a line of a list, > words to say aloud.`,
          rows: 18,
          maxLength: 40_000,
        },
      ],
    },
  ],
  blank: { code: '', kind: 'guide', title: '', body: '', serviceCodes: [], isRequiredReading: false, version: 1, isActive: true },
  detail: (entry) => [GUIDE_KIND_LABELS[kindOf(entry)].split(':')[0] ?? '', t`version ${String(entry['version'])}`].join(' · '),
  removal: 'both',
  excluded: { version: t`rises by itself when title or text change` },
  settle: (entry, published) => withVersion(entry, published, ['title', 'body']),
};

function kindOf(entry: Parameters<typeof textOf>[0]): keyof typeof GUIDE_KIND_LABELS {
  const kind = textOf(entry, 'kind');
  return kind in GUIDE_KIND_LABELS ? (kind as keyof typeof GUIDE_KIND_LABELS) : 'guide'; // safe: checked
}
