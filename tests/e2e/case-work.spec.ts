import { expect, type Page, test } from '@playwright/test';
import { closeAfterEachTest, expectAccessible, openDesk, serverOfFile } from './support/desk.ts';
import { caseRows, cases } from './support/queue.ts';

closeAfterEachTest();
const server = serverOfFile();

const dialog = (page: Page) => page.getByRole('dialog');
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const history = (page: Page) => page.getByRole('list', { name: 'History' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
const type = (page: Page, text: string) => page.keyboard.type(text);

/** Opens a dialog by its letter, does what is said there and commits. */
async function commit(page: Page, letter: string, typed: () => Promise<void>): Promise<void> {
  await press(page, letter);
  await expect(dialog(page)).toBeVisible();
  await typed();
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
}

interface Taken {
  readonly service: string;
  readonly name: string;
  /** Jumps and what is typed there, besides. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Takes a case by keyboard and opens it. Returns its number. */
async function takeAndOpen(page: Page, { service, name, more = {} }: Taken): Promise<string> {
  await press(page, 'F2');
  await expect(page.getByRole('form', { name: 'New case' })).toBeVisible();
  const into = async (key: string, text: string): Promise<void> => {
    await press(page, key);
    await type(page, text);
  };
  await into('Alt+s', service);
  await press(page, 'Enter');
  for (const [key, text] of Object.entries({ ...more, 'Alt+n': name, 'Alt+l': `12 ${name} Street`, 'Alt+d': 'As they said it' })) await into(key, text);
  await press(page, 'Control+Enter');
  const shown = page.getByRole('status', { name: 'Tracking number' });
  await expect(shown).toHaveText(/^\d\d-\d{4}-\d{4}$/);
  const number = await shown.innerText();
  await press(page, 'Control+o');
  await expect(region(page, `Case ${number}`)).toBeFocused();
  return number;
}

async function addTask(page: Page, title: string, department: string, isAfter: boolean): Promise<void> {
  await commit(page, 'k', async () => {
    await type(page, title);
    await press(page, 'Tab');
    await type(page, department);
    await press(page, 'Enter', 'Tab', 'Tab');
    if (isAfter) {
      await type(page, 'After');
      await press(page, 'Tab');
    }
    await type(page, '3');
  });
}

const yesterday = (): string => {
  const [year, month, day] = new Date(Date.now() - 24 * 60 * 60_000).toISOString().slice(0, 10).split('-');
  return `${month ?? ''}${day ?? ''}${year ?? ''}`;
};

test('a major repair of two departments: in order, each with its clock; closing asks for what is missing and takes it there (RC-5, AS-5)', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await takeAndOpen(page, { service: 'street sinking', name: 'Major', more: { 'Alt+q': 'Yes' } });
  await expect(region(page, 'Progress')).toContainText('Nobody has reported on this work yet.');
  await press(page, 'g');
  await expect(dialog(page)).toContainText(/The next report is then due \w{3} \d+ \w{3}( \d{4})? 17:00, 10 business days from today\./);
  await press(page, 'Escape');

  await addTask(page, 'Shut the water main', 'Water', false);
  await addTask(page, 'Pave the street', 'Public Works', true);
  const tasks = page.getByRole('list', { name: 'Tasks' }).getByRole('listitem');
  await expect(tasks).toContainText([/^OpenShut the water main.*Due /s, /^WaitsPave the street.*After “Shut the water main”, then 3 business days/s]);
  await commit(page, 'd', async () => {
    await expect(dialog(page)).toContainText('Then “Pave the street” (Public Works: Streets) can begin.');
    await type(page, 'Shut at noon.');
  });
  await expect(tasks).toContainText([/^DoneShut the water main/, /^OpenPave the street.*Due /s]);

  await press(page, 'c');
  await expect(dialog(page).getByRole('group', { name: 'Before it can be closed' })).toContainText('A task is still open.');
  await expectAccessible(page);
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByLabel('What has been done')).toBeFocused();
  await expect(dialog(page).getByLabel('Pave the street')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await type(page, 'Base and asphalt are in.');
  await press(page, 'Tab');
  await type(page, yesterday());
  await dialog(page).getByLabel('Pave the street').focus();
  await type(page, 'It is not');
  await press(page, 'Tab');
  await type(page, 'Res');
  await press(page, 'Tab');
  await type(page, 'The street is whole again.');
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(region(page, 'Outcome')).toContainText('The street is whole again.');
  await expect(history(page)).toContainText(/reported progress.*said that “Pave the street” is not needed.*closed the case: resolved/s);
});

test('contacts are kept with their dates, an answer is a stamp, and words a citizen cannot know are shown before they go out (RC-3, RC-7, RC-10)', async () => {
  const page = await openDesk(server(), 'a.rivera');
  await takeAndOpen(page, { service: 'graffiti', name: 'Guadalupe', more: { 'Alt+p': '561 555 0142' } });
  const contacts = region(page, 'Contact with the citizen');
  await expect(contacts).toContainText('No answer yet');
  await press(page, 'l');
  await expect(dialog(page)).toContainText('(561) 555-0142');
  await press(page, 'n');
  await expect(contacts).toContainText('One try since, nobody reached.');
  // Whoever is to be called again is found by that, and the case is a key away.
  await press(page, 'F3', '/');
  await type(page, 'call:any guadalupe');
  await press(page, 'Enter');
  await expect(cases(page)).toBeFocused();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Call again: on any day');
  await expect(caseRows(page)).toHaveCount(1);
  await press(page, 'Enter');
  await commit(page, 'l', async () => {
    await press(page, 's');
    await type(page, 'A crew comes on Tuesday.');
  });
  await expect(contacts.getByRole('listitem')).toContainText([/Phone call.*First answer.*A crew comes on Tuesday/s, /Phone call, no answer/, /Receipt, phone/]);
  await expect(page.getByRole('button', { name: 'Close case' })).toBeEnabled(); // it closes nothing

  await press(page, 'c');
  await expect(dialog(page).getByLabel('Settled at first contact')).toBeChecked();
  await expect(region(page, 'What the citizen hears')).toContainText('Guadalupe wants a call: (561) 555-0142.');
  await type(page, 'Res');
  await press(page, 'Tab');
  await type(page, 'The CIP crew painted over it.');
  await press(page, 'Control+Enter');
  await expect(dialog(page).getByRole('alert')).toContainText('The citizen may not know what “CIP” means.');
  await expect(dialog(page).getByLabel('Closing note')).toBeFocused();
  await press(page, 'Control+Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(region(page, 'Outcome')).toBeVisible();
  await commit(page, 'r', () => type(page, 'Painted again.'));
  await expect(history(page)).toContainText(/reopened the case.*Painted again\./s);

  await takeAndOpen(page, { service: 'complaint about a city service', name: 'Letter', more: { 'Alt+c': 'Let', 'Alt+r': 'today' } });
  await press(page, 'c');
  await expect(dialog(page)).toContainText('The citizen does not know yet that we have this complaint.');
  await type(page, 'Ph');
  await press(page, 'Tab');
  await type(page, 'Res');
  await press(page, 'Tab');
  await type(page, 'The route is served on Mondays again.');
  await press(page, 'Control+Enter');
  await expect(history(page)).toContainText(/told the citizen that it was received \(phone call\).*closed the case/s);
});

test('an answer given on the phone; a bad one is followed up by its own clock and stands in the list of the day (SU-1 to SU-4)', async () => {
  const page = await openDesk(server(), 'a.rivera');
  const number = await takeAndOpen(page, { service: 'graffiti', name: 'Answer', more: { 'Alt+p': '561 555 0199' } });
  await commit(page, 'c', async () => {
    await type(page, 'Res');
    await press(page, 'Tab');
    await type(page, 'The wall is clean.');
  });
  await expect(region(page, 'How it went')).toContainText('on the phone. No answer yet.');
  await press(page, 's', 'Control+Enter');
  await expect(dialog(page)).toContainText('Choose the rating the citizen gave');
  await press(page, '2');
  await expect(dialog(page)).toContainText('This opens a follow-up for Code Compliance');
  await press(page, 'Tab');
  await type(page, 'Nobody told me that they were coming.');
  await press(page, 'Control+Enter');
  await expect(region(page, 'How it went')).toContainText('2 of 5, bad');
  await press(page, 's');
  await expect(dialog(page)).toContainText('The citizen has answered already.');
  await press(page, 'Escape');
  await region(page, 'Follow-up').getByRole('button', { name: 'Why this date? Follow-up' }).press('Enter');
  await expect(dialog(page)).toContainText('It counts from the citizen’s answer');
  await press(page, 'Escape');

  await press(page, 'F3');
  await page.getByRole('combobox', { name: 'View' }).focus();
  await type(page, 'Survey');
  await expect(page.getByRole('grid', { name: 'Cases' })).toContainText(number);
  await page.getByRole('grid', { name: 'Cases' }).focus();
  await press(page, 'p');
  await expect(dialog(page).getByRole('row', { name: new RegExp(`^2 of 5, bad Open ${number}`) })).toContainText('Nobody told me that they were coming.');
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: `Open ${number}` }).press('Enter');
  await commit(page, 'b', () => type(page, 'Called and said sorry.'));
  await expect(region(page, 'Follow-up')).toContainText(/Closed.*closed by Ana Rivera\..*Called and said sorry\./s);
});

test('dark and high contrast, a quarter larger, are free of violations', async () => {
  const page = await openDesk(server(), 'a.rivera');
  const number = await takeAndOpen(page, { service: 'street sinking', name: 'Guadalupe Fernández-Villavicencio de la Concepción', more: { 'Alt+q': 'Yes' } });
  await addTask(page, 'Shut the water main in front of the school before the children come', 'Water', false);
  for (const theme of ['dark', 'highContrast']) {
    await page.evaluate((chosen) => localStorage.setItem('portreeve.appearance', JSON.stringify({ theme: chosen, zoom: '125' })), theme);
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await press(page, '/');
    await type(page, number);
    await press(page, 'Enter');
    await expect(region(page, 'Progress')).toBeVisible();
    if (theme === 'dark') await expectAccessible(page);
    await press(page, 'c');
    await dialog(page).getByLabel('Closing note').fill('The CIP crew is done.');
    await press(page, 'Control+Enter');
    await expectAccessible(page);
    await press(page, 'Escape');
  }
});
