import { Agency } from '../agency.ts';

export function sampleAgency(code: string, more: Partial<Agency> = {}): Agency {
  return Agency.parse({ code, name: code, address: '1 Main Street', phone: '(561) 555-0111', hours: '', handles: '', ...more });
}

/** A few agencies around a small city: by service, by road, by words, and one that has moved. */
export const SAMPLE_AGENCIES: readonly Agency[] = [
  sampleAgency('FDOT', {
    name: 'Florida Department of Transportation',
    handles: 'State roads and their signals, drains and lights',
    serviceCodes: ['POTHOLE', 'SIGNAL'],
    placeWords: ['state route 7', 'us 1', 'a1a'],
  }),
  sampleAgency('COUNTY-ROADS', { name: 'County Road and Bridge', handles: 'County roads, bridges and traffic signals on county roads' }),
  sampleAgency('POWER', { name: 'Gulfstream Power and Light', handles: 'Power outages, power lines, street lights on wooden poles', serviceCodes: ['LIGHT'] }),
  sampleAgency('OLD-GAS', { name: 'Peninsula Gas Utility', handles: 'Gas leaks', until: '2025-12-31' }),
  sampleAgency('NEW-GAS', { name: 'Seaboard Gas Utility', handles: 'Gas leaks', from: '2026-01-01' }),
  sampleAgency('PORT', { name: 'Port Authority', handles: '', placeWords: ['harbor plaza'] }),
];
