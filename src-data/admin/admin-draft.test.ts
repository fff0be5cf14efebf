import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { beginSession, endSession } from '../session/session.ts';
import { readSetting } from '../settings/settings.ts';
import { type Desk, NOW, openDesk } from '../testing/desk.ts';
import { readAdminDraft, saveAdminDraft } from './admin-draft.ts';

let desk: Desk;
beforeEach(() => void (desk = openDesk(0)));
afterEach(() => desk.close());

function signIn(id: string): void {
  beginSession(desk.db, must(findStaff(SMALL_CITY, id), `${id} is in the small city`), 'server', utcMs(NOW));
}

describe('changes of the configuration kept at a workstation', () => {
  it('are those of whoever is signed in', () => {
    signIn('admin');
    saveAdminDraft(desk.db, { note: 'of the administrator' });
    signIn('hr');
    expect(readAdminDraft(desk.db)).toBeNull();
    saveAdminDraft(desk.db, { note: 'of another' });
    signIn('admin');
    expect(readAdminDraft(desk.db)).toEqual({ body: { note: 'of the administrator' } });
  });

  it('leave nothing behind when there are none any more', () => {
    signIn('admin');
    saveAdminDraft(desk.db, { note: 'x' });
    saveAdminDraft(desk.db, null);
    expect(readSetting(desk.db, 'adminDrafts')).toBeNull();
  });

  it('are neither kept nor shown while nobody is signed in', () => {
    signIn('admin');
    saveAdminDraft(desk.db, { note: 'x' });
    endSession(desk.db);
    saveAdminDraft(desk.db, { note: 'of nobody' });
    expect(readAdminDraft(desk.db)).toBeNull();
    signIn('admin');
    expect(readAdminDraft(desk.db)).toEqual({ body: { note: 'x' } });
  });
});
