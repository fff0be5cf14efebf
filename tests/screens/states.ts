/**
 * Every screen of the window in each of its states, and how a person gets there by keys. Walked by `npm run screens`, which takes the
 * pictures, and by `tests/e2e/accessible.spec.ts`, which looks for barriers. A new state begins with an entry in one of the walks.
 */
import type { Walk } from './steps.ts';
import { ADMINISTRATION_STATES } from './walks/administration-states.ts';
import { CASE_STATES } from './walks/case-states.ts';
import { HEAD_STATES, MANAGER_STATES } from './walks/head-states.ts';
import { INTAKE_STATES } from './walks/intake-states.ts';
import { LONG_NAME_STATES } from './walks/long-name-states.ts';
import { NEW_CITY_STATES } from './walks/new-city-states.ts';
import { OTHER_STATES } from './walks/other-states.ts';
import { QUEUE_STATES } from './walks/queue-states.ts';

export const WALKS: readonly Walk[] = [
  { staffId: 'a.rivera', states: [...QUEUE_STATES, ...INTAKE_STATES, ...CASE_STATES, ...OTHER_STATES] },
  { staffId: 'r.delgado', states: HEAD_STATES },
  { staffId: 'h.whitaker', states: MANAGER_STATES },
  { staffId: 'w.ortiz', states: ADMINISTRATION_STATES },
  { staffId: 'j.brooks', states: LONG_NAME_STATES }, // changes names in the city: after all who look for them
  { staffId: 'h.whitaker', isNewCity: true, states: NEW_CITY_STATES },
];
