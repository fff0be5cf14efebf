import { t } from '../../../src-shared/language/language.ts';
import { numberOf } from './number-of.ts';
import { type SectionForm, textOf } from './section-form.ts';

/** Its page is its own (`helpers/gazetteer-pane.tsx`): what is here says how a change of it reads. */
export const GAZETTEER_FORM: SectionForm = {
  section: 'gazetteer',
  title: t`Address list`,
  about: t`The city’s own addresses, from a CSV file. Every workstation completes, checks and draws places from it, also without a network.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'fileName', label: t`File` },
        { kind: 'number', key: 'addressCount', label: t`Addresses` },
        { kind: 'number', key: 'streetCount', label: t`Streets` },
        { kind: 'number', key: 'landmarkCount', label: t`Landmarks` },
      ],
    },
  ],
  blank: { sha256: '', sizeBytes: 0, fileName: '', addressCount: 0, streetCount: 0, landmarkCount: 0, readAt: 0 },
  detail: (entry) => t`${textOf(entry, 'fileName')}: ${numberOf(entry, 'addressCount')} addresses`,
  removal: 'never',
  excluded: { sha256: 'names the file; made when it is read', sizeBytes: 'of the file; made when it is read', readAt: 'when the file was read' },
  unread: ['sha256', 'sizeBytes', 'readAt'],
};
