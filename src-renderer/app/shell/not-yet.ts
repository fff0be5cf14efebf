import type { NotYetScreenProps } from './not-yet-screen.tsx';

/** Places that this version does not have yet, and what will be in them. */
export const NOT_YET: Readonly<Record<'reports' | 'knowledge' | 'administration', NotYetScreenProps>> = {
  reports: {
    title: 'Reports',
    willHold: ['the monthly report with overdue and outstanding complaints', 'times by service, department and channel', 'each figure traceable to its cases, as PDF, CSV and on screen'],
  },
  knowledge: {
    title: 'Knowledge',
    willHold: ['guides, scripts and interaction guidelines, offline', 'who has read which version', 'a practice mode for training'],
    meanwhile: 'Each service’s script is shown in New case (F2) as soon as the service is chosen.',
  },
  administration: {
    title: 'Administration',
    willHold: ['services, departments, calendars, time rules and staff', 'receipt and notice templates', 'workstations, their health and updates'],
    meanwhile: 'What this workstation itself needs, such as its receipt printer, is in Sync.',
    wayOut: { label: 'Go to Sync', route: { screen: 'sync' } },
  },
};
