import { create } from 'zustand';
import type { SuggestionSubject } from '../../../src-shared/office/suggestion.ts';

/** What somebody is suggesting a change about; null while nobody is. */
export const useSuggesting = create<{ readonly about: SuggestionSubject | null }>(() => ({ about: null }));

/** Opens the dialog, from wherever the person is. */
export const suggestAbout = (about: SuggestionSubject): void => useSuggesting.setState({ about });
export const stopSuggesting = (): void => useSuggesting.setState({ about: null });
