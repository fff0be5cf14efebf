import { describe, expect, it } from 'vitest';
import { desktopArguments } from './desktop-arguments.ts';

describe('desktopArguments', () => {
  it.each(['receipt 48-2913-5067', 'Recibo Núñez 2026-11-22', 'overdue_list.v2'])('accepts the file name %s', (suggestedName) => {
    expect(desktopArguments['receipt.toPdf'].safeParse({ html: '<p>', paper: 'a4', suggestedName }).success).toBe(true);
  });

  it.each(['../../.bashrc', 'a/b', 'a\\b', '.hidden', '', 'x'.repeat(200), 'a\u0000b', 'a\nb'])('refuses the file name %j', (suggestedName) => {
    expect(desktopArguments['receipt.toPdf'].safeParse({ html: '<p>', paper: 'a4', suggestedName }).success).toBe(false);
  });

  it.each([
    ['monthly report', 'Palm Harbor, October 2026', true],
    ['letter', null, true],
    ['<b>report', null, false],
    ['report\nof', null, false],
    ['', null, false],
  ])('takes a document called %j with the foot %j: %s', (title, pageFooter, isTaken) => {
    const request = { html: '<p>', paper: 'letter', title, pageFooter, suggestedName: 'Report' };
    expect(desktopArguments['document.toPdf'].safeParse(request).success).toBe(isTaken);
  });

  it('refuses what the desktop API does not name', () => {
    expect(desktopArguments['app.quit'].safeParse({}).success).toBe(false);
    expect(desktopArguments['app.setBusy'].safeParse({ reasons: [], force: true }).success).toBe(false);
    expect(desktopArguments['appearance.setTheme'].safeParse({ theme: 'red' }).success).toBe(false);
    expect(desktopArguments['receipt.printSystem'].safeParse({ html: '<p>', paper: 'a3', deviceName: 'p' }).success).toBe(false);
    expect(desktopArguments['document.saveText'].safeParse({ text: '', title: 'list', suggestedName: 'list', extension: 'exe' }).success).toBe(false);
  });
});
