import { create } from 'zustand';

/** For whom somebody is naming a stand-in; null while nobody is. */
export const useNamingStandIn = create<{ readonly awayStaffId: string | null }>(() => ({ awayStaffId: null }));

/** Opens the dialog, from wherever the person is. `awayStaffId`: who is away, as the dialog opens. */
export const nameStandIn = (awayStaffId: string): void => useNamingStandIn.setState({ awayStaffId });
export const stopNamingStandIn = (): void => useNamingStandIn.setState({ awayStaffId: null });
