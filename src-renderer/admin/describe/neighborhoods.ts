import { t } from '../../../src-shared/language/language.ts';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { counted, listOf, type SectionForm, textOf } from './section-form.ts';

export const NEIGHBORHOODS_FORM: SectionForm = {
  section: 'neighborhoods',
  title: t`Neighborhoods`,
  about: t`Parts of the city, each with a liaison. A case belongs to one by its place on the map, else by the name of its street.`,
  groups: [
    {
      title: null,
      fields: [
        { kind: 'text', key: 'code', label: t`Code`, isCode: true, hint: t`Short, such as OLD-HARBOR. It stays for ever.` },
        { kind: 'text', key: 'name', label: t`Name`, maxLength: 200 },
        { kind: 'entry', key: 'liaisonStaffId', label: t`Liaison`, from: 'staff', nothing: t`Nobody` },
        { kind: 'yesNo', key: 'isActive', label: t`In use` },
        { kind: 'texts', key: 'streets', label: t`Streets`, hint: t`Names without house numbers, one a line. Capitals and accents do not matter.`, rows: 6, isFolded: true },
        { kind: 'corners', key: 'outline', label: t`Outline on the map`, hint: t`Corners in order, one a line: latitude, longitude, such as 26.526, -80.0765. Empty: only the streets count.` },
      ],
    },
  ],
  blank: { code: '', name: '', liaisonStaffId: null, streets: [], outline: [], isActive: true },
  detail: (entry, catalogue) => {
    const liaison = textOf(entry, 'liaisonStaffId');
    return [liaison === '' ? t`no liaison` : staffName(catalogue, liaison), counted(listOf(entry, 'streets').length, t`street`, t`streets`)].join(' · ');
  },
  removal: 'both',
  excluded: {},
};
