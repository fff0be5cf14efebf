import { expect, test } from '@playwright/test';
import { closeAfterEachTest, DEMO_PASSWORD, openServer, openWorkstation } from './support/desk.ts';

closeAfterEachTest();

test('the window speaks Spanish before anybody is signed in, and English again in the middle of a call without losing a word', async () => {
  const server = await openServer();
  const { page } = await openWorkstation({ serverUrl: server.url });
  await page.getByRole('button', { name: 'Español' }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Iniciar sesión' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
  await page.getByLabel('Usuario').fill('a.rivera');
  await page.getByLabel('Contraseña').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Casos' })).toBeVisible();

  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Descripción' }).fill('La señora dice que el agua sale café.');
  await page.keyboard.press('Control+,');
  await page.getByRole('combobox', { name: 'Idioma de la ventana' }).selectOption('en');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Description' })).toHaveValue('La señora dice que el agua sale café.');
  await expect(page.getByText('Ana Rivera')).toBeVisible(); // still signed in
});
