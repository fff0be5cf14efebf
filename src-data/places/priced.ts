import type { PlaceMatch } from '../../src-shared/protocol/data-rpc/place-views.ts';

/** A place that words may mean, with what it costs: 0 is said whole and right. */
export type Priced = PlaceMatch & { readonly cost: number };
