import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { ShownEntry } from '../open-entry.ts';

export interface HelperProps {
  readonly shown: ShownEntry;
  /** As published. */
  readonly catalogue: Catalogue;
}
