import { t } from '../../src-shared/language/language.ts';
import type { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';

/** What the form holds while it is typed: all parts at once, so that switching the kind loses none. */
export interface PrinterForm {
  readonly kind: PrinterSettings['target']['kind'];
  readonly host: string;
  readonly port: string;
  readonly path: string;
  /** Of the computer's own print service. */
  readonly queue: string;
  readonly columns: '32' | '42' | '48';
  readonly codePage: PrinterSettings['codePage'];
  readonly cuts: boolean;
}

export interface PrinterProblems {
  readonly host: string | null;
  readonly port: string | null;
  readonly path: string | null;
  readonly queue: string | null;
}

/** The port receipt printers listen on. */
const RAW_PORT = '9100';

export function formOf({ target, columns, codePage, cuts }: PrinterSettings): PrinterForm {
  return {
    kind: target.kind,
    host: target.kind === 'tcp' ? target.host : '',
    port: target.kind === 'tcp' ? String(target.port) : RAW_PORT,
    path: target.kind === 'file' ? target.path : '',
    queue: target.kind === 'system' ? target.queue : '',
    columns: `${columns}`,
    codePage,
    cuts,
  };
}

/** The settings, or what is wrong with each field and what to type instead. */
export function readForm(form: PrinterForm): { readonly ok: true; readonly settings: PrinterSettings } | { readonly ok: false; readonly problems: PrinterProblems } {
  const port = Number(form.port.trim());
  const isPort = /^\d+$/.test(form.port.trim()) && port >= 1 && port <= 65_535;
  const problems: PrinterProblems = {
    host: form.kind === 'tcp' && form.host.trim() === '' ? t`Type the printer’s address, such as 192.168.1.50.` : null,
    port: form.kind === 'tcp' && !isPort ? t`Type a port from 1 to 65535; receipt printers use 9100.` : null,
    path: form.kind === 'file' && form.path.trim() === '' ? t`Type the printer’s device, such as ${'/dev/usb/lp0'}.` : null,
    queue: form.kind === 'system' && form.queue === '' ? t`Choose a print queue of this computer.` : null,
  };
  if (Object.values(problems).some((problem) => problem !== null)) return { ok: false, problems };
  return { ok: true, settings: { target: targetOf(form, port), columns: COLUMNS[form.columns], codePage: form.codePage, cuts: form.cuts } };
}

const COLUMNS = { 32: 32, 42: 42, 48: 48 } as const;

function targetOf(form: PrinterForm, port: number): PrinterSettings['target'] {
  if (form.kind === 'tcp') return { kind: 'tcp', host: form.host.trim(), port };
  if (form.kind === 'file') return { kind: 'file', path: form.path.trim() };
  if (form.kind === 'system') return { kind: 'system', queue: form.queue };
  return { kind: 'none' };
}
