import type { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { ChangeSet } from '../../src-shared/catalogue/catalogue-change.ts';
import { linesOfChanges } from '../../src-shared/catalogue/changes-between.ts';
import { findEntry, seenOf } from '../../src-shared/catalogue/sections.ts';
import type { ChangeSetInput, ReadyChanges } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { catalogueOfVersion } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';

/**
 * What a screen wishes, with what its author saw of each entry: as it stands in the version the screen shows. A version that is
 * not here any more counts as the newest one, so that whoever looks at an old screen is told what has changed since.
 */
export function withSeen(db: ReadDb, { basedOnVersion, changes, orders }: z.output<typeof ChangeSetInput>, newest: Catalogue): ChangeSet {
  const shown = catalogueOfVersion(db, basedOnVersion) ?? newest;
  return { changes: changes.map((change) => ({ ...change, seen: seenOf(findEntry(shown, change.section, change.code)) })), orders };
}

/** The same for the way back: changes ready for a screen that shows `newest`. */
export function readyFor(newest: Catalogue, { changes, orders }: ChangeSet): ReadyChanges {
  return {
    basedOnVersion: newest.version,
    changes: changes.map(({ seen: _seen, ...change }) => change),
    orders,
    lines: linesOfChanges(newest, { changes, orders }),
  };
}
