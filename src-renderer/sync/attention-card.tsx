import { type ReactElement, useEffect, useRef } from 'react';
import { staffName } from '../../src-shared/catalogue/lookup.ts';
import type { AttentionItem, SettleAction } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { goTo } from '../app/routes.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { Button } from '../ui/button.tsx';
import { exactMoment } from '../ui/moment.ts';
import { Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { theirsWords } from './theirs-words.ts';

interface AttentionCardProps {
  readonly item: AttentionItem;
  /** The keys act on this one. */
  readonly isMarked: boolean;
  readonly onMark: () => void;
  readonly onSettle: (action: SettleAction) => void;
}

/** One refused entry: why, both values side by side, and the three ways on. */
export function AttentionCard({ item, isMarked, onMark, onSettle }: AttentionCardProps): ReactElement {
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMarked) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  const hint = (key: string): string | undefined => (isMarked ? key : undefined);
  return (
    <li className="attention-card" ref={card} data-marked={isMarked || undefined} aria-current={isMarked ? 'true' : undefined} onFocus={onMark} onClick={onMark}>
      <AttentionHead item={item} />
      <p className="attention-reason">{item.sentence}</p>
      {item.callBack !== null && <Note tone="warning">{`Call the citizen back: the number they were given may no longer hold. ${item.callBack}`}</Note>}
      <BothValues item={item} />
      <div className="attention-choices">
        <Button size="small" keyHint={hint('d')} onPress={() => onSettle('doItAnyway')}>
          Do it anyway
        </Button>
        <Button size="small" keyHint={hint('n')} onPress={() => onSettle('keepAsNote')}>
          Keep as a note
        </Button>
        <Button size="small" keyHint={hint('x')} onPress={() => onSettle('drop')}>
          Drop
        </Button>
      </div>
    </li>
  );
}

function AttentionHead({ item }: { readonly item: AttentionItem }): ReactElement {
  const catalogue = useCatalogue();
  const now = useNow();
  return (
    <div className="attention-head">
      {item.trackingNumber === null ? (
        <strong>A new case</strong>
      ) : (
        <Button size="small" look="quiet" onPress={() => goTo({ screen: 'case', caseId: item.caseId })}>
          <span className="number attention-number">{formatTrackingNumber(item.trackingNumber)}</span>
        </Button>
      )}
      <span className="muted number">{`${staffName(catalogue, item.userId)}, ${exactMoment(item.madeAt, now, catalogue.city.timeZone)}`}</span>
    </div>
  );
}

function BothValues({ item }: { readonly item: AttentionItem }): ReactElement {
  const catalogue = useCatalogue();
  const theirs = theirsWords(item, { catalogue, now: useNow() });
  return (
    <dl className="attention-values">
      <div>
        <dt>Entered here</dt>
        <dd className="attention-typed">{item.typed}</dd>
      </div>
      {theirs !== null && (
        <div>
          <dt>On the case now</dt>
          <dd className="attention-typed">{theirs}</dd>
        </div>
      )}
    </dl>
  );
}
