import { create } from 'zustand';

/** Whether the guides are open beside the form, and which of them. Stays as it is from call to call. */
export const useGuidePanel = create<{ readonly isOpen: boolean; readonly at: number }>(() => ({ isOpen: false, at: 0 }));
