import type { ComponentType } from 'react';
import type { Section } from '../../../src-shared/catalogue/sections.ts';

/** What can be done with a section as a whole, above its list. */
export const SECTION_TOOLS: Readonly<Partial<Record<Section, ComponentType>>> = {};
