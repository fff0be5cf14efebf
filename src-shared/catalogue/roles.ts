/** What people do in the city, in the order in which lists name them. Apart from the catalogue's schemas, which the sign-in form does without. */
export const ROLES = [
  'agent',
  'departmentStaff',
  'departmentHead',
  'cityManager',
  'commission',
  'hr',
  'administrator',
] as const;
