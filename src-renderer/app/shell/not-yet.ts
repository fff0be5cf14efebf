import type { NotYetScreenProps } from './not-yet-screen.tsx';

/** Places that this version does not have yet, and what will be in them. */
export const NOT_YET: Readonly<Record<'reports' | 'administration', NotYetScreenProps>> = {
  reports: {
    title: 'Reports',
    willHold: ['the monthly report with overdue and outstanding complaints', 'times by service, department and channel', 'each figure traceable to its cases, as PDF, CSV and on screen'],
  },
  administration: {
    title: 'Administration',
    willHold: ['services, departments, calendars, time rules and staff', 'receipt and notice templates', 'workstations, their health and updates'],
    meanwhile: 'What this workstation itself needs, such as its receipt printer, is in Sync.',
    wayOut: { label: 'Go to Sync', route: { screen: 'sync' } },
  },
};
