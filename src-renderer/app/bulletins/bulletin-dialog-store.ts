import { create } from 'zustand';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';

/** Which bulletin somebody writes: a new one, or one that is changed; null while nobody does. */
export const useBulletinDialog = create<{ readonly open: 'new' | Bulletin | null }>(() => ({ open: null }));

/** Opens the dialog, from wherever the person is. */
export const writeBulletin = (bulletin: 'new' | Bulletin = 'new'): void => useBulletinDialog.setState({ open: bulletin });
export const closeBulletinDialog = (): void => useBulletinDialog.setState({ open: null });
