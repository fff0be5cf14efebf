import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { OutageForm } from '../../../src-shared/outage-forms/form-batch.ts';
import { formsHtml } from '../../../src-shared/outage-forms/form-html.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { PaperDocument } from '../../paper/use-paper.ts';

/** Numbered forms for the paper that is chosen when they are printed. `againAt`: null for sheets that are printed for the first time. */
export function formsDocument(forms: readonly OutageForm[], { city }: Catalogue, againAt: UtcMs | null): PaperDocument {
  const { name, departmentLine, address, phone, website, statusUrl, timeZone } = city;
  const onPaper = { city: { name, departmentLine, address, phone, website, statusUrl }, timeZone, againAt };
  return { title: t`paper forms`, suggestedName: t`Paper forms`, pageFooter: null, html: (paper) => formsHtml(forms, { ...onPaper, paper }) };
}
