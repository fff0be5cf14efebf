import { create } from 'zustand';

export type WindowPanel = 'none' | 'palette' | 'keys' | 'changeKeys' | 'settings';

/** What lies over the screens of this window: one thing at a time. */
export const useWindowPanel = create<{ readonly panel: WindowPanel }>(() => ({ panel: 'none' }));

export const openPanel = (panel: WindowPanel): void => useWindowPanel.setState({ panel });
export const closePanel = (): void => useWindowPanel.setState({ panel: 'none' });
