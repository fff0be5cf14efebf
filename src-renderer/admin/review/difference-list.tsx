import type { ReactElement } from 'react';
import type { FieldDifference } from '../describe/differences.ts';

/** What differs, field by field: old → new, or the lines that came and went. */
export function DifferenceList({ differences }: { readonly differences: readonly FieldDifference[] }): ReactElement {
  return (
    <dl className="admin-differences">
      {differences.map((difference) => (
        <div key={difference.key}>
          <dt>{difference.label}</dt>
          <dd>{difference.kind === 'value' ? <Values from={difference.from} to={difference.to} /> : <Lines difference={difference} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ from, to }: { readonly from: string; readonly to: string }): ReactElement {
  return (
    <>
      <del>{from}</del> <span aria-hidden="true">→</span> <ins>{to}</ins>
    </>
  );
}

function Lines({ difference }: { readonly difference: Extract<FieldDifference, { kind: 'lines' }> }): ReactElement {
  return (
    <ul className="admin-lines">
      {difference.lines.map(({ kind, text }, at) => (
        <li key={at} data-kind={kind}>
          {kind === 'added' ? <ins>{text}</ins> : kind === 'removed' ? <del>{text}</del> : text}
        </li>
      ))}
    </ul>
  );
}
