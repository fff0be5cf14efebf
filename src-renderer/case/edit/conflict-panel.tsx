import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { EDITABLE_FIELDS, type EditableField } from '../../../src-shared/domain/case.ts';
import { FIELD_LABELS } from '../../../src-shared/domain/labels.ts';
import type { RefusedReply } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { fieldWords } from '../story/field-words.ts';

export interface Conflict {
  readonly field: EditableField;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly changedBy: string | null;
}

/** The two values of a refusal `changedMeanwhile`; null for any other. */
export function conflictOf(refusal: RefusedReply | null): Conflict | null {
  if (refusal?.reason !== 'changedMeanwhile') return null;
  const { field, mine, theirs, changedBy } = refusal.details;
  const known = EDITABLE_FIELDS.find((one) => one === field);
  return known === undefined ? null : { field: known, mine, theirs, changedBy: typeof changedBy === 'string' ? changedBy : null };
}

export interface ConflictPanelProps {
  readonly conflict: Conflict;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
  readonly onEdit: () => void;
}

/** Both values side by side, and the three ways on. */
export function ConflictPanel({ conflict, onKeepMine, onKeepTheirs, onEdit }: ConflictPanelProps): ReactElement {
  const catalogue = useCatalogue();
  const wording = { catalogue, now: useNow() };
  const who = conflict.changedBy === null ? t`Someone else` : staffName(catalogue, conflict.changedBy);
  return (
    <section className="conflict" aria-label={t`${FIELD_LABELS[conflict.field]}: two versions`}>
      <div className="conflict-version">
        <h3>{t`Yours`}</h3>
        <p>{fieldWords(conflict.field, conflict.mine, wording)}</p>
        <Button size="small" onPress={onKeepMine} autoFocus>
          {t`Keep mine`}
        </Button>
      </div>
      <div className="conflict-version">
        <h3>{`${who}’s`}</h3>
        <p>{fieldWords(conflict.field, conflict.theirs, wording)}</p>
        <Button size="small" onPress={onKeepTheirs}>
          {t`Keep theirs`}
        </Button>
      </div>
      <Button size="small" look="quiet" onPress={onEdit}>
        {t`Edit`}
      </Button>
    </section>
  );
}
