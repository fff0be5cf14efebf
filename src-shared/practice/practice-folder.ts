/** Folder of practice mode inside a workstation's data folder. */
export const PRACTICE_FOLDER = 'practice';
