import type { ComponentType } from 'react';
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import { AgencyTools } from './agency-tools.tsx';
import { NeighborhoodTools } from './neighborhood-tools.tsx';
import { StaffTools } from './staff-tools.tsx';

/** What can be done with a section as a whole, above its list. */
export const SECTION_TOOLS: Readonly<Partial<Record<Section, ComponentType>>> = { agencies: AgencyTools, neighborhoods: NeighborhoodTools, staff: StaffTools };
