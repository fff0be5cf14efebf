import { expect, it } from 'vitest';
import { readTestOverrides } from './test-overrides.ts';

const environment = {
  PORTREEVE_TEST_DATA_ENTRY: '/a.mjs',
  PORTREEVE_TEST_RENDERER_DIR: '/page',
  PORTREEVE_TEST_SAVE_DIR: '/saved',
  PORTREEVE_TEST_CHOSEN_FOLDER: '/chosen',
  PORTREEVE_TEST_OPENED_FILES: '/opened',
  PORTREEVE_UPDATE_TEST: '1',
};

it('lets tests change what runs, but never in a packaged app', () => {
  expect(readTestOverrides(environment, false)).toEqual({ dataEntry: '/a.mjs', rendererDir: '/page', saveDir: '/saved', chosenFolder: '/chosen', openedFiles: '/opened', isUpdateTest: true });
  expect(readTestOverrides(environment, true)).toEqual({ dataEntry: null, rendererDir: null, saveDir: null, chosenFolder: null, openedFiles: null, isUpdateTest: false });
  expect(readTestOverrides({}, false)).toEqual(readTestOverrides({}, true));
});
