/** New case: from nothing typed to the number that was issued. */
import { expect, type Page } from '@playwright/test';
import { dialog, escape, palette, place, press, says, type ScreenState, type } from '../steps.ts';

const form = (page: Page) => page.getByRole('form', { name: says('New case') });
/** As long as names and sentences get: nothing may be cut, nothing may overlap. */
const LONG_NAME = 'Maria Guadalupe Hernández-Villanueva de la Cruz Iturriagagoitia';

export const INTAKE_STATES: readonly ScreenState[] = [
  place({ name: 'new-case', what: 'nothing typed yet', key: 'F2', label: 'New case', isThere: (page) => expect(form(page)).toBeVisible() }),
  {
    name: 'new-case-problems',
    what: 'a number asked for too early',
    reach: async (page) => {
      await press('Control+Enter')(page);
      await expect(form(page).locator('[aria-invalid="true"]').first()).toBeVisible();
    },
  },
  {
    name: 'new-case-caller',
    what: 'a known caller with open cases',
    reach: async (page) => {
      await type(page, 'Alt+p', '0142');
      await expect(page.getByRole('list', { name: says('Callers found') })).toBeVisible();
    },
  },
  {
    name: 'new-case-filled',
    what: 'service with its script and questions, place, similar cases; a long name',
    reach: async (page) => {
      await press('Alt+p', 'Control+a')(page);
      await page.keyboard.type('561-555-0177');
      await type(page, 'Alt+n', LONG_NAME);
      await type(page, 'Alt+s', 'pothole');
      await expect(page.getByRole('option', { name: /Pothole/ }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await type(page, 'Alt+l', '412 Harbor Street');
      await type(page, 'Alt+d', 'Deep hole in the right lane, two tires blown since Monday.');
      await expect(page.getByRole('list', { name: says('Similar cases nearby') })).toBeVisible();
    },
  },
  { name: 'new-case-guides', what: 'what to say, beside the form', reach: press('Alt+v'), leave: press('Alt+v') },
  {
    name: 'new-case-issued',
    what: 'the number, read out',
    reach: async (page) => {
      await press('Control+Enter')(page);
      await expect(page.getByRole('status', { name: says('Tracking number') })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    },
    leave: press('Control+n'),
  },
  {
    name: 'new-case-said',
    what: 'a sentence, and where each piece of it goes',
    reach: async (page) => {
      await page.keyboard.type('maria nunez 555-0142 pothole at 240 harbor street apt 3');
      await expect(page.getByRole('list', { name: says('Where it goes') })).toBeVisible();
    },
  },
  {
    name: 'new-case-parked',
    what: 'the sentence taken apart; parked, another begun',
    reach: async (page) => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('list', { name: says('Where it goes') })).toBeHidden();
      await page.keyboard.press('Control+b');
      await expect(page.getByRole('list', { name: says('Parked drafts') })).toBeVisible();
    },
  },
  {
    name: 'new-case-danger',
    what: 'words of somebody in danger: 911 comes before the case',
    reach: async (page) => {
      await page.keyboard.type('there is a smell of gas by the library');
      await expect(page.getByRole('region', { name: says('911 comes first'), exact: true })).toBeVisible();
      await press('Alt+v')(page);
    },
    leave: async (page) => {
      await press('Alt+v', 'Control+a', 'Delete')(page);
    },
  },
  {
    name: 'new-case-wrong-number',
    what: 'a tracking number with a wrong digit: what to do about it',
    reach: async (page) => {
      await page.keyboard.type('calling about 24-1632-7458');
      await expect(page.getByText(says('{0} is no tracking number: a digit is wrong. Ask for it again.').replace('{0}', '24-1632-7458'))).toBeVisible();
    },
    leave: press('Control+a', 'Delete'),
  },
  {
    name: 'new-case-town-hall',
    what: 'entry of a town hall’s slips is begun',
    reach: async (page) => {
      await palette(page, 'Town-hall entry');
      await dialog(page);
    },
    leave: escape,
  },
];
