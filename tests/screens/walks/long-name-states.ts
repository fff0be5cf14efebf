/**
 * As long as names get in a city: everything that is named shows its beginning, nothing lies over anything else, and no button leaves the
 * window. And a service that the city changes while a call about it is typed.
 */
import { expect, type Page } from '@playwright/test';
import type { Service } from '../../../src-shared/catalogue/catalogue.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { changeElsewhere } from '../../e2e/support/change-elsewhere.ts';
import { dialogBy, palette, press, rows, says, type ScreenState, screen, type } from '../steps.ts';

const SYNC_TIMEOUT_MS = 60_000;
const LONG = {
  /** Of 80 letters. */
  caller: 'Maria Guadalupe Hernández-Villanueva de la Cruz Iturriagagoitia y Santamaría-Paz',
  /** Of 60. */
  street: '11248 Northwest Saint Christopher of Llanfairpwllgwyngyll Pl',
  service: 'Playgrounds, splash pads, exercise stations and shade repair',
  staff: 'Wilhelmina Konstantinopoulou-Featherstonehaugh van der Merwe',
  /** Of 50. */
  department: 'Parks, Recreation, Waterfronts and Urban Woodlands',
} as const;
const CHANGING = 'PARK-REPAIR';

const form = (page: Page) => page.getByRole('form', { name: says('New case') });

/** The city as it is, with long names in one department; the same once it has them. */
function publishLongNames(line: { readonly url: string }): Promise<void> {
  return changeElsewhere(line, ({ departments, services, staff }) => {
    const department = must(departments.find(({ code }) => code === 'PARKS'), 'PARKS');
    const service = must(services.find(({ code }) => code === CHANGING), CHANGING);
    const member = must(staff.find(({ departmentCodes, isActive }) => isActive && departmentCodes.includes('PARKS')), 'staff of PARKS');
    if (department.name === LONG.department) return [];
    return [
      { section: 'departments', code: department.code, value: { ...department, name: LONG.department } },
      { section: 'services', code: service.code, value: { ...service, name: LONG.service, label: { en: LONG.service, es: LONG.service } } },
      { section: 'staff', code: member.id, value: { ...member, name: LONG.staff } },
    ];
  });
}

/** A question more than before, or one less: so that it is a change each time. */
function changeQuestions(line: { readonly url: string }): Promise<void> {
  const question = { code: 'fenced', label: 'Is the broken part fenced off, or can a child reach it?', type: 'yesNo' as const, choices: [], isRequired: false };
  return changeElsewhere(line, ({ services }) => {
    const service: Service = must(services.find(({ code }) => code === CHANGING), CHANGING);
    const without = service.questions.filter(({ code }) => code !== question.code);
    return [{ section: 'services', code: CHANGING, value: { ...service, questions: without.length === service.questions.length ? [...without, question] : without } }];
  });
}

export const LONG_NAME_STATES: readonly ScreenState[] = [
  {
    name: 'long-new-case',
    what: 'a caller, a service, a street and a department whose names are long',
    reach: async (page, line) => {
      await publishLongNames(line);
      await page.keyboard.press('F2');
      await screen(page, 'New case');
      await type(page, 'Alt+p', '561-555-0177');
      await type(page, 'Alt+n', LONG.caller);
      await expect(async () => {
        await press('Alt+s', 'Control+a')(page);
        await page.keyboard.type('splash pads');
        await expect(page.getByRole('option', { name: new RegExp(LONG.service) })).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: SYNC_TIMEOUT_MS });
      await page.keyboard.press('Enter');
      await type(page, 'Alt+l', LONG.street);
      await type(page, 'Alt+d', 'The slide is torn; a nail stands out.');
      await expect(form(page)).toContainText(LONG.department);
    },
  },
  {
    name: 'long-changed-service',
    what: 'the city has changed the service meanwhile',
    reach: async (page, line) => {
      await changeQuestions(line);
      await expect(page.getByRole('button', { name: says('Go on with it') })).toBeVisible({ timeout: SYNC_TIMEOUT_MS });
    },
  },
  {
    name: 'long-issued',
    what: 'the number, with who it goes to',
    reach: async (page) => {
      await press('Control+Enter')(page);
      await expect(page.getByRole('status', { name: says('Tracking number') })).toHaveText(/^\d\d-\d{4}-\d{4}$/);
    },
  },
  {
    name: 'long-case',
    what: 'the case, given to somebody with a long name',
    reach: async (page) => {
      await press('Control+o')(page);
      await expect(page.getByRole('list', { name: says('History') })).toBeVisible();
      await press('a')(page);
      await page.getByRole('dialog').getByRole('combobox').first().fill('Konstantinopoulou');
      await page.keyboard.press('Enter');
      await press('Control+Enter')(page);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('region', { name: /\d\d-\d{4}-\d{4}/ })).toContainText(LONG.staff);
    },
  },
  ...([['assign', 'a'], ['transfer', 't'], ['contact', 'l'], ['close', 'c'], ['write', 'w'], ['print', 'p'], ['task', 'k'], ['why', '?']] as const).map(([name, key]) => dialogBy(`long-case-${name}`, key, `the dialog of ${name}, with long names`)),
  {
    name: 'long-queue',
    what: 'the row of it, and the case beside the list',
    reach: async (page) => {
      await page.keyboard.press('F3');
      await screen(page, 'Queue');
      await page.getByRole('searchbox', { name: says('Search cases') }).fill('Iturriagagoitia');
      await rows(page, 'Cases');
      await page.getByRole('grid', { name: says('Cases') }).focus();
      await press('End', 'v')(page);
      await expect(page.getByRole('complementary', { name: says('Case at a glance') }).getByRole('list').first()).toBeVisible();
    },
    leave: press('v'),
  },
  {
    name: 'long-queue-groups',
    what: 'under a long department',
    reach: async (page) => {
      await page.getByRole('combobox', { name: says('Group by') }).selectOption('department');
      await expect(page.getByRole('grid', { name: says('Cases') }).locator('[aria-expanded]').first()).toBeVisible();
    },
    leave: async (page) => {
      await page.getByRole('combobox', { name: says('Group by') }).selectOption('none');
      await page.getByRole('searchbox', { name: says('Search cases') }).fill('');
    },
  },
  {
    name: 'long-away',
    what: 'a dialog of the window that names staff',
    reach: async (page) => {
      await palette(page, 'I am away …');
      await page.getByRole('dialog').getByRole('combobox').first().fill('Konstantinopoulou');
    },
    leave: press('Escape', 'Escape'),
  },
];
