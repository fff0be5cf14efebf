import type { ComponentType } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import type { ShownEntry } from '../open-entry.ts';

export interface HelperProps {
  readonly shown: ShownEntry;
  readonly catalogue: Catalogue;
}

/** What helps to set an entry, below its fields: a preview, something to try it with. */
export const HELPERS: Readonly<Partial<Record<Section, ComponentType<HelperProps>>>> = {};
