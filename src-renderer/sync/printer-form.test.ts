import { describe, expect, it } from 'vitest';
import { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formOf, type PrinterForm, readForm } from './printer-form.ts';

const NETWORK: PrinterForm = { kind: 'tcp', host: '192.168.1.50', port: '9100', path: '', queue: '', columns: '48', codePage: 'cp858', cuts: true };

describe('the printer form', () => {
  it.each<PrinterSettings>([
    { target: { kind: 'none' }, columns: 48, codePage: 'cp858', cuts: true },
    { target: { kind: 'tcp', host: 'printer-2', port: 9101 }, columns: 42, codePage: 'cp1252', cuts: true },
    { target: { kind: 'file', path: '/dev/usb/lp0' }, columns: 48, codePage: 'cp858', cuts: true },
    { target: { kind: 'system', queue: 'thermal' }, columns: 32, codePage: 'cp858', cuts: false },
  ])('gives back the settings it was made from: $target.kind', (settings) => {
    expect(readForm(formOf(settings))).toEqual({ ok: true, settings });
  });

  it('gives what the data process takes', () => {
    const read = readForm({ ...NETWORK, host: ' printer-2 ', port: ' 9100 ' });
    expect(read).toMatchObject({ ok: true, settings: { target: { kind: 'tcp', host: 'printer-2', port: 9100 } } });
    if (read.ok) PrinterSettings.parse(read.settings);
  });

  it.each([
    [{ host: ' ' }, 'host'],
    [{ port: '' }, 'port'],
    [{ port: '0' }, 'port'],
    [{ port: '65536' }, 'port'],
    [{ port: '9100.5' }, 'port'],
    [{ kind: 'file' }, 'path'],
    [{ kind: 'system' }, 'queue'],
  ] as const)('says what is wrong with %o', (change, field) => {
    const read = readForm({ ...NETWORK, ...change });
    expect(read.ok ? [] : Object.entries(read.problems).filter(([, problem]) => problem !== null).map(([name]) => name)).toEqual([field]);
  });
});
