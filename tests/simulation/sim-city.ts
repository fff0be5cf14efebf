/** The small city with everything that makes the clock speak: reasons that stop it, somebody to tell, a question at closure. */
import { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';

const anywhere = { departmentCode: null, serviceCode: null, kind: null, isActive: true };

export const SIM_CITY: Catalogue = Catalogue.parse({
  ...SMALL_CITY,
  departments: SMALL_CITY.departments.map((one) => (one.code === 'WATER' ? { ...one, headStaffId: 'water.head', complaintContactStaffId: 'water.head' } : one)),
  holdReasons: [{ code: 'CITIZEN', label: { en: 'Waiting for the citizen' }, pauses: ['respond', 'resolve'] }],
  survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 1, calendarCode: 'CITY' },
  escalations: [
    { ...anywhere, code: 'HEAD', name: 'The head at once', clock: null, afterAmount: 0, afterUnit: 'elapsedHours', target: { to: 'supervisor' } },
    { ...anywhere, code: 'HR', name: 'Human Resources a day later', clock: 'respond', afterAmount: 1, afterUnit: 'businessDays', target: { to: 'person', staffId: 'hr' } },
  ],
});
