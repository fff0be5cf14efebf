import { describe, expect, it } from 'vitest';
import { actionIn, troublePage } from './trouble-page.ts';
import { dataProcessGaveUp, pageKeepsStopping, recordsCannotBeOpened } from './trouble.ts';

describe('troublePage', () => {
  it('says what happened and what to do, and has no script', () => {
    const page = troublePage(dataProcessGaveUp(['code 9']), { kind: 'none' }, 'n');
    expect(page).toContain('<h1>The records on this workstation keep closing</h1>');
    expect(page).toContain('code 9');
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/value="exportBackup"/);
  });

  it('offers a backup only where one can be made', () => {
    const page = troublePage(recordsCannotBeOpened('They are from a newer version.', true, []), { kind: 'none' }, 'n');
    expect(page).toContain('value="exportBackup"');
    expect(page).toContain('They are from a newer version.');
  });

  it('cannot be turned into markup by a message', () => {
    const page = troublePage(recordsCannotBeOpened('<img src=x onerror="y">', false, ['</pre><b>']), { kind: 'said', text: '<i>"saved"</i>' }, 'n');
    expect(page).not.toMatch(/<img|<b>|<i>/);
  });

  it('cannot be restarted twice at once', () => {
    const page = troublePage(pageKeepsStopping([]), { kind: 'restarting' }, 'n');
    expect(page).toMatch(/value="restart"[^>]* disabled/);
  });
});

it('reads only its own actions', () => {
  expect(actionIn('action=restart')).toBe('restart');
  expect(actionIn('action=exportLogs&x=1')).toBe('exportLogs');
  expect(['', 'action=', 'action=format', 'restart'].map(actionIn)).toEqual([null, null, null, null]);
});
