/** One case: in each of its conditions, and each of its dialogs. */
import { expect } from '@playwright/test';
import { dialogBy, openFirstCase, press, says, type ScreenState } from '../steps.ts';

/** One pixel of it is enough: what is looked at is what stands around it. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==', 'base64');

export const CASE_STATES: readonly ScreenState[] = [
  { name: 'case', what: 'a case with its story and promises', reach: (page) => openFirstCase(page, 'pothole') },
  { name: 'case-told', what: 'of its history what the citizen was told', reach: press('2'), leave: press('1') },
  dialogBy('case-assign', 'a', 'to whom'),
  dialogBy('case-transfer', 't', 'to another department'),
  dialogBy('case-refer', 'f', 'to an agency outside the city'),
  dialogBy('case-contact', 'l', 'a contact with the citizen'),
  dialogBy('case-note', 'n', 'a note for staff'),
  {
    name: 'case-note-problem',
    what: 'a note without words: said at the field',
    reach: async (page) => {
      await press('n', 'Control+Enter')(page);
      await expect(page.getByRole('dialog').locator('[aria-invalid="true"]')).toBeFocused();
    },
    leave: press('Escape'),
  },
  dialogBy('case-progress', 'g', 'a report of progress'),
  dialogBy('case-hold', 'h', 'on hold, and which dates move'),
  dialogBy('case-link', 'm', 'linked or merged'),
  dialogBy('case-edit', 'e', 'what the case says'),
  dialogBy('case-close', 'c', 'closing, and what the citizen is told'),
  dialogBy('case-write', 'w', 'a letter, mail or text'),
  dialogBy('case-print', 'p', 'receipt or the whole case'),
  dialogBy('case-task', 'k', 'a task for a department'),
  dialogBy('case-why', '?', 'why this date'),
  {
    name: 'case-files',
    what: 'a case with a photo',
    reach: async (page) => {
      await page.locator('input[type=file]').first().setInputFiles({ name: 'Photo of the hole, from the sidewalk.png', mimeType: 'image/png', buffer: PICTURE });
      await expect(page.getByRole('list', { name: says('Files') }).getByRole('listitem')).toHaveCount(1);
    },
  },
  dialogBy('case-file', 'v', 'the photo, large'),
  { name: 'case-held', what: 'a case on hold', reach: (page) => openFirstCase(page, 'branches hang') },
  { name: 'case-closed', what: 'a closed case, which can be reopened', reach: (page) => openFirstCase(page, 'dead raccoon in the middle') },
  { name: 'case-tasks', what: 'a major repair with tasks and reports of progress', reach: (page) => openFirstCase(page, 'storm drain fell in') },
];
