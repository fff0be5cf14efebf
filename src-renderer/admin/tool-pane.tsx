import type { ReactElement } from 'react';
import type { AdminPlace } from './admin-places.ts';
import { ReviewPane } from './review/review-pane.tsx';

/** A place that is about the whole configuration, or about people. */
export function ToolPane({ place }: { readonly place: AdminPlace }): ReactElement {
  if (place === 'review') return <ReviewPane />;
  return <div className="admin-tool">{place}</div>;
}
