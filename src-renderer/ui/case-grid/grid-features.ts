import { tableFeatures } from '@tanstack/react-table';

/** Sorting, selecting and paging are the data process's and the cursor's: the table only lays out cells. */
export const gridFeatures = tableFeatures({});
