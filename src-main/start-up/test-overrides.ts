/** What end-to-end tests may change. Never read in a packaged app. */
export interface TestOverrides {
  /** Another program in place of the data process. */
  readonly dataEntry: string | null;
  /** Another folder in place of the built page. */
  readonly rendererDir: string | null;
  /** Files are saved here without asking. */
  readonly saveDir: string | null;
  /** This folder is chosen without asking. */
  readonly chosenFolder: string | null;
  /** Instead of opening a file in the system's program, its path is added to this file. */
  readonly openedFiles: string | null;
  /** Updates work although the app is not packaged. */
  readonly isUpdateTest: boolean;
}

export function readTestOverrides(environment: Readonly<Record<string, string | undefined>>, isPackaged: boolean): TestOverrides {
  const read = (name: string) => (isPackaged ? null : environment[name] || null);
  return {
    dataEntry: read('PORTREEVE_TEST_DATA_ENTRY'),
    rendererDir: read('PORTREEVE_TEST_RENDERER_DIR'),
    saveDir: read('PORTREEVE_TEST_SAVE_DIR'),
    chosenFolder: read('PORTREEVE_TEST_CHOSEN_FOLDER'),
    openedFiles: read('PORTREEVE_TEST_OPENED_FILES'),
    isUpdateTest: read('PORTREEVE_UPDATE_TEST') === '1',
  };
}
